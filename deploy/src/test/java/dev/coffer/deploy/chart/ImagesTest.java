package dev.coffer.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.deploy.model.Chart;
import dev.coffer.deploy.model.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which images are pulled, and from where. */
class ImagesTest {
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @Promise("An image is `<image.registry>/<image.repository>/asset-service` and so on, in the version of the chart's `appVersion`.")
    void names() throws IOException {
        Matcher version = Pattern.compile("(?s)<artifactId>coffer</artifactId>\\s*<version>([^<]+)").matcher(
                Files.readString(Path.of("..", "pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(image("")).isEqualTo("coffer/asset-service:" + version.group(1));
        assertThat(image("image: {registry: registry.example.com, repository: team/coffer, tag: '2'}"))
                .isEqualTo("registry.example.com/team/coffer/asset-service:2");
        assertThat(image("services: {asset: {image: {repository: own/asset, tag: '3'}}}")).isEqualTo("own/asset:3");
    }

    @Promise("`global.imageRegistry` takes the place of every registry, those of the trial too.")
    void mirror() {
        Release release = Chart.releaseOf("values-quickstart.yaml",
                "global: {imageRegistry: mirror.example.com/all}\nimage: {registry: registry.example.com}");
        assertThat(images(release)).hasSize(9)
                .allSatisfy(image -> assertThat(image).startsWith("mirror.example.com/all/"))
                .contains("mirror.example.com/all/library/postgres:18.4")
                .noneMatch(image -> image.contains("docker.io") || image.contains("registry.example.com"));
    }

    @Promise("A `digest` takes the place of the tag.")
    void digest() {
        assertThat(image("services: {asset: {image: {digest: '" + DIGEST + "'}}}"))
                .isEqualTo("coffer/asset-service@" + DIGEST);
        assertThat(Chart.refusal("services: {asset: {image: {digest: abc}}}")).contains("/services/asset/image/digest");
    }

    @Promise("`global.imagePullSecrets` are those of every pod.")
    void pullSecrets() {
        Release release = Chart.releaseOf("values-quickstart.yaml", "global: {imagePullSecrets: [one, two]}");
        assertThat(release.workloads()).hasSize(10).allSatisfy(workload -> assertThat(
                workload.pod().path("imagePullSecrets").findValuesAsText("name")).containsExactly("one", "two"));
    }

    @Promise("`images.txt` names all images, for a mirror.")
    void list() throws IOException {
        List<String> listed = Files.readAllLines(Chart.DIRECTORY.resolve("images.txt"));
        assertThat(listed).containsExactlyElementsOf(images(Chart.releaseOf("values-quickstart.yaml")));
    }

    private static String image(String values) {
        return Chart.release(values).deployment("asset").container().path("image").asText();
    }

    private static SortedSet<String> images(Release release) {
        return release.workloads().stream().flatMap(workload -> workload.containers().stream())
                .map(container -> container.path("image").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
