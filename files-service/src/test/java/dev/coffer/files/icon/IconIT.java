package dev.coffer.files.icon;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.files.BlobAnswers;
import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.content.ContentService;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Icons are rendered once, and shown to who sees the file. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
@QuarkusTestResource(value = BlobAnswers.class, restrictToAnnotatedClass = true)
@TestSecurity(user = "u")
@OidcSecurity(claims = {
    @Claim(key = "sub", value = "u"),
    @Claim(key = "tenant", value = "acme"),
    @Claim(key = "projects", value = "icons")
})
class IconIT {
    private static final String ICONS = "/api/v1/projects/icons/files/icon?id=";
    private static final String KEPT = "select count(*) from icon where file_id = ?";

    private final Project project = new Project("acme", "icons");

    @Inject
    StoredFiles stored;

    @Inject
    ContentService contents;

    @Inject
    IconService icons;

    @Inject
    Rows rows;

    @Inject
    MeterRegistry metrics;

    private Map<String, String> blobAnswers;

    @AfterEach
    void nothingIsStored() {
        blobAnswers.clear();
    }

    @Test
    void aSecondRequestDecodesNothing() throws IOException {
        FileKey file = stored.add(project, one -> {});
        UUID content = content(file, 1, Color.RED);
        Response first = icon(file);
        double decoded = counted("coffer.images.decoded");
        String reads = blobAnswers.get(BlobAnswers.reads(content));
        double kept = counted(IconService.METRIC, "result", "kept");

        Response second = icon(file);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        given().header("If-None-Match", first.header("ETag")).get(ICONS + file.id()).then().statusCode(304);
        given().header("Range", "bytes=0-1").get(ICONS + file.id()).then().statusCode(206);
        assertThat(counted("coffer.images.decoded")).isEqualTo(decoded);
        assertThat(blobAnswers.get(BlobAnswers.reads(content))).isEqualTo(reads);
        assertThat(counted(IconService.METRIC, "result", "kept")).isEqualTo(kept + 3);
    }

    @Test
    void otherContentHasAnotherIconAndTheOldOneIsGivenBack() throws IOException {
        FileKey file = stored.add(project, one -> {});
        content(file, 1, Color.RED);
        assertThat(colour(icon(file)).getRed()).isGreaterThan(200);
        content(file, 2, Color.BLUE);
        assertThat(rows.count(KEPT, file.id())).isZero();
        Response icon = icon(file);
        assertThat(colour(icon).getRed()).isLessThan(50);
        assertThat(colour(icon).getBlue()).isGreaterThan(200);
        assertThat(colour(icon(file)).getBlue()).isGreaterThan(200);
        assertThat(rows.count(KEPT, file.id())).isOne();
        // The first content, and its icon.
        assertThat(released()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theIconGoesWithItsFile() throws IOException {
        FileKey file = stored.add(project, one -> {});
        content(file, 1, Color.RED);
        icon(file);
        long before = released();
        given().contentType("application/json").body("{\"items\":[{\"id\":" + file.id() + "}]}")
                .post("/api/v1/projects/icons/files/delete").then().statusCode(200);
        assertThat(rows.count(KEPT, file.id())).isZero();
        assertThat(released()).isEqualTo(before + 2);
        given().get(ICONS + file.id()).then().statusCode(400);
    }

    @Test
    @OidcSecurity(claims = {
        @Claim(key = "sub", value = "u"),
        @Claim(key = "tenant", value = "acme"),
        @Claim(key = "projects", value = "other")
    })
    void anotherProjectGetsNothing() throws IOException {
        FileKey file = stored.add(project, one -> {});
        content(file, 1, Color.RED);
        icons.icon(Access.all(project), Identifier.ofId(file.id()));
        assertThat(rows.count(KEPT, file.id())).isOne();
        given().get("/api/v1/projects/other/files/icon?id=" + file.id()).then()
                .statusCode(400).body("error.missing[0].id", equalTo(file.id()));
    }

    @Test
    @OidcSecurity(claims = {
        @Claim(key = "sub", value = "u"),
        @Claim(key = "tenant", value = "globex"),
        @Claim(key = "projects", value = "icons")
    })
    void anotherTenantGetsNothing() throws IOException {
        FileKey file = stored.add(project, one -> {});
        content(file, 1, Color.RED);
        icons.icon(Access.all(project), Identifier.ofId(file.id()));
        given().get(ICONS + file.id()).then().statusCode(400);
    }

    @Test
    void whereTheStoreHasNoRoomTheIconIsShownAllTheSame() throws IOException {
        FileKey file = stored.add(project, one -> {});
        content(file, 1, Color.RED);
        blobAnswers.put(BlobAnswers.FULL, "");
        assertThat(colour(icon(file)).getRed()).isGreaterThan(200);
        assertThat(rows.count(KEPT, file.id())).isZero();
    }

    @Test
    void anIconThatTheStoreHasLostIsMadeAnew() throws IOException {
        FileKey file = stored.add(project, one -> {});
        UUID content = content(file, 1, Color.RED);
        icon(file);
        blobAnswers.keySet()
                .removeIf(key -> key.startsWith(BlobAnswers.content("")) && !key.equals(BlobAnswers.content(content)));
        given().get(ICONS + file.id()).then().statusCode(503);
        assertThat(colour(icon(file)).getRed()).isGreaterThan(200);
    }

    private static Response icon(FileKey file) {
        Response icon = given().get(ICONS + file.id());
        icon.then().statusCode(200).contentType("image/jpeg");
        return icon;
    }

    private static Color colour(Response icon) throws IOException {
        return new Color(ImageIO.read(new ByteArrayInputStream(icon.asByteArray())).getRGB(100, 50));
    }

    /** Gives a file content: a picture of one colour. */
    private UUID content(FileKey file, long completion, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 400, 200);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        UUID ref = UUID.randomUUID();
        blobAnswers.put(BlobAnswers.content(ref), Base64.getEncoder().encodeToString(png.toByteArray()));
        contents.receive(file,
                new CompletedUpload(project.tenant(), project.owner().key(), UUID.randomUUID(), file.entity(),
                        completion, ref, png.size(), "blake3:" + ref, "sha256:" + ref, Instant.EPOCH, true));
        return ref;
    }

    private long released() {
        return rows.count("select count(*) from release where tenant = 'acme' and owner = 'project:icons'");
    }

    private double counted(String name, String... tags) {
        Counter counter = metrics.find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }
}
