package dev.coffer.common.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of one request behind {@link AdmittedTenant}: its tenant, once it is admitted. */
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
