package dev.coffer.userdata.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.Rows;
import dev.coffer.userdata.UserdataServers;
import dev.coffer.userdata.address.UserFolder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** A workspace with 10,000 files among 100,000 others. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
class UserFileListPlanIT {
    private static final Owner MANY = Owner.user("plan", "many");

    @Inject
    Rows rows;

    @Inject
    UserFileListService lists;

    @Test
    void tenThousandFilesAreOneRangeOfTheIndex() {
        insert("many", 10_000, "workflows/");
        insert("others", 100_000, "workflows/");
        rows.execute("analyze user_file");
        UserFolder folder = new UserFolder("workflows");
        for (boolean recurse : new boolean[] {true, false}) {
            assertThat(lists.folder(MANY, folder, recurse)).hasSize(10_000)
                    .isSortedAccordingTo(Comparator.comparing(ListedFile::path));
            assertThat(plan(folder, recurse)).contains("user_file_path").doesNotContain("Seq Scan");
        }
        assertThat(plan(new UserFolder(""), true)).contains("user_file_path").doesNotContain("Seq Scan");
    }

    private String plan(UserFolder folder, boolean recurse) {
        String sql = UserFileListRepository.sql(folder, recurse)
                .replace(":tenant", "'plan'")
                .replace(":owner", "'user:many'")
                .replace(":first", "'workflows/'")
                .replace(":last", "'workflows0'")
                .replace(":start", "11");
        return String.join("\n", rows.texts("explain " + sql));
    }

    private void insert(String subject, int count, String folder) {
        rows.execute("""
                insert into user_file (id, tenant, owner, path, content_ref, size, hash, sha256, created_by, created_at,
                                       modified_at, version_id, modified_by)
                select gen_random_uuid(), 'plan', 'user:%s', '%s' || lpad(n::text, 6, '0') || '.json', gen_random_uuid(),
                       5, 'blake3:00', 'sha256:00', 's', now(), now(), gen_random_uuid(), 's'
                from generate_series(1, %d) n""".formatted(subject, folder, count));
    }
}
