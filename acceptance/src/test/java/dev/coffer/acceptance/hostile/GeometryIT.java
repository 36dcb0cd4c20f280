package dev.coffer.acceptance.hostile;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.harness.Transfer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Geometries that are small and expensive, as filters and as locations of files. */
@Order(62)
@Tag("hostile")
class GeometryIT {
    private static final int AT_ONCE = 8;
    private static final int TIMES = 8;

    private final CdfFiles files = as(A).cdf();

    @Test
    void aFilterThatCrossesItself() throws Exception {
        String star = polygon(positions(500,
                i -> at(60 * Math.cos(i * 249 * Math.TAU / 499), 60 * Math.sin(i * 249 * Math.TAU / 499))));
        List<Answer> answers = new ArrayList<>();
        Victim.isServedBeside(() -> answers
                .addAll(atOnce(i -> post(i % 2 == 0 ? "/list" : "/aggregate", filter("INTERSECTS", star)))));
        assertThat(answers).allSatisfy(answer -> answer.expect(400));
        assertThat(answers.getFirst().text()).contains("filter.geoLocation.shape must be a valid geometry");
    }

    @Test
    void locationsThatAreHardToTellApart() throws Exception {
        String source = unique("source");
        // Up and down between the teeth of the comb, and never over one of them.
        String line = line(positions(9_999,
                i -> at(0.0015 + 0.0000001 * (i % 7) + (i % 2 == 0 ? 0 : 79.98), i % 2 == 0 ? 0.01 : 79.99)));
        for (int i = 0; i < 40; i++) {
            create(source, line);
        }
        for (String relation : List.of("INTERSECTS", "WITHIN", "DISJOINT")) {
            Victim.isServedBeside(() -> atOnce(i -> post(i % 2 == 0 ? "/list" : "/aggregate",
                    filter(relation, comb(), "\"source\":\"" + source + "\""))));
        }
    }

    @Test
    void linesThatLieOnEachOther() throws Exception {
        String source = unique("source");
        String line = line(positions(9_999, i -> at((i % 2 == 0 ? 0.5 : 9) + i * 1e-5, 0)));
        for (int i = 0; i < 20; i++) {
            create(source, line);
        }
        String route = line(positions(1000, i -> at((i % 2 == 0 ? 0 : 10) + i * 1e-4, 0)));
        Victim.isServedBeside(() -> atOnce(i -> post(i % 2 == 0 ? "/list" : "/aggregate",
                filter("WITHIN", route, "\"source\":\"" + source + "\""))));
    }

    @Test
    void coordinatesOfNothing() throws Exception {
        byte[] empty = gzip(
                "{\"name\":\"a\",\"geoLocation\":{\"type\":\"Feature\",\"geometry\":{\"type\":\"MultiPoint\",\"coordinates\":["
                        + "[],".repeat(5_000_000) + "[]]}}}");
        byte[] lists = gzip("{\"filter\":{\"rootAssetIds\":[" + "{},".repeat(5_000_000) + "{}]}}");
        byte[] items = gzip("{\"items\":[" + "{},".repeat(5_000_000) + "{}]}");
        List<Answer> answers = new ArrayList<>();
        Victim.isServedBeside(() -> {
            answers.addAll(atOnce(i -> post("", empty)));
            answers.addAll(atOnce(i -> post("/list", lists)));
            answers.addAll(atOnce(i -> post("/byids", items)));
        });
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isBetween(400, 499));
    }

    private void create(String source, String geometry) {
        files.create("{\"name\":\"a\",\"source\":\"" + source + "\",\"geoLocation\":{\"type\":\"Feature\",\"geometry\":"
                + geometry
                + "}}").then().statusCode(201);
    }

    private static List<Answer> atOnce(IntFunction<Answer> request) throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Answer>> sent =
                    IntStream.range(0, TIMES).mapToObj(i -> many.submit(() -> request.apply(i))).toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private Answer post(String path, String body) {
        return post(path, gzip(body));
    }

    private Answer post(String path, byte[] gzipped) {
        return Transfer.send(as(A).transfer(files.url() + path)
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzipped)));
    }

    private static byte[] gzip(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String filter(String relation, String shape, String... others) {
        return "{\"filter\":{" + String.join("", others) + (others.length == 0 ? "" : ",")
                + "\"geoLocation\":{\"relation\":\""
                + relation + "\",\"shape\":" + shape + "}}}";
    }

    /** 240 thin teeth, all within the same box. */
    private static String comb() {
        double width = 0.5 / 240;
        String teeth = IntStream.range(0, 240).mapToObj(i -> 2 * width * i)
                .map(x -> String.join(",", at(x, 0), at(x + 80, 80), at(x + 80 + width / 4, 80), at(x + width / 4, 0)))
                .collect(Collectors.joining(","));
        return polygon(teeth + "," + at(1, -1) + "," + at(0, -1) + "," + at(0, 0));
    }

    private static String polygon(String positions) {
        String first = positions.substring(0, positions.indexOf(']') + 1);
        return "{\"type\":\"Polygon\",\"coordinates\":[[" + positions + "," + first + "]]}";
    }

    private static String line(String positions) {
        return "{\"type\":\"LineString\",\"coordinates\":[" + positions + "]}";
    }

    private static String positions(int number, IntFunction<String> position) {
        return IntStream.range(0, number).mapToObj(position).collect(Collectors.joining(","));
    }

    private static String at(double longitude, double latitude) {
        return String.format(Locale.ROOT, "[%.9f,%.9f]", longitude, latitude);
    }
}
