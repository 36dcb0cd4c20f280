package dev.coffer.asset.form;

import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.intake.ContentIntake;
import dev.coffer.asset.intake.NewContent;
import dev.coffer.common.blobclient.References;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.error.TruncatedBodyException;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads forms as streams: the one file of a form goes to blob-service while it arrives, its fields to the caller. */
@ApplicationScoped
public class FormIntake {
    private final ContentIntake contents;
    private final References references;
    private final AssetConfig config;

    FormIntake(ContentIntake contents, References references, AssetConfig config) {
        this.contents = contents;
        this.references = references;
        this.config = config;
    }

    /**
     * The file of a form, which blob-service has and no row yet.
     *
     * @param name how the client calls it, if it does
     */
    public record FormFile(@Nullable String name, NewContent content) {}

    /**
     * Reads a form to its end.
     *
     * @param fileField the part that is the file
     * @param fields told the name and the text of every other part, in the order of the form
     * @return the file, whose reference the caller takes over; empty if the form has none
     * @throws ServiceException 400 if the form is malformed; nothing is kept then, nor after any other refusal
     * @throws TruncatedBodyException if the client did not send all of the form; nothing is kept then
     */
    public Optional<FormFile> receive(
            Owner owner, MultipartReader parts, String fileField, BiConsumer<String, String> fields)
            throws TruncatedBodyException {
        return receive(() -> Optional.of(owner), parts, fileField, fields);
    }

    /**
     * The same.
     *
     * @param owner called when the file begins; if empty, the file is skipped
     */
    public Optional<FormFile> receive(
            Supplier<Optional<Owner>> owner,
            MultipartReader parts,
            String fileField,
            BiConsumer<String, String> fields) throws TruncatedBodyException {
        FormFile file = null;
        Owner its = null;
        try {
            for (FormPart part = parts.next(); part != null; part = parts.next()) {
                if (!part.name().equals(fileField)) {
                    accept(part, fields);
                    continue;
                }
                if (file != null) {
                    throw ServiceException.invalidBody(fileField, "must be there once");
                }
                its = owner.get().orElse(null);
                if (its != null) {
                    file = new FormFile(part.fileName(), contents.store(its, part.content()));
                } else {
                    part.content().transferTo(OutputStream.nullOutputStream());
                }
            }
            return Optional.ofNullable(file);
        } catch (IOException | RuntimeException e) {
            if (file != null && its != null) {
                references.release(file.content().ref(), its);
            }
            throw e instanceof IOException broken ? broken(broken) : (RuntimeException) e;
        }
    }

    /**
     * What a form that cannot be read is to the client.
     *
     * @throws TruncatedBodyException if it was cut
     */
    static ServiceException broken(IOException e) throws TruncatedBodyException {
        if (e instanceof TruncatedBodyException cut) {
            throw cut;
        }
        return new ServiceException(ErrorCode.INVALID_BODY, "The form ended early or is malformed.");
    }

    /** Files in unknown fields are ignored. */
    private void accept(FormPart part, BiConsumer<String, String> fields) throws IOException {
        if (part.fileName() == null) {
            fields.accept(part.name(), MultipartReader.text(part, fieldLimit()));
        } else {
            part.content().transferTo(OutputStream.nullOutputStream());
        }
    }

    private int fieldLimit() {
        return (int) config.maxUserMetadata().asLongValue() * 2;
    }
}
