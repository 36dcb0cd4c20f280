package dev.coffer.asset.view;

import dev.coffer.asset.AssetKey;
import dev.coffer.common.caller.SignedLinks;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Reads the tenant of signed {@link PreviewLinks}, to which their requests are counted. */
@ApplicationScoped
class PreviewLinkMakers implements SignedLinks {
    private static final String SIGNATURE = "sig";

    private final PreviewLinks links;

    PreviewLinkMakers(PreviewLinks links) {
        this.links = links;
    }

    @Override
    public boolean isIn(UriInfo target) {
        return target.getQueryParameters().containsKey(SIGNATURE);
    }

    @Override
    public Optional<Maker> maker(UriInfo target) {
        try {
            AssetKey asset = links.verified(target.getQueryParameters().getFirst(SIGNATURE));
            return Optional.of(new Maker(asset.tenant(), asset.id().toString()));
        } catch (ServiceException refused) {
            return Optional.empty();
        }
    }
}
