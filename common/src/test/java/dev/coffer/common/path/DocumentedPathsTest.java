package dev.coffer.common.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentedPathsTest {
    private final DocumentedPaths paths = new DocumentedPaths();

    @BeforeEach
    void read() {
        OpenAPI document = OASFactory.createOpenAPI().paths(OASFactory.createPaths());
        Map.of("/a", "GET POST", "/a/{id}", "GET DELETE", "/a/word", "POST", "/a/{id}/b", "HEAD", "/n/{number}", "PUT")
                .forEach((path, methods) -> {
                    var item = OASFactory.createPathItem();
                    for (String method : methods.split(" ")) {
                        item.setOperation(HttpMethod.valueOf(method), OASFactory.createOperation()
                                .addParameter(OASFactory.createParameter().ref("some"))
                                .addParameter(OASFactory.createParameter().name("number").in(Parameter.In.PATH)
                                        .schema(OASFactory.createSchema().addType(SchemaType.INTEGER))));
                    }
                    document.getPaths().addPathItem(path, item);
                });
        paths.filterOpenAPI(document);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/a | GET, HEAD, POST", "/a/ | GET, HEAD, POST", "/a/1 | DELETE, GET, HEAD", "/a/word | POST",
        "/a/word/ | POST",
        "/a/%2F | DELETE, GET, HEAD", "/a/x/b | HEAD", "/a/word/b | HEAD", "/n/12 | PUT", "/n/-12 | PUT"
    })
    void knowsTheMethodsOfAPath(String path, String methods) {
        assertThat(paths.find(path).map(found -> String.join(", ", found.methods()))).contains(methods);
    }

    @ParameterizedTest
    @CsvSource({"/", "''", "/b", "/a/b/c", "/a//b", "/a/x/b/c", "/A", "/n", "/n/", "/n/x", "/n/-", "/n/1x",
        "/n/\u0661"})
    void othersAreNotThere(String path) {
        assertThat(paths.find(path)).isEmpty();
    }

    @Test
    void segmentsBeyondTheLongestTemplateAreNotToldApart() {
        String path = "/a" + "/x".repeat(10_000);
        assertThat(PathTemplate.segments(path)).hasSize(32);
        assertThat(paths.find(path)).isEmpty();
    }
}
