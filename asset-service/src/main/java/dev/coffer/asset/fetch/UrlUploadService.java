package dev.coffer.asset.fetch;

import dev.coffer.asset.create.CreateService;
import dev.coffer.asset.create.Created;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.intake.ContentIntake;
import dev.coffer.asset.intake.NewContent;
import dev.coffer.asset.remote.RemoteAnswer;
import dev.coffer.asset.remote.RemoteSource;
import dev.coffer.asset.remote.RemoteTurns;
import dev.coffer.asset.remote.SourceErrors;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;

/** Uploads from a URL: the bytes are streamed to blob-service while another server sends them. */
@ApplicationScoped
class UrlUploadService {
    private static final String PAGE = "text/html";

    private final RemoteTurns turns;
    private final RemoteSource source;
    private final ContentIntake intake;
    private final CreateService creations;

    UrlUploadService(
            RemoteTurns turns,
            RemoteSource source,
            ContentIntake intake,
            CreateService creations) {
        this.turns = turns;
        this.source = source;
        this.intake = intake;
        this.creations = creations;
    }

    /** @throws ServiceException with the statuses of comfy.md section 2.2 if there is nothing to be had */
    Created upload(Caller caller, Owner owner, URI url, NewAsset wanted) {
        return turns.with(owner.tenant(), () -> fetch(caller, owner, url, wanted));
    }

    private Created fetch(Caller caller, Owner owner, URI url, NewAsset wanted) {
        try (RemoteAnswer answer = source.ask("GET", url)) {
            if (PAGE.equals(answer.contentType()) && !PAGE.equals(wanted.typeByName())) {
                throw new ServiceException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The source answered with a web page instead of the file.");
            }
            intake.checkLength(answer.length());
            NewContent content = intake.store(owner, answer.body());
            return creations.create(caller, owner, content, () -> wanted);
        } catch (IOException e) {
            throw SourceErrors.of(e);
        } catch (ServiceException e) {
            throw SourceErrors.ofUpload(e);
        }
    }
}
