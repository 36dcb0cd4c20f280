package dev.coffer.acceptance.isolation;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.isolation.SameAnswer.assertSame;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.harness.UserFiles;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each user has a separate tree of files; those of others do not exist. */
@Order(31)
class ForeignUserFilesIT {

    static List<Client> outsiders() {
        return Outsiders.all();
    }

    static List<Client> strangers() {
        return Outsiders.strangers();
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void theSamePathIsAnotherFile(Client outsider) {
        Payload mine = Payloads.csv();
        Payload theirs = Payloads.csv();
        String path = "isolated/" + mine.name();
        String unknown = "isolated/" + theirs.name();
        as(A).userFiles().put(path, mine).expect(200);

        UserFiles files = outsider.userFiles();
        assertSame(files.get(path), path, files.get(unknown), unknown);
        assertSame(files.delete(path), path, files.delete(unknown), unknown);
        files.put(path, theirs, "overwrite", "false").expect(200);
        files.assertContent(path, theirs);
        as(A).userFiles().assertContent(path, mine);
        files.delete(path).then().statusCode(204);
        as(A).userFiles().assertContent(path, mine);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void theContentCannotBeReferenced(Client stranger) {
        Payload mine = Payloads.csv();
        as(A).userFiles().put(mine.name(), mine).expect(200);
        Refusal.assertComfy(stranger.assets().fromHash(mine.blake3(), "input"), 404, "ASSET_NOT_FOUND");
        Refusal.assertComfy(stranger.assets().fromHash(mine.sha256(), "input"), 404, "ASSET_NOT_FOUND");
    }
}
