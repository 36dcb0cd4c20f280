package dev.coffer.common.path;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * The paths of the OpenAPI document that the service serves, read once, when it starts. A literal segment
 * takes precedence over a parameter: {@code /assets/from-hash} is no asset.
 */
@ApplicationScoped
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class DocumentedPaths implements OASFilter {
    private volatile List<PathTemplate> all = List.of();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        all = document.getPaths().getPathItems().entrySet().stream()
                .map(path -> template(path.getKey(), path.getValue()))
                .toList();
    }

    /**
     * What a path of a request is in the document; empty if it is not there.
     *
     * @param path percent-encoded, normalised
     */
    public Optional<PathTemplate> find(String path) {
        List<String> segments = PathTemplate.segments(path);
        return all.stream()
                .filter(template -> template.matches(segments))
                .max(Comparator.comparingInt(PathTemplate::literals));
    }

    private static PathTemplate template(String path, PathItem item) {
        SortedSet<String> methods = item.getOperations().keySet().stream()
                .map(PathItem.HttpMethod::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return new PathTemplate(path, numbers(item), methods);
    }

    private static Set<String> numbers(PathItem item) {
        Stream<List<Parameter>> lists = Stream.concat(
                Stream.ofNullable(item.getParameters()),
                item.getOperations().values().stream().map(Operation::getParameters).filter(Objects::nonNull));
        return lists.flatMap(List::stream)
                .filter(parameter -> parameter.getIn() == Parameter.In.PATH && isInteger(parameter))
                .map(Parameter::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isInteger(Parameter parameter) {
        return parameter.getSchema() != null && parameter.getSchema().getType() != null
                && parameter.getSchema().getType().contains(SchemaType.INTEGER);
    }
}
