package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.harness.UserFiles;
import dev.coffer.acceptance.stack.Events;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** User data: what goes in comes out, under the name that it was given. */
@Order(10)
class UserFilesIT {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";
    private final UserFiles files = as(A).userFiles();

    static List<Payload> realInput() {
        return RealInput.all();
    }

    @ParameterizedTest
    @MethodSource("realInput")
    void contentIsReadBackByteByByteAndIsAnEvent(Payload payload) {
        String path = "workflows/" + payload.name();
        Answer stored = files.put(path, payload).expect(200);
        assertThat(stored.json().getString("path")).isEqualTo(path);
        assertThat(stored.json().getLong("size")).isEqualTo(payload.size());
        assertThat(stored.json().getString("modified")).matches(TIME);

        Answer read = files.assertContent(path, payload);
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(read.header("Content-Disposition")).startsWith("attachment");
        assertThat(read.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(read.header("ETag")).startsWith("\"");
        Ranges.assertAll(() -> as(A).transfer(UserFiles.url(path)), payload);
        RealInput.assertEvent(Events.USER_FILES, "dev.coffer.userfile.uploaded", path, payload);
    }

    @Test
    void aPathWithRawSlashesIsTheSameFile() {
        String folder = unique("folder");
        Payload payload = Payloads.text("same file");
        files.put(folder + "/sub dir/ä b.txt", payload).expect(200);
        Transfer.assertContent(as(A).transfer("/api/userdata/" + folder + "/sub%20dir/%C3%A4%20b.txt"), payload);
    }

    @ParameterizedTest
    @CsvSource({
        "%s%%2Fa.txt, %s/a.txt",
        "%s%%252Fa.txt, %s/a.txt",
        "%s-100%%25.txt, %s-100%%.txt",
        "%s-a%%20b%%3Ac.txt, '%s-a b:c.txt'",
        "%s-a%%5Cb.txt, %s-a\\b.txt",
        "%s/./x/../y.txt, %s/y.txt",
        "%s//double.txt, %s/double.txt",
        "%s%%2F%%F0%%9F%%8C%%99.txt, %s/🌙.txt",
        "%s%%2Fa+b.txt, %s/a+b.txt"
    })
    void pathsAreDecodedOnce(String sent, String meant) {
        String name = unique("path");
        Answer stored = RawHttp.send(
                "POST", "/api/userdata/" + sent.formatted(name), as(A).headers());
        assertThat(stored.expect(200).json().getString("path")).isEqualTo(meant.formatted(name));
        files.get(meant.formatted(name)).then().statusCode(200);
    }

    @Test
    void theShortAnswerIsThePathAlone() {
        String path = unique("short") + ".txt";
        Answer answer = files.put(path, Payloads.text("x"), "full_info", "false").expect(200);
        assertThat(answer.text()).isEqualTo("\"" + path + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"undefined", "true", "FALSE", ""})
    void onlyTheWordFalseForbidsToOverwrite(String overwrite) {
        String path = unique("over") + ".txt";
        Payload second = Payloads.text("second");
        files.put(path, Payloads.text("first")).expect(200);
        files.put(path, second, "overwrite", overwrite, "full_info", "undefined").expect(200);
        files.assertContent(path, second);
    }

    @Test
    void overwritingIsRefusedOnRequestAndLeavesTheContentAlone() {
        String path = unique("keep") + ".txt";
        Payload first = Payloads.text("first");
        files.put(path, first, "overwrite", "false").expect(200);
        Answer refused = files.put(path, Payloads.text("second"), "overwrite", "false");
        Refusal.assertText(refused, 409);
        assertThat(refused.text()).isEqualTo("File already exists");
        files.assertContent(path, first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain;charset=UTF-8", "application/json", "multipart/form-data", "a garbage type", ""})
    void theContentTypeDoesNotMatter(String contentType) {
        String path = unique("typed") + ".txt";
        byte[] content = "{\"no\": matter".getBytes();
        var request = as(A).transfer(UserFiles.url(path)).POST(BodyPublishers.ofByteArray(content));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        Transfer.send(request).expect(200);
        files.assertContent(path, Payloads.of("typed", "text/plain", content));
    }

    @Test
    void anEmptyFileIsAFile() {
        String path = unique("empty") + ".txt";
        Payload nothing = Payloads.text("");
        assertThat(files.put(path, nothing).expect(200).json().getLong("size")).isZero();
        files.assertContent(path, nothing);
    }

    @Test
    void aBodyInChunksIsContentLikeAnyOther() {
        String path = unique("chunked") + ".bin";
        Payload payload = Payloads.binary(9_000_001);
        Transfer.send(as(A).transfer(UserFiles.url(path)).POST(Transfer.chunked(payload))).expect(200);
        files.assertContent(path, payload);
    }

    @Test
    void whoKnowsTheContentGetsItNotAgain() {
        String path = unique("known") + ".json";
        files.put(path, Payloads.workflow()).expect(200);
        String etag = files.get(path).header("ETag");
        as(A).request().header("If-None-Match", etag).get(UserFiles.url(path)).then().statusCode(304);
        as(A).request().header("If-None-Match", "\"other\"").get(UserFiles.url(path)).then().statusCode(200);
    }

    @Test
    void headSaysWhatGetWouldSay() {
        Payload payload = Payloads.workflow();
        files.put(payload.name(), payload).expect(200);
        as(A).request().head(UserFiles.url(payload.name())).then()
                .statusCode(200)
                .header("Content-Length", is(String.valueOf(payload.size())))
                .header("Content-Type", matchesPattern("application/json.*"));
    }

    @Test
    void aDeletedFileIsGoneAndCanComeBack() {
        Payload payload = Payloads.csv();
        files.put(payload.name(), payload).expect(200);
        files.delete(payload.name()).then().statusCode(204).body(is(emptyOrNullString()));
        Refusal.assertText(files.get(payload.name()), 404);
        Refusal.assertText(files.delete(payload.name()), 404);
        files.put(payload.name(), payload, "overwrite", "false").expect(200);
        files.assertContent(payload.name(), payload);
    }

    @Test
    void anApiKeyOpensTheSamePersonalWorkspace() {
        Payload payload = Payloads.csv();
        as(A).byKey().userFiles().put(payload.name(), payload).expect(200);
        files.assertContent(payload.name(), payload);
    }

    @Test
    void scriptsAreNeverServedAsScripts() {
        String path = unique("page") + ".html";
        files.put(path, Payloads.text("<script>alert(1)</script>")).expect(200);
        files.get(path).then().header("Content-Type", matchesPattern("application/octet-stream.*"));
    }
}
