package dev.coffer.files.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.TestJson;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"id\":1}",
        "{\"id\":9007199254740991,\"externalId\":null}",
        "{\"externalId\":\"\"}",
        "{\"instanceId\":{\"space\":\"s\",\"externalId\":\"e\"}}"
    })
    void oneOfTheThreeIsGood(String item) {
        assertThat(IdentifierRules.check(List.of(identifier(item)), 1, 1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | items[0] must have exactly one of id, externalId and instanceId",
                "{\"id\":1,\"externalId\":\"a\"} | items[0] must have exactly one of id, externalId and instanceId",
                "{\"id\":0} | items[0].id must be from 1 to 9007199254740991",
                "{\"id\":9007199254740992} | items[0].id must be from 1 to 9007199254740991",
                "{\"externalId\":\"\\u0000\"} | items[0].externalId must not contain NUL or unpaired surrogates",
                "{\"instanceId\":{\"space\":\"s\"}} | items[0].instanceId.externalId is required",
                "{\"instanceId\":{\"externalId\":\"s\"}} | items[0].instanceId.space must match "
                        + "^[a-zA-Z][a-zA-Z0-9_-]{0,41}[a-zA-Z0-9]?$",
                "{\"instanceId\":{\"space\":\"1\",\"externalId\":\"s\"}} | items[0].instanceId.space must match "
                        + "^[a-zA-Z][a-zA-Z0-9_-]{0,41}[a-zA-Z0-9]?$"
            })
    void anythingElseIsNamed(String item, String message) {
        assertThatThrownBy(() -> IdentifierRules.check(List.of(identifier(item)), 1, 1))
                .isInstanceOf(ServiceException.class)
                .hasMessage(message);
    }

    @Test
    void aListHasItsLimits() {
        assertThat(IdentifierRules.check(ids(1000), 0, 1000)).hasSize(1000);
        assertThat(IdentifierRules.check(List.of(), 0, 1000)).isEmpty();
        assertThatThrownBy(() -> IdentifierRules.check(ids(1001), 0, 1000))
                .hasMessage("items must be a list of 0 to 1000 identifiers");
        assertThatThrownBy(() -> IdentifierRules.check(null, 0, 1000))
                .hasMessage("items must be a list of 0 to 1000 identifiers");
        assertThatThrownBy(() -> IdentifierRules.check(List.of(), 1, 100))
                .hasMessage("items must be a list of 1 to 100 identifiers");
    }

    @Test
    void lengthsHaveTheirLimits() {
        String e255 = "e".repeat(255);
        IdentifierRules.check(List.of(Identifier.ofExternalId(e255)), 1, 1);
        assertThatThrownBy(() -> IdentifierRules.check(List.of(Identifier.ofExternalId(e255 + "e")), 1, 1))
                .hasMessage("items[0].externalId must have at most 255 characters");
        String instance = "{\"instanceId\":{\"space\":\"%s\",\"externalId\":\"%s\"}}";
        IdentifierRules.check(List.of(identifier(instance.formatted("s".repeat(43), e255))), 1, 1);
        assertThatThrownBy(
                () -> IdentifierRules.check(List.of(identifier(instance.formatted("s".repeat(44), "e"))), 1, 1))
                .hasMessageStartingWith("items[0].instanceId.space must match");
        assertThatThrownBy(() -> IdentifierRules.check(List.of(identifier(instance.formatted("s", e255 + "e"))), 1, 1))
                .hasMessage("items[0].instanceId.externalId must have at most 255 characters");
    }

    @Test
    void eachDuplicateIsListedOnce() {
        List<Identifier> items = List.of(
                Identifier.ofId(1), Identifier.ofId(2), Identifier.ofId(1), Identifier.ofId(1),
                Identifier.ofExternalId("1"));
        assertThatThrownBy(() -> IdentifierRules.check(items, 1, 100))
                .hasMessage("Duplicate ids: 1")
                .satisfies(e -> {
                    ServiceException refusal = (ServiceException) e;
                    assertThat(refusal.code().status()).isEqualTo(409);
                    assertThat(TestJson.write(refusal.details())).isEqualTo("{\"duplicated\":[{\"id\":1}]}");
                });
    }

    private static List<Identifier> ids(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(Identifier::ofId).toList();
    }

    private static Identifier identifier(String json) {
        return TestJson.read(json, Identifier.class);
    }
}
