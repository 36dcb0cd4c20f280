package dev.coffer.images.base;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import java.util.List;

/**
 * An image of somebody else, which must have a Java 25.
 *
 * @param name in a registry, best with its digest; or {@code tar://} and a file
 */
public record NamedBase(String name) implements Base {
    @Override
    public JibContainerBuilder image() throws InvalidImageReferenceException {
        return Jib.from(name);
    }

    @Override
    public boolean isFromThisMachine() {
        return name.startsWith("localhost:") || name.startsWith("127.0.0.1:");
    }

    @Override
    public List<Part> parts() {
        String version = name.contains("@") ? name.substring(name.indexOf('@') + 1) : "";
        return List.of(new Part(name, version, ""));
    }
}
