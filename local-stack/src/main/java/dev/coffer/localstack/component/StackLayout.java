package dev.coffer.localstack.component;

import java.nio.file.Path;

/**
 * Where one stack is: its directories, and the address of its servers.
 *
 * @param directory  the directory of the stack; everything below it goes with a reset
 * @param components the class paths and archives that the build collected; read only
 * @param address    what PostgreSQL, Kafka, the store and Keycloak listen on
 */
public record StackLayout(Path directory, Path components, String address) {
    /** The address that only this machine reaches. */
    public static final String LOOPBACK = "127.0.0.1";

    /** On the loopback interface. */
    public StackLayout(Path directory, Path components) {
        this(directory, components, LOOPBACK);
    }

    /** The persistent data of the component. */
    public Path data(String component) {
        return directory.resolve("data").resolve(component);
    }

    /** Where the output of the component goes. */
    public Path log(String component) {
        return directory.resolve("logs").resolve(component + ".log");
    }

    /** Temporary files of the component. */
    public Path temporary(String component) {
        return directory.resolve("tmp").resolve(component);
    }

    /** The programs of the component: a copy that the next build does not touch. */
    public Path programs(String component) {
        return directory.resolve("lib").resolve(component);
    }

    /** Configuration written anew at each start. */
    public Path configuration(String component) {
        return directory.resolve("conf").resolve(component);
    }

    /** The table of processes. */
    public Path processes() {
        return directory.resolve("run");
    }
}
