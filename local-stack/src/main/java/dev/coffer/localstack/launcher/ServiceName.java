package dev.coffer.localstack.launcher;

import java.util.Locale;

/** The four services, in the order of their ports. */
public enum ServiceName {
    ASSET, USERDATA, FILES, BLOB;

    /** As a component, a database and a role. */
    String component() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a Maven module and an OIDC client. */
    String module() {
        return component() + "-service";
    }
}
