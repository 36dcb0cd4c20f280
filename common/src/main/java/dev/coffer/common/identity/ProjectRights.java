package dev.coffer.common.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The rights that the access token of the request grants in the projects that it names, by the configured claims.
 * Claims that cannot be understood grant nothing, nor does any other credential.
 */
@RequestScoped
public class ProjectRights {
    private final SecurityIdentity identity;
    private final ProjectRightsConfig config;

    ProjectRights(SecurityIdentity identity, ProjectRightsConfig config) {
        this.identity = identity;
        this.config = config;
    }

    public boolean reading() {
        return given(config.read());
    }

    public boolean writing() {
        return given(config.write());
    }

    /** The only data sets that may be touched; empty if that is not limited. */
    public Optional<Set<Long>> dataSets() {
        return claim(config.dataSetsClaim()).map(claim -> texts(claim)
                .filter(text -> text.matches("[1-9][0-9]{0,15}"))
                .map(Long::valueOf)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether everything in the projects may be read, in whichever data set. */
    public boolean readingAll() {
        return reading() && dataSets().isEmpty();
    }

    private boolean given(String right) {
        return config.claim().isEmpty()
                || claim(config.claim().get()).stream().flatMap(ProjectRights::texts).anyMatch(right::equals);
    }

    private Optional<Object> claim(String path) {
        String[] steps = path.split("/");
        Object value = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(steps[0]) : null;
        for (int i = 1; i < steps.length; i++) {
            value = value instanceof JsonObject object ? object.get(steps[i]) : null;
        }
        return Optional.ofNullable(value);
    }

    private static Stream<String> texts(Object claim) {
        return switch (claim) {
            case Collection<?> values -> values.stream().flatMap(ProjectRights::texts);
            case JsonString text -> words(text.getString());
            default -> words(claim.toString());
        };
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"));
    }
}
