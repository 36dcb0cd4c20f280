package dev.coffer.asset.fetch;

import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.create.ContentIntake;
import dev.coffer.asset.create.NewContent;
import dev.coffer.asset.remote.RemoteAnswer;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Takes content of other servers in, under the rules of every upload. */
@ApplicationScoped
class RemoteIntake {
    private final ContentIntake intake;
    private final AssetConfig config;

    RemoteIntake(ContentIntake intake, AssetConfig config) {
        this.intake = intake;
        this.config = config;
    }

    /** @throws ServiceException {@code FILE_TOO_LARGE}, 413, at once where the server says how large it is */
    NewContent store(Owner owner, RemoteAnswer answer) throws IOException {
        long limit = config.maxUpload().asLongValue();
        if (answer.length() > limit) {
            throw new ServiceException(ErrorCode.FILE_TOO_LARGE, "The file is larger than " + limit + " bytes.");
        }
        return intake.store(owner, answer.body());
    }
}
