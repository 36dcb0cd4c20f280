package dev.coffer.userdata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.coffer.common.database.StatementDeadlines;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Database connections are shared among tenants, and held for a limited time. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
@TestProfile(ShortDeadlines.class)
@TestSecurity(user = "dan")
@OidcSecurity(claims = {@Claim(key = "sub", value = "dan"), @Claim(key = "tenant", value = "acme")})
class DatabaseSharesIT {
    private static final int CROWD = 40;
    private static final int SHARE = 8;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    @Inject
    EntityManager entities;

    @Inject
    StatementDeadlines deadlines;

    @Test
    void everyConnectionHasDeadlines() {
        assertThat(rows.texts("show statement_timeout")).containsExactly("2s");
        assertThat(rows.texts("show lock_timeout")).containsExactly("1500ms");
        assertThatThrownBy(() -> rows.texts("select pg_sleep(60)")).rootCause()
                .hasMessageContaining("statement timeout");
    }

    @Test
    void backgroundWorkHasNoneUntilItsTransactionEnds() {
        assertThat(QuarkusTransaction.requiringNew().call(() -> {
            deadlines.lift();
            return entities.createNativeQuery("show statement_timeout", String.class).getSingleResult();
        })).isEqualTo("0");
        assertThat(QuarkusTransaction.requiringNew().call(
                () -> entities.createNativeQuery("show statement_timeout", String.class).getSingleResult()))
                .isEqualTo("2s");
    }

    @Test
    void aRequestThatWaitsTooLongForTheDatabaseIsTemporarilyRefused() throws Exception {
        locked("setting", () -> given().get("/api/settings").then()
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .body("message", startsWith("The database was not done in time")));
    }

    @Test
    void aTenantLeavesConnectionsToOthers() throws Exception {
        locked("setting", () -> {
            try (ExecutorService threads = Executors.newFixedThreadPool(CROWD)) {
                List<Future<Integer>> answers = new ArrayList<>();
                for (int i = 0; i < CROWD; i++) {
                    answers.add(threads.submit(() -> given().get("/api/settings").statusCode()));
                }
                List<Integer> statuses = new ArrayList<>();
                long most = 0;
                for (Future<Integer> answer : answers) {
                    while (!answer.isDone()) {
                        most = Math.max(most, waiting());
                    }
                    statuses.add(answer.get());
                }
                assertThat(most).isBetween(1L, (long) SHARE);
                assertThat(statuses).contains(429);
            }
        });
    }

    /** How many wait for a lock on a table. */
    private long waiting() {
        return rows.texts("select pid from pg_locks where not granted and locktype = 'relation'").size();
    }

    private void locked(String table, Attempt attempt) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table " + table + " in access exclusive mode");
            attempt.run();
            connection.rollback();
        }
    }

    private interface Attempt {
        void run() throws Exception;
    }
}
