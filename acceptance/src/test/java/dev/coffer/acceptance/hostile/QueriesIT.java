package dev.coffer.acceptance.hostile;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Client.encode;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Transfer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many concurrent queries that scan all rows of a workspace or project. */
@Order(63)
@Tag("hostile")
class QueriesIT {
    private static final int ROWS = 1500;
    private static final int AT_ONCE = 16;
    private static final int CROWD = 48;

    @Test
    void questionsAboutAllAssetsOfAWorkspace() throws Exception {
        Client client = as(A).byKey();
        String hash = client.assets().upload(Payloads.png(), "tags", "input").expect(201).json().getString("hash");
        made(i -> post(client, "/api/v2/assets/from-hash",
                "{\"hash\":\"" + hash + "\",\"file_path\":\"banana " + i + ".png\",\"tags\":[\"t" + i + "\"]}"));
        String alternatives = IntStream.range(0, 500).mapToObj(i -> i < 20 ? "{\"k" + i + "\":" + i + "}" : "" + i)
                .collect(Collectors.joining(",", "[", "]"));
        String filter = "metadata_filter=" + encode("{\"a\":" + alternatives + "}");
        String anyTag = "tags_any=" + IntStream.range(0, 100).mapToObj(i -> "t" + i).collect(Collectors.joining(","));
        List<String> questions = List.of(
                "/api/assets?limit=1&" + filter,
                "/api/assets?limit=1&sort=size&name_contains=a",
                "/api/assets?limit=500&name_contains=a&" + filter,
                "/api/assets?limit=1&offset=1000000&" + anyTag + "&" + filter,
                "/api/assets/tags/refine?limit=1000&name_contains=a&" + filter);
        Victim.Attack attack =
                () -> crowd(i -> Transfer.send(client.transfer(questions.get(i % questions.size())).GET()));
        Victim.isServedBeside(attack);
        Client victim = as(B).byKey();
        Victim.isServedBeside(attack, () -> Transfer.send(victim.transfer("/api/assets?limit=10").GET()));
    }

    @Test
    void searchesAmongAllFilesOfAProject() throws Exception {
        Client client = as(A);
        String files = client.cdf().url();
        String source = unique("source");
        made(i -> post(client, files, "{\"name\":\"annual banana report " + i + "\",\"source\":\"" + source + "\"}"));
        String search =
                "{\"search\":{\"name\":\"annual banana report data santa maria alpha gamma papaya manana\"},\"limit\":1000}";
        String count = "{\"filter\":{\"metadata\":{\"a\":\"b\"}}}";
        Victim.isServedBeside(
                () -> crowd(i -> i % 2 == 0 ? post(client, files + "/search", search)
                        : post(client, files + "/aggregate", count)),
                () -> post(as(B), as(B).cdf().url() + "/list", "{\"limit\":1}"));
    }

    private static void made(IntFunction<Answer> row) throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Answer>> made =
                    IntStream.range(0, ROWS).mapToObj(i -> many.submit(() -> row.apply(i))).toList();
            for (Future<Answer> one : made) {
                one.get().expect(201);
            }
        }
    }

    private static void crowd(IntFunction<Answer> question) throws Exception {
        for (int round = 0; round < 3; round++) {
            Together.send(CROWD, question)
                    .forEach(answer -> assertThat(answer.status()).as(answer.text()).isIn(200, 429, 503));
        }
    }

    private static Answer post(Client client, String path, String body) {
        return Transfer.send(client.transfer(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
