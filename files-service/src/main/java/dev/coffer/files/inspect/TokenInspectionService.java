package dev.coffer.files.inspect;

import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.ProjectRights;
import dev.coffer.files.inspect.TokenView.Capability;
import dev.coffer.files.inspect.TokenView.ProjectScope;
import dev.coffer.files.inspect.TokenView.ProjectView;
import dev.coffer.files.inspect.TokenView.Rights;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says what the token of the request gives, by the same mapping that lets it in. */
@RequestScoped
class TokenInspectionService {
    private final CurrentCaller caller;
    private final ProjectRights rights;

    TokenInspectionService(CurrentCaller caller, ProjectRights rights) {
        this.caller = caller;
        this.rights = rights;
    }

    TokenView inspect() {
        Caller current = caller.get();
        List<String> projects = current.projects().stream().sorted().toList();
        List<ProjectView> views = projects.stream().map(name -> new ProjectView(name, List.of())).toList();
        return new TokenView(current.subject(), views, capabilities(projects));
    }

    private List<Capability> capabilities(List<String> projects) {
        List<String> actions = Stream.of(
                rights.reading() ? Stream.of("READ") : Stream.<String>of(),
                rights.writing() ? Stream.of("WRITE") : Stream.<String>of())
                .flatMap(action -> action)
                .toList();
        if (projects.isEmpty() || actions.isEmpty()) {
            return List.of();
        }
        Rights ofContents = new Rights(actions, scope(rights.dataSets(), "datasetScope"));
        // A data set is not in a data set: for it, clients know only a scope of ids.
        Rights ofDataSets = new Rights(actions, scope(rights.dataSets(), "idScope"));
        ProjectScope where = new ProjectScope(projects);
        return List.of(
                new Capability(ofContents, null, null, where),
                new Capability(null, ofContents, null, where),
                new Capability(null, null, ofDataSets, where));
    }

    private static Map<String, Object> scope(Optional<Set<Long>> dataSets, String limited) {
        return dataSets.map(ids -> ids.stream().sorted().toList())
                .<Map<String, Object>>map(ids -> Map.of(limited, Map.of("ids", ids)))
                .orElseGet(() -> Map.of("all", Map.of()));
    }
}
