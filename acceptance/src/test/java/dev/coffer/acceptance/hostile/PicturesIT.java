package dev.coffer.acceptance.hostile;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.A2;
import static dev.coffer.acceptance.harness.User.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.User;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images that are small and expensive to decode, requested by two users of one tenant at once. */
@Order(61)
@Tag("hostile")
class PicturesIT {
    private static final int EACH = 6;
    /** The most that is still decoded. */
    private static final int EDGE = 4096;
    private static final int SCANS = 32;
    /** Nearly the largest of which a channel is shown with a heap of 192 MB: it takes all that one tenant may have. */
    private static final int LARGE = 1900;
    /** The longest edge of an icon, and what libjpeg makes of it. */
    private static final int LONGEST = 65_535;
    private static final int LONGEST_JPEG = 65_500;
    /** Decoders are shared too, and the machine. A picture that waited for memory would take up to 30 s. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @ParameterizedTest
    @CsvSource({"4096, 150", "4096, 5000", "64, 5000"})
    void tooManyScansAreRefused(int edge, int scans) throws Exception {
        Payload picture = HostilePictures.scans(edge, scans);
        as(A).assets().create(picture, "input");
        long file = as(A).cdf().upload(picture);
        Victim.isServedBeside(() -> together(A, A, (user, number) -> {
            Response view = view(as(user), picture, 64 + number);
            assertThat(view.statusCode()).isIn(400, 503);
            assertThat(icon(as(user), file).statusCode()).isIn(400, 503);
        }));
        view(as(A), picture, 64).then().statusCode(400);
        assertThat(view(as(A), picture, 64).asString()).contains("IMAGE_TOO_LARGE", "scans");
        assertThat(icon(as(A), file).statusCode()).isEqualTo(400);
    }

    @Test
    void theMostThatIsDecodedIsDecodedBesideOthers() throws Exception {
        List<Payload> pictures = List.of(HostilePictures.scans(EDGE, SCANS), HostilePictures.black(8192, 8192));
        for (Payload picture : pictures) {
            as(A).assets().create(picture, "input");
            as(A2).assets().create(picture, "input");
        }
        Payload picture = Payloads.png();
        as(B).assets().create(picture, "input");
        Victim.isServedBeside(() -> together(A, A2, (user, number) -> {
            for (Payload hostile : pictures) {
                assertThat(view(as(user), hostile, 64 + number).statusCode()).isIn(200, 503);
            }
            view(as(B), picture, 64 + (user == A ? 100 : 200) + number).then().statusCode(200);
        }));
    }

    @Test
    void iconsOfThemAreMadeBesideOthers() throws Exception {
        List<Long> files = List.of(as(A).cdf().upload(HostilePictures.scans(EDGE, SCANS)),
                as(A).cdf().upload(HostilePictures.black(6000, 6000)));
        long own = as(B).cdf().upload(Payloads.png());
        Victim.isServedBeside(() -> together(A, A, (user, number) -> {
            for (long file : files) {
                assertThat(icon(as(user), file).statusCode()).isIn(200, 503);
            }
            icon(as(B), own).then().statusCode(200);
        }));
    }

    @Test
    void thereIsMemoryForASmallPictureBesideLargeOnes() throws Exception {
        List<Payload> large = new ArrayList<>();
        for (int i = 0; i < 2 * EACH; i++) {
            large.add(HostilePictures.black(LARGE, LARGE));
            as(A).assets().create(large.get(i), "input");
        }
        Payload small = Payloads.png();
        as(B).assets().create(small, "input");
        Queue<Duration> times = new ConcurrentLinkedQueue<>();
        Victim.isServedBeside(() -> together(A, A, (user, number) -> {
            as(user).request().get("/api/view?filename=" + Client.encode(large.get(number).blake3()) + "&channel=rgb")
                    .then().statusCode(200);
            long begin = System.nanoTime();
            view(as(B), small, 64 + number).then().statusCode(200);
            times.add(Duration.ofNanos(System.nanoTime() - begin));
        }));
        System.out.println("views of the victim: " + times.stream().sorted().map(Duration::toMillis).toList() + " ms");
        assertThat(times).allSatisfy(time -> assertThat(time).isLessThan(TIMEOUT));
    }

    @Test
    void aFewBytesOfWebpAreNoHugePicture() throws Exception {
        Payload refused = HostilePictures.webp(16384, 16384);
        Payload decoded = HostilePictures.webp(EDGE, EDGE);
        as(A).assets().create(refused, "input");
        as(A).assets().create(decoded, "input");
        Victim.isServedBeside(() -> together(A, A, (user, number) -> {
            assertThat(view(as(user), refused, 64 + number).statusCode()).isIn(400, 503);
            assertThat(view(as(user), decoded, 64 + number).statusCode()).isIn(200, 503);
        }));
        assertThat(view(as(A), refused, 64).then().statusCode(400).extract().asString()).contains("IMAGE_TOO_LARGE");
        view(as(A), decoded, 65).then().statusCode(200);
    }

    @Test
    void picturesOfOneLineCostLittle() throws Exception {
        List<Payload> lines = List.of(HostilePictures.black(LONGEST, 1), HostilePictures.black(1, LONGEST),
                HostilePictures.scans(LONGEST_JPEG, 1, 1), HostilePictures.scans(1, LONGEST_JPEG, 1));
        long tooLong = as(A).cdf().upload(HostilePictures.scans(LONGEST, 1, 1));
        List<Long> files = new ArrayList<>();
        for (Payload line : lines) {
            as(A).assets().create(line, "input");
            files.add(as(A).cdf().upload(line));
        }
        Victim.isServedBeside(() -> together(A, A, (user, number) -> {
            for (int i = 0; i < files.size(); i++) {
                assertThat(view(as(user), lines.get(i), 64 + number).statusCode()).isIn(400, 503);
                assertThat(icon(as(user), files.get(i)).statusCode()).as(lines.get(i).name()).isIn(200, 503);
            }
            assertThat(icon(as(user), tooLong).statusCode()).isIn(400, 503);
        }));
        for (int i = 0; i < files.size(); i++) {
            assertThat(view(as(A), lines.get(i), 64).then().statusCode(400).extract().asString())
                    .contains("IMAGE_TOO_LARGE");
            assertThat(icon(as(A), files.get(i)).statusCode()).as(lines.get(i).name()).isEqualTo(200);
        }
    }

    @Test
    void framesBehindTheFirstCostNothing() throws Exception {
        Payload frames = HostilePictures.frames(100_000);
        as(A).assets().create(frames, "input");
        Victim.isServedBeside(
                () -> together(A, A, (user, number) -> view(as(user), frames, 64 + number).then().statusCode(200)));
    }

    private interface Look {
        void at(User user, int number);
    }

    /** Both at once, and each several times. */
    private static void together(User one, User other, Look look) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> looks = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                int number = i;
                looks.add(threads.submit(() -> look.at(one, number)));
                looks.add(threads.submit(() -> look.at(other, EACH + number)));
            }
            for (Future<?> each : looks) {
                each.get();
            }
        }
    }

    private static Response view(Client client, Payload picture, int edge) {
        return client.request().get("/api/view?filename=" + Client.encode(picture.blake3()) + "&res=" + edge);
    }

    private static Response icon(Client client, long file) {
        return client.request().get(client.cdf().url() + "/icon?id=" + file);
    }
}
