package dev.coffer.acceptance.isolation;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.A2;
import static dev.coffer.acceptance.harness.User.B;
import static dev.coffer.acceptance.isolation.Outsiders.team;
import static org.hamcrest.Matchers.is;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A workspace is shared by its team only, not with a team of the same name in another tenant. */
@Order(32)
class TeamWorkspaceIT {

    static List<Client> notInTheTeam() {
        return List.of(as(A), as(A2), as(A).byKey(), as(B), as(B).byKey(), as(B).in(team()));
    }

    @Test
    void membersShareAssets() {
        Payload payload = Payloads.png();
        String tag = unique("team");
        String id = as(A).in(team()).assets().create(payload, tag, "input");
        as(A2).in(team()).assets().assertContent(id, payload);
        as(A2).in(team()).assets().list("include_tags", tag).then().body("total", is(1)).body("assets[0].id", is(id));
        as(A2).in(team()).assets().update(id, Map.of("name", "by A2")).then().statusCode(200);
        as(A).in(team()).assets().get(id).then().body("name", is("by A2"));
        as(A2).in(team()).assets().delete(id).then().statusCode(204);
        Refusal.assertComfy(as(A).in(team()).assets().get(id), 404, "ASSET_NOT_FOUND");
    }

    @Test
    void membersShareUserFiles() {
        Payload payload = Payloads.workflow();
        as(A).in(team()).userFiles().put(payload.name(), payload).expect(200);
        as(A2).in(team()).userFiles().assertContent(payload.name(), payload);
        as(A2).in(team()).userFiles().put(payload.name(), payload, "overwrite", "false").expect(409);
        as(A2).in(team()).userFiles().delete(payload.name()).then().statusCode(204);
        Refusal.assertText(as(A).in(team()).userFiles().get(payload.name()), 404);
    }

    @ParameterizedTest
    @MethodSource("notInTheTeam")
    void whatIsOfTheTeamIsNowhereElse(Client outsider) {
        Payload payload = Payloads.png();
        String id = as(A).in(team()).assets().create(payload, "input");
        as(A).in(team()).userFiles().put(payload.name(), payload).expect(200);
        Refusal.assertComfy(outsider.assets().get(id), 404, "ASSET_NOT_FOUND");
        Refusal.assertText(outsider.userFiles().get(payload.name()), 404);
        outsider.assets().list("hash", payload.blake3()).then().statusCode(200).body("total", is(0));
    }

    @Test
    void contentOfTheTeamMayBeReferencedByItsMembersAlone() {
        Payload payload = Payloads.png();
        as(A2).in(team()).assets().create(payload, "input");
        for (Client stranger : List.of(as(B), as(B).in(team()), as(A).byKey())) {
            Refusal.assertComfy(stranger.assets().fromHash(payload.blake3(), "input"), 404, "ASSET_NOT_FOUND");
        }
        as(A).assets().fromHash(payload.blake3(), "input").then().statusCode(201);
    }

    @Test
    void aKeyOpensOnlyTheWorkspaceThatItWasMadeFor() {
        Refusal.assertComfy(
                as(A).byKey().in(team()).assets().list(), 403, "workspace_access_denied");
        Refusal.assertText(as(A).byKey().in(team()).userFiles().get("x.txt"), 403);
    }

    @Test
    void thePersonalWorkspaceCanBeNamedByTheSubject() {
        Payload payload = Payloads.png();
        String id = as(A).assets().create(payload, "input");
        as(A).in(A.subject()).assets().assertContent(id, payload);
        Refusal.assertComfy(as(A2).in(A.subject()).assets().get(id), 403, "workspace_access_denied");
    }
}
