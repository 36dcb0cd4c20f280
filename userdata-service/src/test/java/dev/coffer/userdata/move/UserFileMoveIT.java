package dev.coffer.userdata.move;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.Rows;
import dev.coffer.userdata.UserdataServers;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.file.Saves;
import dev.coffer.userdata.file.UserFile;
import dev.coffer.userdata.file.UserFileTransactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestSecurity(user = "mia")
@OidcSecurity(claims = {@Claim(key = "sub", value = "mia"), @Claim(key = "tenant", value = "acme")})
class UserFileMoveIT {
    private static final Owner MIA = Owner.user("acme", "mia");
    private static final String MOVED = "dev.coffer.userfile.updated";

    @Inject
    Saves saves;

    @Inject
    UserFileTransactions changes;

    @Inject
    MoveTransactions moves;

    @Inject
    Rows rows;

    @BeforeEach
    void inAnEmptyWorkspace() {
        rows.execute("delete from user_file where owner = 'user:mia'");
        rows.execute("delete from user_file_version where owner = 'user:mia'");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/userdata/w%2Fa.json/move/w%2Fsub%2Fb.json?overwrite=false, w/sub/b.json",
        "/userdata/w/a.json/move/c.json, c.json",
        "/api/userdata/w/a.json/move/x/move/y.json, x/move/y.json",
        "/api/userdata/w/a.json/move/w/../d.json, d.json"
    })
    void aFileMovesWithItsIdAndItsTimes(String address, String target) {
        UserFile before = saves.save(MIA, "w/a.json");
        move(address, 200)
                .header("ETag", before.etag())
                .body("path", equalTo(target), "size", equalTo(5), "modified", instanceOf(String.class));
        UserFile after = changes.find(MIA, UserPath.of(target));
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.content().ref()).isEqualTo(before.content().ref());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.content().modifiedAt()).isEqualTo(before.content().modifiedAt());
        assertThat(rows.eventTypes(before.id())).last().isEqualTo(MOVED);
        given().head("/api/userdata/w%2Fa.json").then().statusCode(404);
    }

    @Test
    void theShortAnswerIsThePath() {
        saves.save(MIA, "a.json");
        move("/api/userdata/a.json/move/b%20c.json?full_info=false", 200).body(equalTo("\"b c.json\""));
    }

    @Test
    void whatIsThereGoesOrStays() {
        UserFile moved = saves.save(MIA, "a");
        UserFile replaced = saves.save(MIA, "b");
        move("/api/userdata/a/move/b?overwrite=false", 409).body(equalTo("File already exists"));
        move("/api/userdata/a/move/a?overwrite=false", 409);
        move("/api/userdata/a/move/a", 200);
        assertThat(paths()).containsExactly("a", "b");
        move("/api/userdata/a/move/b", 200);
        assertThat(paths()).containsExactly("b");
        assertThat(changes.find(MIA, UserPath.of("b")).id()).isEqualTo(moved.id());
        assertThat(rows.eventTypes(replaced.id())).last().isEqualTo("dev.coffer.userfile.deleted");
        assertThat(rows.released(List.of(moved.content().ref(), replaced.content().ref()))).isEmpty();
        assertThat(rows.texts("select content_ref from user_file_version where owner = 'user:mia' and path = 'b'"))
                .containsExactly(replaced.content().ref().toString());
    }

    @Test
    void aFolderMovesWithAllThatIsInIt() {
        UserFile one = saves.save(MIA, "w/a");
        saves.save(MIA, "w/deep/é😀");
        saves.save(MIA, "w-2/a");
        move("/api/userdata/w/move/x%2Fy", 200)
                .header("ETag", nullValue())
                .body("path", equalTo("x/y"), "size", equalTo(10), "modified", instanceOf(String.class));
        assertThat(paths()).containsExactly("w-2/a", "x/y/a", "x/y/deep/é😀");
        assertThat(rows.eventTypes(one.id())).last().isEqualTo(MOVED);
        assertThat(rows.texts(
                "select payload::json #>> '{data,name}' from outbox where record_key = ? order by seq desc limit 1",
                one.id().toString())).containsExactly("x/y/a");
    }

    @Test
    void aFolderMovesUpAndDown() {
        saves.save(MIA, "a/b/c");
        move("/api/userdata/a%2Fb/move/d", 200);
        move("/api/userdata/d/move/a%2Fb%2Fe", 200);
        assertThat(paths()).containsExactly("a/b/e/c");
    }

    @ParameterizedTest
    @CsvSource({
        "folder/move/folder%2Fsub, 400", "folder/move/other, 409", "folder/move/file, 400", "folder/move/file%2Fx, 400",
        "folder/move/file?overwrite=false, 409", "folder/move/folder?overwrite=false, 409", "file/move/folder, 400",
        "file/move/folder?overwrite=false, 409", "file/move/file%2Fx, 400", "folder%2Fa/move/folder, 400",
        "nothing/move/file, 404", "nothing/move/..%2Fx, 404", "..%2Ffile/move/x, 403", "file/move/..%2Fx, 403",
        "file/move/, 400", "file/move/x%2F, 400", "file/move/a%00b, 400", "fold/move/x, 404", "folder%2F/move/x, 400"
    })
    void whatCannotBeIsRefusedAndNothingMoves(String rest, int status) {
        saves.save(MIA, "folder/a");
        saves.save(MIA, "other/a");
        saves.save(MIA, "file");
        move("/api/userdata/" + rest, status).contentType("text/plain").body(not(blankOrNullString()));
        assertThat(paths()).containsExactly("file", "folder/a", "other/a");
    }

    @Test
    void aPathThatGetsTooLongIsRefusedForTheWholeFolder() {
        saves.save(MIA, "w/a");
        saves.save(MIA,
                "w/" + String.join("/", List.of("x".repeat(250), "x".repeat(250), "x".repeat(250), "x".repeat(250))));
        move("/api/userdata/w/move/" + "y".repeat(100), 400);
        assertThat(paths()).hasSize(2).allMatch(path -> path.startsWith("w/"));
    }

    @Test
    void aMoveMayHaveConditions() {
        UserFile file = saves.save(MIA, "a");
        given().header("If-Match", "\"other\"").post("/api/userdata/a/move/b").then().statusCode(412);
        given().header("If-Match", file.etag()).post("/api/userdata/a/move/b").then().statusCode(200);
    }

    @Test
    void othersFilesAreUnknown() {
        saves.save(Owner.user("globex", "mia"), "a");
        saves.save(Owner.user("acme", "bob"), "a");
        move("/api/userdata/a/move/b", 404).body(equalTo("File not found"));
    }

    @Test
    @TestSecurity
    void withoutCredentialsItIs401() {
        move("/api/userdata/a/move/b", 401).contentType("text/plain");
    }

    @Test
    void aThousandFilesMoveTogether() {
        IntStream.range(0, 1000).forEach(i -> saves.save(MIA, "many/" + i));
        MovedFile moved = moves.move(
                new MoveUserFile(MIA, UserPath.of("many"), UserPath.of("lots"), false, Saves.none()));
        assertThat(moved.size()).isEqualTo(5000);
        assertThat(paths()).hasSize(1000).allMatch(path -> path.startsWith("lots/"));
    }

    private List<String> paths() {
        return rows.texts("select path from user_file where owner = 'user:mia' and tenant = 'acme' order by path");
    }

    private static ValidatableResponse move(String address, int status) {
        return given().urlEncodingEnabled(false).post(address).then().statusCode(status);
    }
}
