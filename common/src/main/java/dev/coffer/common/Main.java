package dev.coffer.common;

import dev.coffer.common.connection.ConnectionExtension;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts a service. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        // Else the framework answers a target that is no URI with an empty 400, ahead of every filter of ours.
        System.setProperty("vertx.disableURIValidation", "true");
        ConnectionExtension.enable();
        Quarkus.run(arguments);
    }
}
