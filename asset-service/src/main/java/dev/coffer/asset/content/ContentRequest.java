package dev.coffer.asset.content;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a request for content besides the id; its conditions are read from the headers. */
public class ContentRequest extends DeliveryParameters {
    @QueryParam("disposition")
    @Parameter(description = "Whether a browser shows the content or saves it",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "attachment",
                    enumeration = {"attachment", "inline"}))
    @Nullable
    String disposition;

    /**
     * A request for an attachment.
     *
     * @param redirect the parameter; if absent the configured way is taken
     */
    public static ContentRequest attachment(@Nullable String redirect) {
        ContentRequest request = new ContentRequest();
        request.redirect = redirect;
        return request;
    }
}
