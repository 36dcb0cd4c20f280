package dev.coffer.asset.content;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a request for content besides the id; its conditions are read from the headers. */
public class ContentRequest {
    @QueryParam("disposition")
    @Parameter(description = "Whether a browser shows the content or saves it",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "attachment", enumeration = {"attachment", "inline"}))
    @Nullable String disposition;

    @QueryParam("redirect")
    @Parameter(description = "false: the bytes come from here instead of by a redirect to a signed link",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Nullable String redirect;

    @QueryParam("sig")
    @Parameter(description = "Signature of a preview_url: opens this one content without credentials")
    @Nullable String signature;

    @HeaderParam("Sec-Fetch-Dest")
    @Parameter(hidden = true)
    @Nullable String use;

    /** A request for an attachment. @param redirect null for the configured way */
    public static ContentRequest attachment(@Nullable String redirect) {
        ContentRequest request = new ContentRequest();
        request.redirect = redirect;
        return request;
    }
}
