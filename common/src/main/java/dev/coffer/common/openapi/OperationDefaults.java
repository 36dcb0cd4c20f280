package dev.coffer.common.openapi;

import dev.coffer.common.error.ErrorFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the OpenAPI document of a service what its operations have in common, so that resources describe only
 * what is special to them, and a new operation cannot lack the rest:
 *
 * <ul>
 *   <li>each {@link Refusal} that the operation can give by what it is: because it needs credentials, takes a body, or
 *       just is one;
 * <li>the description of a refusal that the resource names by its status alone, {@code @APIResponse(responseCode =
 * "404")};
 *   <li>the shape of every refusal: the one of the {@link ErrorFormat} that the service's errors have at that path.
 *       Answers to HEAD have none.
 * </ul>
 *
 * <p>What a resource says itself always stays. Each public service has one {@code OASFilter} that calls this at build
 * time.
 */
public final class OperationDefaults {
    private final ErrorFormat.ByPath formats;
    private final Map<Refusal, String> descriptions = new EnumMap<>(Refusal.class);

    /** @param formats the ones in which the service reports errors */
    public OperationDefaults(ErrorFormat.ByPath formats) {
        this.formats = formats;
    }

    /** Describes a refusal as the service would. */
    public OperationDefaults describing(int status, String description) {
        descriptions.put(Refusal.of(Integer.toString(status)), description);
        return this;
    }

    /**
     * Completes all operations of a document.
     *
     * @throws IllegalArgumentException if a resource names a status that has no usual description, and has none for it
     */
    public void addTo(OpenAPI document) {
        document.getPaths().getPathItems().keySet().stream().map(formats::of).distinct()
                .forEach(format -> ErrorContent.addTo(document.getComponents(), format));
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            ErrorFormat format = method == HttpMethod.HEAD ? null : formats.of(path);
            operation.getResponses().setAPIResponses(answers(operation, format, document.getComponents()));
        }));
    }

    /** @param format of the body; absent for answers without one */
    private Map<String, APIResponse> answers(Operation operation, @Nullable ErrorFormat format, Components components) {
        Map<String, APIResponse> answers = new TreeMap<>(operation.getResponses().getAPIResponses());
        for (Refusal refusal : Refusal.values()) {
            if (refusal.isOf(operation)) {
                answers.putIfAbsent(refusal.status, OASFactory.createAPIResponse());
            }
        }
        answers.replaceAll((status, answer) -> status.matches("[45]\\d\\d")
                ? complete(status, answer, format, components) : answer);
        return answers;
    }

    private APIResponse complete(
            String status, APIResponse answer, @Nullable ErrorFormat format, Components components) {
        if (answer.getRef() != null || answer.getContent() != null) {
            return answer;
        }
        if (answer.getDescription() != null) {
            return format == null ? answer : answer.content(ErrorContent.of(format));
        }
        Refusal refusal = Refusal.of(status);
        return format == null ? usual(refusal) : reference(refusal, format, components);
    }

    private APIResponse reference(Refusal refusal, ErrorFormat format, Components components) {
        String name = refusal.component + format.shape().suffix();
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponse(name, usual(refusal).content(ErrorContent.of(format)));
        }
        return OASFactory.createAPIResponse().ref(name);
    }

    private APIResponse usual(Refusal refusal) {
        String description = descriptions.getOrDefault(refusal, refusal.description);
        APIResponse answer = OASFactory.createAPIResponse().description(description);
        return refusal.isTransient() ? answer.addHeader("Retry-After", retryAfter()) : answer;
    }

    private static Header retryAfter() {
        return OASFactory.createHeader().description("Seconds to wait")
                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER));
    }
}
