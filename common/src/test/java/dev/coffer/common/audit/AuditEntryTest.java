package dev.coffer.common.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.audit.AuditEntry.Who;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Who PERSON = new Who("acme", "u-1", "key", "cfr_7", "user:u-1");

    @Test
    void anEntrySaysWhoDidWhatToWhat() throws Exception {
        AuditEntry entry = new AuditEntry(PERSON, "PUT /api/assets/{id}", Map.of("id", "a-1"));
        entry.changed("dev.coffer.asset.updated", "a-1");
        assertThat(read(entry)).isEqualTo(JSON.readTree("""
                {"tenant": "acme", "subject": "u-1", "by": "key", "credential": "cfr_7", "workspace": "user:u-1",
                 "operation": "PUT /api/assets/{id}", "ids": {"id": "a-1"},
                 "changes": [{"type": "dev.coffer.asset.updated", "id": "a-1"}], "changed": 1,
                 "status": 200, "complete": true, "requestId": "r-1"}"""));
    }

    @Test
    void whatIsNotKnownIsLeftOut() throws Exception {
        AuditEntry entry = new AuditEntry(new Who("acme", null, "link", null, null), "PUT /blob/…", Map.of());
        assertThat(read(entry).properties()).extracting(Map.Entry::getKey)
                .containsExactly("tenant", "by", "operation", "changed", "status", "complete", "requestId");
    }

    @Test
    void nothingOfARequestEndsTheLine() throws Exception {
        AuditEntry entry =
                new AuditEntry(PERSON, "DELETE /x/{path}", Map.of("path", "a\n{\"tenant\":\"b\"}\u2028\u0000"));
        assertThat(entry.text(JSON, 204, true, "r-1")).doesNotContain("\n", "\u0000");
        assertThat(read(entry).at("/ids/path").asText()).startsWith("a\n");
    }

    @Test
    void ofManyChangesSomeAreNamedAndAllAreCounted() throws Exception {
        AuditEntry entry = new AuditEntry(PERSON, "POST /files/delete", Map.of());
        for (int i = 0; i < 1_000; i++) {
            entry.changed("dev.coffer.file.deleted", Integer.toString(i));
        }
        assertThat(read(entry).path("changes")).hasSize(AuditEntry.MOST);
        assertThat(read(entry).path("changed").asInt()).isEqualTo(1_000);
    }

    private static JsonNode read(AuditEntry entry) throws Exception {
        return JSON.readTree(entry.text(JSON, 200, true, "r-1"));
    }
}
