package dev.coffer.userdata.version;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other packages sweep when they want. */
@ApplicationScoped
public class Sweeps {
    private final FileVersions versions;

    Sweeps(FileVersions versions) {
        this.versions = versions;
    }

    public void sweep() {
        versions.sweep();
    }
}
