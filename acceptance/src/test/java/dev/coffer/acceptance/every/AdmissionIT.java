package dev.coffer.acceptance.every;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Client.nobody;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Answer;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked of a request before its operation does anything, of every operation of the served documents. */
@Order(30)
class AdmissionIT {

    static List<EveryOperation> closed() {
        return EveryOperation.all().stream().filter(operation -> !operation.isOpen()).toList();
    }

    static List<EveryOperation> inWorkspaces() {
        return closed().stream().filter(operation -> !operation.api().equals("files")).toList();
    }

    static List<EveryOperation> inProjects() {
        return closed().stream().filter(EveryOperation::isInProject).toList();
    }

    @Test
    void fewAreOpenToAll() {
        assertThat(EveryOperation.all()).filteredOn(EveryOperation::isOpen).extracting(EveryOperation::id)
                .containsExactlyInAnyOrder("getFeatures", "getSystemStats", "deleteSession");
    }

    @ParameterizedTest
    @MethodSource("closed")
    void aCredentialIsWanted(EveryOperation operation) {
        assertRefused(operation, operation.send(nobody()), 401);
    }

    @ParameterizedTest
    @MethodSource("inWorkspaces")
    void aWorkspaceOfOthersIsRefused(EveryOperation operation) {
        assertRefused(operation, operation.send(as(A).in(B.subject())), 403);
        assertRefused(operation, operation.send(as(A).in("a workspace that is not there")), 403);
    }

    @ParameterizedTest
    @MethodSource("inProjects")
    void aProjectOfOthersIsRefused(EveryOperation operation) {
        assertRefused(operation, operation.send(as(A), B.project()), 403);
        assertRefused(operation, operation.send(as(A), "no-such-project"), 403);
    }

    static void assertRefused(EveryOperation operation, Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(operation.documents(status)).as("the document has %d", status).isTrue();
        assertThat(Shapes.complaint(operation, answer)).isEmpty();
    }
}
