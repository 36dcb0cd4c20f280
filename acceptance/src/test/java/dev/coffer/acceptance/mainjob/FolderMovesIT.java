package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Client.query;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.harness.UserFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A folder moves as a whole, and every file in it has the content that it had. */
@Order(10)
class FolderMovesIT {
    private final UserFiles files = as(A).userFiles();
    private final String from = unique("from");
    private final String to = unique("to");
    private final Map<String, Payload> contents = Map.of(
            "a.json", Payloads.workflow(),
            "sub/ä b.csv", Payloads.csv(),
            "sub/deep/model.bin", Payloads.binary(9_000_001),
            ".index.json", Payloads.text("{}"));

    @BeforeEach
    void fillAFolder() {
        contents.forEach((name, payload) -> files.put(from + "/" + name, payload).expect(200));
    }

    @Test
    void allContentsAreReadBackAtTheNewPlace() {
        files.move(from, to + "/inner").then().statusCode(200);
        contents.forEach((name, payload) -> {
            files.assertContent(to + "/inner/" + name, payload);
            Refusal.assertText(files.get(from + "/" + name), 404);
        });
        as(A).request().get("/api/userdata" + query("dir", from)).then().statusCode(404);
        assertThat(names(to))
                .containsExactlyInAnyOrder("inner/a.json", "inner/sub/ä b.csv", "inner/sub/deep/model.bin");
    }

    @Test
    void aFolderIsNotMovedOntoAnother() {
        Payload there = Payloads.text("was here before");
        files.put(to + "/a.json", there).expect(200);
        Refusal.assertText(files.move(from, to), 409);
        files.assertContent(to + "/a.json", there);
        contents.forEach((name, payload) -> files.assertContent(from + "/" + name, payload));
    }

    @Test
    void aFolderIsNotMovedIntoItself() {
        assertThat(files.move(from, from + "/inner").statusCode()).isBetween(400, 409);
        contents.forEach((name, payload) -> files.assertContent(from + "/" + name, payload));
    }

    private static List<String> names(String folder) {
        return as(A).request().get("/api/userdata" + query("dir", folder, "recurse", true, "full_info", false))
                .jsonPath().getList("");
    }
}
