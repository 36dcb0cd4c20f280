package dev.coffer.acceptance.hostile;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.harness.UserFiles;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many requests that wait for the same lock. */
@Order(63)
@Tag("hostile")
class LocksIT {
    private static final int FILES = 1000;
    private static final int AT_ONCE = 16;
    private static final int MOVES = 4;
    private static final int SAVES = 60;

    private final UserFiles files = as(A).byKey().userFiles();
    private final Payload content = Payloads.binary(100);

    @Test
    void savesBelowAFolderThatMoves() throws Exception {
        String root = unique("root");
        fill(root + "/0");
        Victim.isServedBeside(() -> {
            for (int i = 0; i < MOVES; i++) {
                String source = root + "/" + i % 2;
                String target = root + "/" + (i + 1) % 2;
                Together.send(SAVES, n -> n == 0 ? move(source, target) : files.put(root + "/saved/" + n % 7, content))
                        .forEach(answer -> assertThat(answer.status()).as(answer.text()).isIn(200, 429, 503));
            }
        });
    }

    private void fill(String folder) throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Answer>> saved = IntStream.range(0, FILES)
                    .mapToObj(i -> many.submit(() -> files.put(folder + "/" + i, content)))
                    .toList();
            for (Future<Answer> one : saved) {
                one.get().expect(200);
            }
        }
    }

    private Answer move(String source, String target) {
        return Transfer.send(as(A).byKey().transfer(UserFiles.url(source) + "/move/" + target.replace("/", "%2F"))
                .POST(HttpRequest.BodyPublishers.noBody())).expect(200);
    }
}
