package dev.coffer.localstack.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command of a component that is a Java program, run by the JDK that runs this one. */
public final class JavaProgram {
    private JavaProgram() {}

    public static List<String> command(List<String> options, String classPath, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Suppresses warnings about deprecated JDK features that these servers use.
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        return command;
    }
}
