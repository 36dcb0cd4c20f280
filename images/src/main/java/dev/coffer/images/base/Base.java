package dev.coffer.images.base;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import java.io.IOException;
import java.util.List;

/** What an image begins with: a Java runtime whose {@code java} is on the PATH. */
public interface Base {
    /** A new image that has only this. */
    JibContainerBuilder image() throws IOException, InvalidImageReferenceException;

    /** Whether it comes from a registry on this machine, which may do without TLS. */
    default boolean isFromThisMachine() {
        return false;
    }

    /** What is in it, for bills of materials. */
    List<Part> parts();
}
