package dev.coffer.common.openapi;

import dev.coffer.common.error.ErrorFormat;
import dev.coffer.common.error.ErrorShape;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What an error looks like in a document, in each format; the bodies themselves come from the one error mapper. */
final class ErrorContent {
    private ErrorContent() {}

    /** The body of an error; it refers to what {@link #addTo} adds. */
    static Content of(ErrorFormat format) {
        ErrorShape shape = format.shape();
        Schema schema = shape.name() == null ? shape.schema() : OASFactory.createSchema().ref(shape.name());
        String type = format.mediaType().replaceFirst(";.*", "");
        return OASFactory.createContent().addMediaType(type, OASFactory.createMediaType().schema(schema));
    }

    /** Adds what a document must have for errors in this format. */
    static void addTo(Components components, ErrorFormat format) {
        ErrorShape shape = format.shape();
        if (shape.name() != null) {
            components.addSchema(shape.name(), shape.schema());
        }
    }
}
