package dev.coffer.acceptance.isolation;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.CdfFiles.externalId;
import static dev.coffer.acceptance.harness.CdfFiles.id;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.isolation.SameAnswer.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.harness.Refusal;
import dev.coffer.acceptance.harness.User;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A project sees its own files; a project of others is forbidden, whether it exists or not. */
@Order(33)
class ForeignProjectsIT {
    private static final Map<String, String> FILE = Map.of("name", "n");

    @ParameterizedTest
    @EnumSource(value = User.class, names = {"A2", "B"})
    void aFileOfAnotherProjectIsUnknown(User stranger) {
        String name = unique("ext");
        String noName = unique("ext");
        Payload payload = Payloads.csv();
        JsonPath file = as(A).cdf().created(Map.of("name", "secret", "externalId", name));
        CdfFiles.put(file.getString("uploadUrl"), payload).expect(200);
        long number = file.getLong("id");
        long noNumber = number % 10 == 9 ? number - 1 : number + 1;

        CdfFiles theirs = as(stranger).cdf();
        List<Function<Object, Response>> operations = List.of(theirs::byIds, theirs::downloadLinks);
        for (Function<Object, Response> operation : operations) {
            assertSame(
                    operation.apply(id(number)), String.valueOf(number), operation.apply(id(noNumber)),
                    String.valueOf(noNumber));
            assertSame(operation.apply(externalId(name)), name, operation.apply(externalId(noName)), noName);
        }
        JsonPath own =
                theirs.overwrite(Map.of("name", "own", "externalId", name)).then().statusCode(201).extract().jsonPath();
        assertThat(own.getLong("id")).isNotEqualTo(number);
        assertThat(own.getBoolean("uploaded")).isFalse();
        as(A).cdf().assertContent(number, payload);
    }

    @ParameterizedTest
    @EnumSource(User.class)
    void aForeignProjectIsForbiddenAsAnUnknownOneIs(User user) {
        for (User other : User.values()) {
            if (other != user) {
                String unknown = "x".repeat(other.project().length() - 1) + "y";
                CdfFiles foreign = as(user).cdf().in(other.project());
                CdfFiles nowhere = as(user).cdf().in(unknown);
                Refusal.assertCdf(foreign.create(FILE), 403);
                assertSame(foreign.create(FILE), other.project(), nowhere.create(FILE), unknown);
                assertSame(foreign.byIds(id(1)), other.project(), nowhere.byIds(id(1)), unknown);
                assertSame(foreign.downloadLinks(id(1)), other.project(), nowhere.downloadLinks(id(1)), unknown);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = User.class, names = {"A2", "B"})
    void contentOfAForeignProjectCannotBeReferenced(User stranger) {
        Payload payload = Payloads.csv();
        as(A).cdf().upload(payload);
        for (var client : List.of(as(stranger), as(stranger).byKey())) {
            Refusal.assertComfy(client.assets().fromHash(payload.blake3(), "input"), 404, "ASSET_NOT_FOUND");
            Refusal.assertComfy(client.assets().fromHash(payload.sha256(), "input"), 404, "ASSET_NOT_FOUND");
        }
    }

    @ParameterizedTest
    @EnumSource(value = User.class, names = {"A2", "B"})
    void theSameBytesCanBeStoredByBoth(User stranger) {
        Payload payload = Payloads.csv();
        long mine = as(A).cdf().upload(payload);
        long theirs = as(stranger).cdf().upload(payload);
        as(A).cdf().assertContent(mine, payload);
        as(stranger).cdf().assertContent(theirs, payload);
    }
}
