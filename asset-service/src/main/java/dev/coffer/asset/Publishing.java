package dev.coffer.asset;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Who writes the assets that everybody of a tenant sees: callers with the role {@code coffer-publisher}. An addition
 * of Coffer; the API that we follow only says that there are such assets (comfy.md section 0.6).
 */
@ApplicationScoped
public class Publishing {
    private final AssetRepository assets;

    Publishing(AssetRepository assets) {
        this.assets = assets;
    }

    /**
     * As whom a caller creates an asset: as everybody if it shall be public, else as his workspace.
     *
     * @throws ServiceException 403 if it shall be public and the caller is no publisher
     */
    public Owner creator(Caller caller, Owner workspace, boolean isPublic) {
        if (!isPublic) {
            return workspace;
        }
        if (!caller.isPublisher()) {
            throw new ServiceException(ErrorCode.FORBIDDEN, "Public assets are for the role " + Caller.PUBLISHER + ".");
        }
        return Owner.everybody(workspace.tenant());
    }

    /** As whom a caller changes an asset: a publisher as everybody if it is public, anybody else as his workspace. */
    public Owner editor(Caller caller, Owner workspace, UUID id) {
        boolean publishes = caller.isPublisher() && assets.visible(workspace, id).filter(Asset::isPublic).isPresent();
        return publishes ? Owner.everybody(workspace.tenant()) : workspace;
    }
}
