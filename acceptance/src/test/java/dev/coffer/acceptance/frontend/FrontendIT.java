package dev.coffer.acceptance.frontend;

import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Tokens;
import dev.coffer.acceptance.stack.Await;
import dev.coffer.acceptance.stack.Requires;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A page of ours in a real browser, on the address of the API: the calls of a ComfyUI front end (calls.js). */
@Order(18)
class FrontendIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static Optional<Path> browser;
    private static List<Map<String, String>> steps;
    private static List<SentRequest> sent;

    @BeforeAll
    static void openThePage() throws IOException {
        browser = Chromium.find();
        if (browser.isEmpty()) {
            return;
        }
        try (Site site = Site.start(() -> Tokens.access(A));
                Chromium chromium = Chromium.open(browser.get(), site.url())) {
            Await.until("the page has reported", TIMEOUT, () -> site.report() != null || !chromium.isAlive());
            assertThat(site.report()).as(() -> "report of the page; Chromium says: " + chromium.log()).isNotNull();
            steps = JsonPath.from(site.report()).getList("");
            sent = List.copyOf(site.sent());
        }
    }

    /** In @BeforeEach, because the reports give no reason for a class that is skipped as a whole. */
    @BeforeEach
    void requireABrowser() {
        Requires.that(browser.isPresent(), "Chromium is not on the PATH: no front end is tried in a browser");
    }

    /** The page reports after its last call, so that no call is missed. */
    @TestFactory
    Stream<DynamicTest> eachStepSucceeds() {
        return steps.stream().map(
                step -> DynamicTest.dynamicTest(step.get("name"), () -> assertThat(step.get("failure")).isEmpty()));
    }

    @Test
    void imagesAreAskedForWithoutAnyHeaderOfOurs() {
        List<SentRequest> images = sent.stream().filter(FrontendIT::isForAnImage).toList();
        assertThat(images).hasSizeGreaterThanOrEqualTo(6);
        assertThat(images).allSatisfy(request -> assertThat(request.headers()).doesNotContainKeys("Authorization",
                "X-API-Key", "Comfy-User"));
        assertThat(images).anySatisfy(request -> assertThat(request.header("Cookie")).startsWith("session="));
    }

    @Test
    void workflowsAndSettingsArePostedAsPlainText() {
        assertThat(sent).filteredOn(request -> request.target().endsWith("?overwrite=true")).isNotEmpty()
                .allSatisfy(FrontendIT::assertPlainText);
        assertThat(sent).filteredOn(request -> request.is("POST", "/api/settings/")).isNotEmpty()
                .allSatisfy(FrontendIT::assertPlainText);
    }

    @Test
    void aWorkflowIsOneEncodedSegment() {
        assertThat(sent).filteredOn(request -> request.target().contains("?overwrite=")).isNotEmpty()
                .allSatisfy(request -> assertThat(request.target()).startsWith("/api/userdata/workflows%2F"));
    }

    private static boolean isForAnImage(SentRequest request) {
        return request.header("Sec-Fetch-Dest").equals("image") && request.target().startsWith("/api/");
    }

    private static void assertPlainText(SentRequest request) {
        assertThat(request.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
    }
}
