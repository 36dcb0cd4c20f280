package dev.coffer.asset.content;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What all requests for bytes may say about how these come. */
public class DeliveryParameters {
    @QueryParam("redirect")
    @Parameter(description = "false: the bytes come from here instead of by a redirect to a signed link",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public @Nullable String redirect;

    @QueryParam("sig")
    @Parameter(description = "Signature of a preview_url: opens this one content without credentials")
    public @Nullable String signature;

    @HeaderParam("Sec-Fetch-Dest")
    @Parameter(hidden = true)
    public @Nullable String use;
}
