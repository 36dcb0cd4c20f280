package dev.coffer.files.http;

import static dev.coffer.files.http.Calls.FILES;
import static dev.coffer.files.http.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.files.FilesServers;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is named in a request is looked up at once, not one by one. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "alpha")
})
class QueriesIT {
    private static final Project ALPHA = new Project("acme", "alpha");
    private static final int MANY = 40;
    /** What others do meanwhile, such as relays. */
    private static final int NOISE = 15;

    @Inject
    EntityManagerFactory entities;

    @Inject
    StoredFiles stored;

    private Statistics statistics;

    @BeforeEach
    void countStatements() {
        statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
    }

    @Test
    void dataSetsOfLabels() {
        List<Long> dataSets = dataSets();
        long same = statements("/api/v1/projects/alpha/labels", 201, i -> label(dataSets.getFirst()));
        long different = statements("/api/v1/projects/alpha/labels", 201, i -> label(dataSets.get(i)));
        assertThat(different).isLessThan(same + NOISE);
    }

    @Test
    void dataSetsOfUpdates() {
        List<Long> dataSets = dataSets();
        List<Long> files = IntStream.range(0, MANY).mapToObj(i -> stored.add(ALPHA, file -> {}).id()).toList();
        long without = statements(FILES + "/update", 200, i -> update(files.get(i), "source", "\"s\""));
        long with = statements(FILES + "/update", 200, i -> update(files.get(i), "dataSetId", dataSets.get(i)));
        assertThat(with).isLessThan(without + NOISE);
    }

    @Test
    void labelsThatAreDeleted() {
        List<String> names = new ArrayList<>();
        statements("/api/v1/projects/alpha/labels", 201, i -> {
            names.add(UUID.randomUUID().toString());
            return "{\"externalId\":\"" + names.getLast() + "\",\"name\":\"n\"}";
        });
        assertThat(statements("/api/v1/projects/alpha/labels/delete", 200,
                i -> "{\"externalId\":\"" + names.get(i) + "\"}"))
                .isLessThan(NOISE);
    }

    @Test
    void uploadsOfAFileThatIsDeleted() {
        FileKey key = stored.add(ALPHA, file -> {});
        for (int i = 0; i < MANY; i++) {
            stored.open(key, Instant.now().plusSeconds(60));
        }
        long before = statistics.getPrepareStatementCount();
        post(FILES + "/delete", "{\"items\":[{\"id\":" + key.id() + "}]}").then().statusCode(200);
        assertThat(statistics.getPrepareStatementCount() - before).isLessThan(MANY);
    }

    private long statements(String path, int status, IntFunction<String> item) {
        String items = IntStream.range(0, MANY).mapToObj(item).collect(Collectors.joining(",", "{\"items\":[", "]}"));
        long before = statistics.getPrepareStatementCount();
        post(path, items).then().statusCode(status);
        return statistics.getPrepareStatementCount() - before;
    }

    private static List<Long> dataSets() {
        List<Long> ids = new ArrayList<>();
        while (ids.size() < MANY) {
            ids.addAll(post("/api/v1/projects/alpha/datasets", "{\"items\":[" + "{},".repeat(9) + "{}]}").then()
                    .statusCode(200).extract().jsonPath().getList("items.id", Long.class));
        }
        return ids;
    }

    private static String label(long dataSet) {
        return "{\"externalId\":\"" + UUID.randomUUID() + "\",\"name\":\"n\",\"dataSetId\":" + dataSet + "}";
    }

    private static String update(long id, String field, Object value) {
        return "{\"id\":" + id + ",\"update\":{\"" + field + "\":{\"set\":" + value + "}}}";
    }
}
