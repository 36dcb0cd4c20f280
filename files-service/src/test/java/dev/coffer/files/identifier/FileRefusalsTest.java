package dev.coffer.files.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.TestJson;
import dev.coffer.files.file.InstanceId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileRefusalsTest {
    private static final List<Identifier> IDS = List.of(Identifier.ofId(1), Identifier.ofId(2));
    private static final List<Identifier> EXTERNAL_IDS =
            List.of(Identifier.ofExternalId("a"), Identifier.ofExternalId("b"));
    private static final List<Identifier> INSTANCE_IDS = List.of(Identifier.ofInstanceId(new InstanceId("s", "e")));

    @Test
    void unknownFilesAreListedInTheWordsOfTheSdks() {
        says(FileRefusals.unknown(IDS), 400, "File ids not found: 1, 2", "{\"missing\":[{\"id\":1},{\"id\":2}]}");
        says(FileRefusals.unknown(EXTERNAL_IDS), 400, "Files ids not found: a, b",
                "{\"missing\":[{\"externalId\":\"a\"},{\"externalId\":\"b\"}]}");
        says(FileRefusals.unknown(INSTANCE_IDS), 400, "Files instance ids not found: s:e",
                "{\"missing\":[{\"instanceId\":{\"space\":\"s\",\"externalId\":\"e\"}}]}");
    }

    @Test
    void severalKindsAreSaidOneAfterTheOther() {
        says(FileRefusals.unknown(List.of(Identifier.ofExternalId("a"), Identifier.ofId(1))), 400,
                "File ids not found: 1. Files ids not found: a", "{\"missing\":[{\"externalId\":\"a\"},{\"id\":1}]}");
    }

    @Test
    void duplicatesAreListed() {
        says(FileRefusals.duplicated(IDS), 409, "Duplicate ids: 1, 2", "{\"duplicated\":[{\"id\":1},{\"id\":2}]}");
        says(FileRefusals.duplicated(EXTERNAL_IDS), 409, "Duplicate external ids: a, b",
                "{\"duplicated\":[{\"externalId\":\"a\"},{\"externalId\":\"b\"}]}");
    }

    @Test
    void javaReadsIdsAfterCharacter24AndExternalIdsAfterCharacter32() {
        ServiceException ids = FileRefusals.notUploaded(IDS);
        says(ids, 400, "Files not uploaded, ids: 1, 2", "{}");
        assertThat(ids.getMessage().substring(24).split(",")).containsExactly(" 1", " 2");
        ServiceException externalIds = FileRefusals.notUploaded(EXTERNAL_IDS);
        says(externalIds, 400, "Files not uploaded, externalIds: a, b", "{}");
        assertThat(externalIds.getMessage().substring(32).split(",")).containsExactly(" a", " b");
    }

    private static void says(ServiceException refusal, int status, String message, String details) {
        assertThat(refusal.code().status()).isEqualTo(status);
        assertThat(refusal).hasMessage(message);
        assertThat(TestJson.write(refusal.details())).isEqualTo(details);
    }
}
