package dev.coffer.blob.link;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.coffer.blob.RealServers;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.signing.LinkConfig;
import dev.coffer.common.signing.TransferLinks;
import dev.coffer.common.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Links count for the tenant that made them, two requests a second. */
@QuarkusTest
@TestProfile(LinkLimitIT.TwoPerSecond.class)
@QuarkusTestResource(RealServers.class)
class LinkLimitIT {
    private static final Duration LIFE = Duration.ofMinutes(1);

    @Inject
    TransferLinks links;

    @Inject
    LinkConfig config;

    public static class TwoPerSecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("coffer.rate-limit.per-tenant", "2", "coffer.rate-limit.burst", "1s");
        }
    }

    @Test
    void downloadsAreLimitedInTheFormOfTheirApi() {
        Owner owner = Owner.user("downloads", "a");
        refused(() -> given().get(path(links.download(Ids.next(), owner, "image/png", "inline"))))
                .then().header("Retry-After", matchesPattern("[12]")).body("code", equalTo("TOO_MANY_REQUESTS"));
        refused(() -> given().get(path(links.fileDownload(Ids.next(), owner, "image/png", "inline", LIFE))))
                .then().body("error.code", equalTo(429));
    }

    @Test
    void uploadsAndTheirPartsAreLimited() {
        Owner owner = Owner.user("uploads", "a");
        Instant expires = Instant.now().plus(LIFE);
        refused(() -> given().body("x").put(path(links.upload(Ids.next(), owner, expires))));
        refused(() -> given().body("x").put(path(links.uploadPart(Ids.next(), owner, 1, expires))));
    }

    @Test
    void anotherTenantIsServedBeside() {
        refused(() -> given().get(path(links.download(Ids.next(), Owner.user("many", "a"), "image/png", "inline"))));
        given().get(path(links.download(Ids.next(), Owner.user("few", "a"), "image/png", "inline"))).then()
                .statusCode(404);
    }

    private String path(String link) {
        return link.substring(config.publicUrl().length());
    }

    /** The first 429 of many requests. */
    private static Response refused(Supplier<Response> request) {
        for (int i = 0; i < 100; i++) {
            Response answer = request.get();
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("no request was one too many");
    }
}
