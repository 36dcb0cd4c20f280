package dev.coffer.asset;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Who may write public assets, which all callers of a tenant see: those with the role {@code coffer-publisher}. This
 * role is an addition of Coffer; the original API only has such assets (comfy.md section 0.6).
 */
@ApplicationScoped
public class Publishing {
    private final AssetRepository assets;

    Publishing(AssetRepository assets) {
        this.assets = assets;
    }

    /**
     * The owner of an asset that a caller creates: the owner of public assets, or the workspace of the caller.
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

    /**
     * The owner for whom a caller changes an asset: for a publisher the owner of public ones if it is public, else the
     * workspace.
     */
    public Owner editor(Caller caller, Owner workspace, UUID id) {
        boolean publishes = caller.isPublisher() && assets.visible(workspace, id).filter(Asset::isPublic).isPresent();
        return publishes ? Owner.everybody(workspace.tenant()) : workspace;
    }
}
