package dev.coffer.userdata.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import dev.coffer.userdata.UserdataServers;
import dev.coffer.userdata.file.UserFile;
import dev.coffer.userdata.version.Sweeps;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Deletion of earlier contents: the oldest, those of files deleted long ago, and on request. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "viv")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "viv"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "workspaces", value = "archive")
})
class UserFileForgetIT extends HistoryFixture {
    @Inject
    Sweeps sweeps;

    @Test
    void theLastTenAreKeptAndTheRestIsReleased() {
        List<UUID> refs = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            refs.add(saves.saveOther(VIV, FILE).content().ref());
        }
        list(FILE, 200).body("$", hasSize(11));
        assertThat(rows.released(refs)).containsExactlyElementsOf(refs.subList(0, 2));
    }

    @Test
    void nothingIsAddedToTheLastTenByMovingAFolder() {
        List<UUID> before = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            before.add(saves.saveOther(VIV, "x/a").content().ref());
        }
        saves.delete(VIV, "x/a");
        List<UUID> moved = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            moved.add(saves.saveOther(VIV, "w/a").content().ref());
        }
        given().post("/api/userdata/w/move/x").then().statusCode(200);
        list("x/a", 200).body("$", hasSize(11));
        assertThat(rows.released(before)).hasSize(2).isSubsetOf(before);
        assertThat(rows.released(moved)).isEmpty();
    }

    @Test
    void whatDeletedFilesHadIsGivenUpInTheEnd() {
        UserFile dead = saves.saveOther(VIV, "dead");
        UserFile fresh = saves.saveOther(VIV, "fresh");
        UserFile replaced = saves.saveOther(VIV, "alive");
        saves.saveOther(VIV, "alive");
        saves.delete(VIV, "dead");
        saves.delete(VIV, "fresh");
        rows.execute("update user_file_version set expires_at = now() where path = 'dead' and owner = 'user:viv'");
        sweeps.sweep();
        assertThat(rows.released(List.of(dead.content().ref(), fresh.content().ref(), replaced.content().ref())))
                .containsExactly(dead.content().ref());
        list("dead", 404);
        list("fresh", 200);
        list("alive", 200).body("$", hasSize(2));
    }

    @Test
    void thePastCanBeForgotten() {
        UserFile one = saves.saveOther(VIV, FILE);
        UserFile two = saves.saveOther(VIV, FILE);
        given().delete(PATH + "?path=" + FILE).then().statusCode(204);
        list(FILE, 200).body("version", contains(id(two)));
        assertThat(rows.released(List.of(one.content().ref(), two.content().ref())))
                .containsExactly(one.content().ref());
        given().delete(PATH + "?path=nothing").then().statusCode(404);
    }
}
