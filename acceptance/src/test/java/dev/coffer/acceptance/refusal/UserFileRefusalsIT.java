package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.harness.UserFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid paths and other refused requests to user files. Each response is a plain sentence. */
@Order(21)
class UserFileRefusalsIT {
    private static final List<String> METHODS = List.of("POST", "GET", "DELETE");
    private final UserFiles files = as(A).userFiles();

    @ParameterizedTest
    @ValueSource(strings = {
        "..%2Fx.txt", "%2e%2e%2fx.txt", "%2E%2E%2Fx.txt", "%252e%252e%252fx.txt", "..%252Fx.txt", "%2Fetc%2Fpasswd",
        "a%2F..%2F..%2Fx.txt", "a/%2e%2e/%2e%2e/x.txt", "%2e%2e", "..%2F..%2F..%2F..%2Fetc%2Fpasswd", "%252Fetc%252Fx"
    })
    void nothingLeadsOutOfTheWorkspace(String path) {
        for (String method : METHODS) {
            Refusal.assertText(send(method, path), 403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.txt", "a/../../x.txt", "../../api/assets", "./../../../etc/passwd"})
    void rawDotsLeadNowhere(String path) {
        for (String method : METHODS) {
            assertThat(send(method, path).status()).as(method + " " + path).isIn(400, 403, 404, 405);
        }
    }

    static Stream<String> unusablePaths() {
        return Stream.of(
                "a%00b.txt", "%00", "a%0Ab.txt", "a%0D%0Ab.txt", "a%1Fb.txt", "folder%2F", "folder/",
                "x".repeat(256) + ".txt", "a%2F" + "ä".repeat(128).replace("ä", "%C3%A4"), "d%2F".repeat(600) + "x.txt",
                "%ff%fe.txt", "a%C0%AFb.txt", "%ED%A0%80.txt", "%2E", "%2F");
    }

    @ParameterizedTest
    @MethodSource("unusablePaths")
    void anUnusablePathIsRefused(String path) {
        for (String method : METHODS) {
            Answer answer = send(method, path);
            assertThat(answer.status()).as(method + " " + path).isIn(400, 403);
            Refusal.assertText(answer, answer.status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%", "a%2", "%zz.txt", "a\\b.txt", "a b.txt", "<script>.txt", "a%u0041.txt", ""})
    void aPathThatIsNoUrlIsRefusedToo(String path) {
        for (String method : METHODS) {
            assertThat(send(method, path).status()).as(method + " " + path).isBetween(200, 499);
        }
    }

    @Test
    void aFolderIsNoFileAndAFileNoFolder() {
        String name = unique("tree");
        files.put(name + "/leaf.txt", Payloads.text("leaf")).expect(200);
        Refusal.assertText(files.put(name, Payloads.text("x")), 400);
        Refusal.assertText(files.put(name + "/leaf.txt/below.txt", Payloads.text("x")), 400);
        Refusal.assertText(files.delete(name), 400);
        files.assertContent(name + "/leaf.txt", Payloads.text("leaf"));
    }

    @Test
    void anUnknownFileIsNotFound() {
        for (String path : List.of(unique("no"), unique("no") + "/deep/er.txt", unique("no") + "/publish")) {
            Refusal.assertText(files.get(path), 404);
            Refusal.assertText(files.delete(path), 404);
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAtOnce() {
        String path = unique("huge") + ".bin";
        for (String length : List.of("6000000000000", String.valueOf(Long.MAX_VALUE))) {
            Map<String, String> headers = new LinkedHashMap<>(as(A).headers());
            headers.put("Content-Length", length);
            Refusal.assertText(RawHttp.send("POST", UserFiles.url(path), headers, new byte[1000]), 413);
        }
        Refusal.assertText(files.get(path), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999999", "-1", "abc", "1, 2"})
    void aLengthThatIsNoneIsRefused(String length) {
        Map<String, String> headers = new LinkedHashMap<>(as(A).headers());
        headers.put("Content-Length", length);
        assertThat(RawHttp.send("POST", UserFiles.url("x.txt"), headers).status()).isBetween(400, 499);
    }

    @Test
    void anotherMethodIsNotAllowed() {
        Refusal.assertText(Answer.of(as(A).request().patch(UserFiles.url("x.txt"))), 405);
    }

    @Test
    void theLongestNamesAndPathsAreFine() {
        Payload payload = Payloads.text("long");
        String start = unique("long");
        String name = start + "x".repeat(251 - start.length()) + ".txt";
        files.put(name, payload).expect(200);
        files.assertContent(name, payload);
        String deep = start + "/" + "d".repeat(200) + "/" + "e".repeat(200) + "/" + name;
        files.put(deep, payload).expect(200);
        files.assertContent(deep, payload);
    }

    private static Answer send(String method, String path) {
        return RawHttp.send(method, "/api/userdata/" + path, as(A).headers());
    }
}
