package dev.coffer.localstack.launcher.stack;

import java.util.Locale;

/** The four services, in the order of their ports. */
public enum ServiceName {
    ASSET, USERDATA, FILES, BLOB;

    /** As a database and a role. */
    String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a component, a Maven module and an OIDC client. */
    public String module() {
        return database() + "-service";
    }
}
