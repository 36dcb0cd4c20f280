package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Client.query;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.A2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.harness.UserFiles;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a user file had before can be seen, read and brought back, byte by byte. */
@Order(10)
class UserFileVersionsIT {
    private static final String VERSIONS = "/api/v2/userdata/versions";

    private final UserFiles files = as(A).userFiles();
    private final String folder = unique("past");
    private final String path = folder + "/größe & co.json";
    private final Payload first = Payloads.workflow();
    private final Payload second = Payloads.csv();
    private final Payload third = Payloads.binary(9_000_001);

    @Test
    void ofThreeContentsTheFirstIsReadAndRestored() {
        save(first, second, third);
        JsonPath listed = versions();
        assertThat(listed.getList("hash")).containsExactly(third.blake3(), second.blake3(), first.blake3());
        assertThat(listed.getList("size", Long.class)).containsExactly(third.size(), second.size(), first.size());
        assertThat(listed.getList("current")).containsExactly(true, false, false);

        String version = listed.getString("[2].version");
        assertReads(version, first);
        Ranges.assertAll(() -> as(A).transfer(content(version)), first);
        restore(path, version).then().statusCode(200);

        files.assertContent(path, first);
        assertThat(versions().getList("hash")).startsWith(first.blake3(), third.blake3())
                .contains(second.blake3());
    }

    @Test
    void restoringLosesNothing() {
        save(first, second);
        restore(path, versions().getString("[1].version")).then().statusCode(200);
        restore(path, versions().getString("[1].version")).then().statusCode(200);
        files.assertContent(path, second);
        assertReads(versions().getString("[1].version"), first);
    }

    @Test
    void aDeletedFileComesBack() {
        save(first, second);
        files.delete(path).then().statusCode(204);
        Refusal.assertText(files.get(path), 404);

        assertThat(deleted()).extracting(file -> file.get("path")).containsExactly(path);
        String version = deleted().getFirst().get("version");
        assertReads(version, second);
        restore(path, version).then().statusCode(200);

        files.assertContent(path, second);
        assertThat(versions().getList("hash")).contains(second.blake3(), first.blake3());
        assertThat(deleted()).isEmpty();
    }

    @Test
    void thePastMovesWithTheFile() {
        save(first, second);
        String moved = unique("moved") + ".json";
        files.move(path, moved).then().statusCode(200);
        String version = as(A).request().get(VERSIONS + query("path", moved)).path("[1].version");
        restore(moved, version).then().statusCode(200);
        files.assertContent(moved, first);
    }

    @Test
    void noOtherCallerReadsOrRestoresAVersion() {
        save(first, second);
        String version = versions().getString("[1].version");
        Refusal.assertText(as(A2).request().get(content(version)), 404);
        Refusal.assertText(as(A2).request().post(VERSIONS + "/restore" + query("path", path, "version", version)), 404);
        files.assertContent(path, second);
    }

    private void save(Payload... contents) {
        for (Payload content : contents) {
            files.put(path, content).expect(200);
        }
    }

    private JsonPath versions() {
        return as(A).request().get(VERSIONS + query("path", path)).then().statusCode(200).extract().jsonPath();
    }

    private String content(String version) {
        return VERSIONS + "/content" + query("path", path, "version", version);
    }

    private void assertReads(String version, Payload expected) {
        Transfer.assertContent(as(A).transfer(content(version)), expected);
    }

    private static Response restore(String file, String version) {
        return as(A).request().post(VERSIONS + "/restore" + query("path", file, "version", version));
    }

    private List<Map<String, String>> deleted() {
        return as(A).request().get(VERSIONS + "/deleted" + query("path", folder)).jsonPath().getList("");
    }
}
