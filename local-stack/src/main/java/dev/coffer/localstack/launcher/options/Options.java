package dev.coffer.localstack.launcher.options;

import dev.coffer.localstack.component.StackLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The command line and the environment.
 *
 * @param command     up, down …
 * @param arguments   what follows it and is no option
 * @param directory   of the stack
 * @param portBase    if one is given
 * @param store       if one is given
 * @param only        the components wanted; empty for all
 * @param yes         whether questions are answered already
 * @param follow      whether to go on showing what is appended to a log
 * @param environment of the launcher
 */
public record Options(String command, List<String> arguments, Path directory, OptionalInt portBase,
        Optional<Store> store, Set<String> only, boolean yes, boolean follow, Map<String, String> environment) {

    private static final String SERVERS_ADDRESS = "COFFER_SERVERS_ADDRESS";

    /** Parses a command line. */
    public static Options parse(List<String> words, Map<String, String> environment, Path repository) {
        return new OptionsParser(words, environment, repository).parse();
    }

    /**
     * The IPv4 address that PostgreSQL, Kafka, the store and Keycloak listen on: the loopback interface unless the
     * environment has another one.
     */
    public String serversAddress() {
        String address = environment.getOrDefault(SERVERS_ADDRESS, StackLayout.LOOPBACK);
        if (!address.matches("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}")) {
            throw new UsageException(SERVERS_ADDRESS + " must be an IPv4 address, not " + address);
        }
        return address;
    }

    /** The same for a stack in another directory; the settings override the environment. */
    public Options elsewhere(Path otherDirectory, int otherBase, Store otherStore, Map<String, String> settings) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(settings);
        return new Options(command, new ArrayList<>(), otherDirectory, OptionalInt.of(otherBase),
                Optional.of(otherStore), Set.of(), true, false, variables);
    }
}
