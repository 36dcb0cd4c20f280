package dev.coffer.asset.create;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.UserMetadata;
import dev.coffer.common.blob.StoredBlob;
import dev.coffer.common.caller.Caller;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Takes uploads: the file goes to blob-service while it arrives, the row is written when the form is complete. */
@ApplicationScoped
class UploadService {
    private static final String FILE = "file";

    private final ContentIntake intake;
    private final References references;
    private final CreateService creations;
    private final UserMetadata metadataRules;
    private final AssetConfig config;
    private final ObjectMapper json;

    UploadService(
            ContentIntake intake,
            References references,
            CreateService creations,
            UserMetadata metadataRules,
            AssetConfig config,
            ObjectMapper json) {
        this.intake = intake;
        this.references = references;
        this.creations = creations;
        this.metadataRules = metadataRules;
        this.config = config;
        this.json = json;
    }

    /** Creates an asset from a form. @throws IOException if the client did not send all of it; nothing is kept then */
    Created upload(Caller caller, Owner owner, MultipartReader parts) throws IOException {
        UploadForm form = new UploadForm(json, metadataRules);
        StoredFile file = receive(owner, parts, form);
        if (file != null) {
            return references.keptUnlessRefused(file.content().ref(), () -> {
                compare(form.hash(), file.content().blob());
                return creations.fromUpload(caller, owner, form.wanted(file.name()), file.content());
            });
        }
        if (form.hash() != null) {
            return creations.announced(caller, owner, form.wanted(null), form.hash()).orElseThrow(UploadService::missing);
        }
        throw missing();
    }

    /** A file that blob-service has, and how the client calls it. */
    private record StoredFile(String name, NewContent content) {}

    private StoredFile receive(Owner owner, MultipartReader parts, UploadForm form) throws IOException {
        StoredFile file = null;
        try {
            for (FormPart part = parts.next(); part != null; part = parts.next()) {
                if (!part.name().equals(FILE)) {
                    form.put(part.name(), MultipartReader.text(part, fieldLimit()));
                } else if (file == null) {
                    file = new StoredFile(part.fileName(), intake.store(owner, part.content()));
                } else {
                    throw ServiceException.invalidBody(FILE, "must be there once");
                }
            }
            return file;
        } catch (IOException | RuntimeException e) {
            if (file != null) {
                references.giveBack(file.content().ref());
            }
            throw e;
        }
    }

    private int fieldLimit() {
        return (int) config.maxUserMetadata().asLongValue() * 2;
    }

    private static void compare(String expected, StoredBlob stored) {
        if (expected != null && !expected.equals(stored.hash()) && !expected.equals(stored.sha256())) {
            throw new ServiceException(
                    ErrorCode.HASH_MISMATCH, "Uploaded file hash does not match provided hash.");
        }
    }

    private static ServiceException missing() {
        return new ServiceException(ErrorCode.MISSING_FILE, "Form must include a 'file' part or a known 'hash'.");
    }
}
