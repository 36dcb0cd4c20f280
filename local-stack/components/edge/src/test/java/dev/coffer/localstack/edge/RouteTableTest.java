package dev.coffer.localstack.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.localstack.edge.RouteTable.Upstream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private final RouteTable table = new RouteTable();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/projects/p/files, FILES",
        "/api/v1/, FILES",
        "/blob/uploads/x?sig=1, BLOB",
        "/api/userdata, USERDATA",
        "/api/userdata?dir=x, USERDATA",
        "/api/userdata/a%2Fb, USERDATA",
        "/api/userdata/a//b, USERDATA",
        "/api/userdata/../x, USERDATA",
        "/api/userdata/%zz, USERDATA",
        "/api/v2/userdata, USERDATA",
        "/api/v2/userdata/versions/restore?path=a&version=1, USERDATA",
        "/api/userdata/a%2Fb/move/c%2Fd?overwrite=false, USERDATA",
        "/api/user, USERDATA",
        "/api/users, USERDATA",
        "/api/settings/Comfy.X, USERDATA",
        "/api/auth/session, USERDATA",
        "/api/keys/1, USERDATA",
        "/api/operator/credentials?subject=x, USERDATA",
        "/api/usage, USERDATA",
        "/api/features, USERDATA",
        "/api/system_stats, USERDATA",
        "/api/workspaces/current, USERDATA",
        "/userdata/f, USERDATA",
        "/v2/userdata, USERDATA",
        "/v2/userdata/versions?path=a, USERDATA",
        "/settings/Comfy.X, USERDATA",
        "/users, USERDATA",
        "/settings, USERDATA",
        "/features, USERDATA",
        "/system_stats, USERDATA",
        "/docs, USERDATA",
        "/docs/index.html, USERDATA",
        "/openapi/userdata.json, USERDATA",
        "/api/assets, ASSET",
        "/api/assets?limit=1, ASSET",
        "/api/assets/from-hash, ASSET",
        "/api/v2/assets/x, ASSET",
        "/api/assets/hash/blake3%3A00, ASSET",
        "/api/v2/assets, ASSET",
        "/api/v2/assets/by-hash/blake3:00, ASSET",
        "/api/tasks?status=failed, ASSET",
        "/api/tags, ASSET",
        "/api/upload/image, ASSET",
        "/api/upload/mask, ASSET",
        "/api/view?filename=x, ASSET",
        "/api/tasks/1, ASSET",
        "/api/jobs/1/x, ASSET",
        "/api/files/mask-layers?filename=x, ASSET",
        "/upload/image, ASSET",
        "/upload/mask, ASSET",
        "/view?filename=x, ASSET",
        "/openapi/assets.json, ASSET",
        "/openapi/files.json, FILES",
    })
    void knowsWhoOwnsAPath(String target, Upstream owner) {
        assertThat(table.find(target)).contains(owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/", "", "*", "/api", "/api/assetsfoo", "/api/userdatax/y", "/api/v1", "/api/v1x/y", "/blob", "/api/tags/x",
        "/internal", "/internal/blobs/1", "/q/health", "/api/internal/x", "/API/assets", "//api/assets",
        "/api%2Fassets", "/api/viewer", "/userdatas", "/openapi/blob.json",
        "http://127.0.0.1/api/assets", "api/assets"
    })
    void everythingElseHasNoService(String target) {
        assertThat(table.find(target)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/api/userdata/../../internal/keys", "/api/userdata/%2e%2e/%2E%2E/internal/keys", "/api/assets/../../q/health",

        "/api/v1/../../internal", "/docs/../q/dev", "/api/userdata/../../%69nternal/keys"
    })
    void noDetourLeadsInside(String target) {
        assertThat(table.find(target)).isEmpty();
    }
}
