package dev.coffer.deploy.model;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** All objects that an installation makes, its tests too. */
public record Release(List<Manifest> manifests) {
    public static final List<String> SERVICES = List.of("asset", "blob", "files", "userdata");

    public List<Manifest> all(String kind) {
        return manifests.stream().filter(manifest -> manifest.kind().equals(kind)).toList();
    }

    /** @throws AssertionError if there is none, or more than one */
    public Manifest the(String kind, String name) {
        List<Manifest> found = all(kind).stream().filter(manifest -> manifest.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + kind + " " + name + " in " + manifests);
        }
        return found.getFirst();
    }

    public Manifest deployment(String service) {
        return the("Deployment", "coffer-" + service);
    }

    /** All objects that have pods. */
    public List<Manifest> workloads() {
        return manifests.stream().filter(manifest -> !manifest.pod().isMissingNode()).toList();
    }

    /** The mounted settings of a service, as Java reads them. */
    public Properties settings(String service) {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(
                    the("ConfigMap", "coffer-" + service).at("/data/application.properties").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }
}
