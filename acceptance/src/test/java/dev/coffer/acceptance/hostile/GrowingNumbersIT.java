package dev.coffer.acceptance.hostile;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Assets;
import dev.coffer.acceptance.harness.Transfer;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is small when it is stored and large when it is returned. */
@Order(62)
@Tag("hostile")
class GrowingNumbersIT {
    private static final int LIMIT = 64 << 10;
    private static final int PAGE = 2 << 20;

    private final Assets assets = as(A).byKey().assets();

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "1e-999", "0e-999", "1e131071"})
    void numbersThatTheDatabaseWritesOutAreRefused(String number) {
        String id = assets.create(Payloads.png(), "input");
        for (String value : List.of(number, "[" + number + "]", "{\"n\":[" + number + "]}")) {
            assets.update(id, "{\"user_metadata\":{\"a\":" + value + "}}").then().statusCode(400);
        }
        assertThat(assets.upload(Payloads.png(), "tags", "input", "user_metadata", "{\"a\":" + number + "}").status())
                .isEqualTo(400);
        assets.delete(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e399,", "0,", "\"\\u0001\","})
    void whatIsAnsweredIsNoLargerThanWhatMayBeStored(String element) {
        String id = assets.create(Payloads.png(), "input");
        for (int count = 100; count < 40_000; count *= 2) {
            assets.update(id, "{\"user_metadata\":{\"a\":[" + element.repeat(count) + "0]}}");
            assertThat(assets.get(id).asByteArray().length).isLessThan(LIMIT + 4096);
        }
        assets.delete(id);
    }

    @Test
    void aListOfLargeAssetsIsReadPageByPage() throws Exception {
        List<String> made = new ArrayList<>();
        String metadata = "{\"user_metadata\":{\"a\":[" + "1e389,".repeat(160) + "0]}}";
        for (int i = 0; i < 60; i++) {
            String id = assets.create(Payloads.png(), "large-metadata");
            assets.update(id, metadata).then().statusCode(200);
            made.add(id);
        }
        Victim.isServedBeside(() -> {
            for (int round = 0; round < 3; round++) {
                Together.send(16, i -> list("")).forEach(answer -> assertThat(answer.status()).isIn(200, 429, 503));
            }
        });
        List<String> walked = new ArrayList<>();
        String after = "";
        do {
            Answer page = list(after);
            assertThat(page.expect(200).body()).hasSizeLessThan(PAGE + LIMIT + 500 * 2048);
            JsonPath json = page.json();
            walked.addAll(json.getList("assets.id"));
            after = json.getString("next_cursor");
        } while (after != null);
        assertThat(walked).containsExactlyInAnyOrderElementsOf(made);
        made.forEach(assets::delete);
    }

    private static Answer list(String after) {
        return Transfer.send(as(A).byKey()
                .transfer("/api/assets?limit=500&include_tags=large-metadata&after=" + after).GET());
    }
}
