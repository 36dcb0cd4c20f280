package dev.coffer.common.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For whom the request that is being served was admitted. */
@RequestScoped
class Admission {
    private volatile @Nullable String tenant;

    void of(String tenant) {
        this.tenant = tenant;
    }

    Optional<String> tenant() {
        return Optional.ofNullable(tenant);
    }
}
