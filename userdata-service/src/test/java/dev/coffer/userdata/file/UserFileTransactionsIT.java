package dev.coffer.userdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import dev.coffer.userdata.Rows;
import dev.coffer.userdata.UserdataServers;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.error.UserdataErrorCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
class UserFileTransactionsIT {
    private static final String UPLOADED = "dev.coffer.userfile.uploaded";
    private static final String DELETED = "dev.coffer.userfile.deleted";

    @Inject
    Saves saves;

    @Inject
    UserFileTransactions changes;

    @Inject
    Rows rows;

    private Owner owner;

    @BeforeEach
    void inANewWorkspace() {
        owner = Saves.workspace();
    }

    @Test
    void anUploadIsARowAndAnEvent() {
        UserFile file = saves.save(owner, "workflows/a.json");
        assertThat(changes.find(owner, UserPath.of("workflows/a.json")).contentRef).isEqualTo(file.contentRef);
        assertThat(rows.eventTypes(file.id)).containsExactly(UPLOADED);
        assertThat(rows.texts("select payload::json ->> 'data' from outbox where record_key = ?", file.id.toString()))
                .first().asString()
                .contains("\"name\":\"workflows/a.json\"", "\"createdNew\":true", "\"size\":5", owner.key());
    }

    @Test
    void savingTheSameBytesAgainKeepsTheIdAndReleasesTheOldReference() {
        UserFile first = saves.save(owner, "a");
        UserFile second = saves.save(owner, "a");
        assertThat(second.id).isEqualTo(first.id);
        assertThat(second.createdAt).isEqualTo(first.createdAt);
        assertThat(rows.released(List.of(first.contentRef, second.contentRef))).containsExactly(first.contentRef);
        assertThat(rows.eventTypes(first.id)).containsExactly(UPLOADED, UPLOADED);
        assertThat(second.versionId).isEqualTo(first.versionId);
    }

    @Test
    void aDeletedFileIsGoneButItsContentCanBeBroughtBack() {
        UserFile file = saves.save(owner, "a");
        saves.delete(owner, "a");
        refused(ErrorCode.FILE_NOT_FOUND, () -> changes.find(owner, UserPath.of("a")));
        refused(ErrorCode.FILE_NOT_FOUND, () -> saves.delete(owner, "a"));
        assertThat(rows.released(List.of(file.contentRef))).isEmpty();
        assertThat(rows.texts("select content_ref from user_file_version where owner = ? and expires_at is not null",
                owner.key())).containsExactly(file.contentRef.toString());
        assertThat(rows.eventTypes(file.id)).containsExactly(UPLOADED, DELETED);
        assertThat(saves.save(owner, "a").id).isNotEqualTo(file.id);
    }

    @Test
    void aRefusedSaveChangesNothing() {
        UserFile file = saves.save(owner, "a");
        UUID refused = Ids.next();
        refused(UserdataErrorCode.FILE_EXISTS, () -> saves.save(owner, "a", refused, false));
        assertThat(changes.find(owner, UserPath.of("a")).contentRef).isEqualTo(file.contentRef);
        assertThat(rows.released(List.of(file.contentRef, refused))).isEmpty();
        assertThat(rows.eventTypes(file.id)).containsExactly(UPLOADED);
    }

    @Test
    void aPathIsAFileOrAFolder() {
        saves.save(owner, "a/b/c");
        saves.save(owner, "a-b");
        for (String folder : List.of("a", "a/b")) {
            refused(ErrorCode.INVALID_PATH, () -> saves.save(owner, folder));
            refused(ErrorCode.INVALID_PATH, () -> changes.find(owner, UserPath.of(folder)));
            refused(ErrorCode.INVALID_PATH, () -> saves.delete(owner, folder));
        }
        for (String belowAFile : List.of("a/b/c/d", "a/b/c/d/e")) {
            refused(ErrorCode.INVALID_PATH, () -> saves.save(owner, belowAFile));
            refused(ErrorCode.FILE_NOT_FOUND, () -> changes.find(owner, UserPath.of(belowAFile)));
            refused(ErrorCode.FILE_NOT_FOUND, () -> saves.delete(owner, belowAFile));
        }
        saves.delete(owner, "a/b/c");
        saves.save(owner, "a");
    }

    @Test
    void namesThatLookLikePatternsAreNames() {
        saves.save(owner, "x/y");
        for (String path : List.of("%", "_/y", "X", "x0", "x.", "x /y")) {
            assertThat(saves.save(owner, path).path).isEqualTo(path);
        }
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        saves.save(owner, "a");
        for (Owner other : List.of(Saves.workspace(), new Owner("globex", owner.key()))) {
            refused(ErrorCode.FILE_NOT_FOUND, () -> changes.find(other, UserPath.of("a")));
            refused(ErrorCode.FILE_NOT_FOUND, () -> saves.delete(other, "a"));
            saves.save(other, "a/b");
        }
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(
                ServiceException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
