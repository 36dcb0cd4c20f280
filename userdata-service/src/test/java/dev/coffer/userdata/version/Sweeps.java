package dev.coffer.userdata.version;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other packages run the sweep. */
@ApplicationScoped
public class Sweeps {
    private final VersionTransactions versions;

    Sweeps(VersionTransactions versions) {
        this.versions = versions;
    }

    public void sweep() {
        versions.sweep();
    }
}
