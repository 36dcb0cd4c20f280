package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Client.query;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.A2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Assets;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.RawHttp;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.stack.Environment;
import io.restassured.response.Response;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser session: opened with a token, it shows images without one, and nothing else. */
@Order(16)
class SessionsIT {
    private static final String SESSION = "/api/auth/session";

    private final Payload picture = Payloads.png();
    private final Assets assets = as(A).assets();

    @Test
    void theCookieShowsAnImageByteByByte() {
        String id = assets.create(picture, "input");
        String cookie = open(as(A));
        Transfer.assertContent(by(cookie, "/api/assets/" + id + "/content"), picture);
        Transfer.assertContent(by(cookie, view(picture)), picture);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        String cookie = as(A).request().post(SESSION).then().statusCode(200).extract().header("Set-Cookie");
        assertThat(cookie).startsWith("session=cfs_")
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=");
    }

    @Test
    void whatOneSessionShowedIsNotKeptForTheNext() {
        String bytes = "/api/assets/" + assets.create(picture, "input") + "/content?redirect=false";
        String cookie = open(as(A));
        assertThat(read(cookie, view(picture)).expect(302).header("Vary")).contains("Cookie");
        assertThat(read(cookie, bytes).expect(200).header("Vary")).contains("Cookie");
    }

    @Test
    void aSessionShowsNothingOfOthers() {
        String id = assets.create(picture, "input");
        Refusal.assertComfy(read(open(as(A2)), "/api/assets/" + id + "/content"), 404, "ASSET_NOT_FOUND");
        assertThat(read(open(as(A2)), view(picture)).status()).isEqualTo(404);
    }

    @Test
    void aSessionInTheTeamShowsWhatIsOfTheTeam() {
        Client team = as(A).in(Environment.get("COFFER_WORKSPACE_TEAM"));
        String id = team.assets().create(picture, "input");
        Transfer.assertContent(by(open(team), "/api/assets/" + id + "/content"), picture);
        assertThat(read(open(as(A)), "/api/assets/" + id + "/content").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/assets", "/api/userdata?dir=.", "/api/settings", "/api/keys", "/api/user"})
    void aSessionOpensNothingElse(String path) {
        assertThat(read(open(as(A)), path).status()).isEqualTo(401);
    }

    /** The cookie as a browser sends it back. */
    private static String open(Client client) {
        Response opened = client.request().post(SESSION).then().statusCode(200).extract().response();
        return "session=" + opened.cookie("session");
    }

    private static String view(Payload payload) {
        return "/api/view" + query("filename", payload.name(), "type", "input");
    }

    private static Answer read(String cookie, String path) {
        return RawHttp.send("GET", path, Map.of("Cookie", cookie));
    }

    private static HttpRequest.Builder by(String cookie, String path) {
        return Client.nobody().transfer(path).header("Cookie", cookie);
    }
}
