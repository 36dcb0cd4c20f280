package dev.coffer.files.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.TestJson;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateFileRulesTest {

    @ParameterizedTest
    @CsvSource({"name,256", "externalId,255", "source,128", "mimeType,256"})
    void aTextMayBeAsLongAsItsLimitAndNoLonger(String field, int most) {
        accepted(member(field, text(most)));
        refused(member(field, text(most + 1)), field + " must have at most " + most + " characters");
    }

    @Test
    void aDirectoryIsAnAbsolutePathOfAtMost512Characters() {
        accepted(member("directory", "/"));
        accepted(member("directory", "/" + text(511)));
        refused(member("directory", "/" + text(512)), "directory must have at most 512 characters");
        refused(member("directory", "plant/a"), "directory must be an absolute path that starts with /");
        refused(member("directory", ""), "directory must be an absolute path that starts with /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":null}", "{\"name\":\"\"}", "{\"externalId\":\"a\"}"})
    void theNameIsRequired(String body) {
        refused(body, "name is required: a text of 1 to 256 characters");
    }

    @Test
    void nullsAndUnknownMembersHaveNoEffect() {
        CreateFileRequest request = accepted("""
                {"name":"a","externalId":null,"directory":null,"source":null,"mimeType":null,"metadata":null,
                 "assetIds":null,"dataSetId":null,"sourceCreatedTime":null,"sourceModifiedTime":null,
                 "securityCategories":null,"labels":null,"geoLocation":null,
                 "id":7,"uploaded":true,"uploadedTime":1,"whatever":{"a":[1]}}""");
        assertThat(TestJson.write(request)).isEqualTo("{\"name\":\"a\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "externalId", "source", "mimeType"})
    void aTextMustBeStorable(String field) {
        refused(member(field, "a\0b"), field + " must not contain NUL or unpaired surrogates");
        refused(member(field, "a\ud800"), field + " must not contain NUL or unpaired surrogates");
    }

    @Test
    void assetIdsAreOneToAThousandIds() {
        accepted(with("\"assetIds\":" + ids(1)));
        accepted(with("\"assetIds\":" + ids(1000)));
        refused(with("\"assetIds\":" + ids(1001)), "assetIds must have 1 to 1000 ids, or be absent");
        refused(with("\"assetIds\":[]"), "assetIds must have 1 to 1000 ids, or be absent");
        refused(with("\"assetIds\":[5,null]"), "assetIds[1] must be an id");
        refused(with("\"assetIds\":[5,0]"), "assetIds[1] must be an id from 1 to 9007199254740991");
        refused(with("\"assetIds\":[9007199254740992]"), "assetIds[0] must be an id from 1 to 9007199254740991");
    }

    @Test
    void aDataSetIdHas53Bits() {
        accepted(with("\"dataSetId\":1"));
        accepted(with("\"dataSetId\":9007199254740991"));
        refused(with("\"dataSetId\":0"), "dataSetId must be an id from 1 to 9007199254740991");
        refused(with("\"dataSetId\":-1"), "dataSetId must be an id from 1 to 9007199254740991");
        refused(with("\"dataSetId\":9007199254740992"), "dataSetId must be an id from 1 to 9007199254740991");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sourceCreatedTime", "sourceModifiedTime"})
    void timesBeginIn1970(String field) {
        accepted(with("\"" + field + "\":0"));
        accepted(with("\"" + field + "\":9223372036854775807"));
        refused(with("\"" + field + "\":-1"), field + " must be milliseconds since 1970, 0 or more");
    }

    @Test
    void securityCategoriesAreRefusedInsteadOfIgnored() {
        accepted(with("\"securityCategories\":[]"));
        refused(with("\"securityCategories\":[1]"),
                "securityCategories are not supported: the list must be empty or absent");
    }

    @Test
    void labelsAreAtMostTenAndUnique() {
        accepted(with("\"labels\":[]"));
        accepted(with("\"labels\":" + labels(10)));
        refused(with("\"labels\":" + labels(11)), "labels must have at most 10 labels");
        refused(with("\"labels\":[{\"externalId\":\"a\"},{\"externalId\":\"a\"}]"), "labels must be unique");
        refused(with("\"labels\":[{}]"), "labels[0].externalId is required");
        refused(with("\"labels\":[null]"), "labels[0].externalId is required");
        accepted(with("\"labels\":[{\"externalId\":\"" + text(255) + "\"}]"));
        refused(with("\"labels\":[{\"externalId\":\"" + text(256) + "\"}]"),
                "labels[0].externalId must have at most 255 characters");
    }

    @Test
    void metadataHasAtMost256Pairs() {
        accepted(with("\"metadata\":{}"));
        accepted(with("\"metadata\":" + pairs(256)));
        refused(with("\"metadata\":" + pairs(257)), "metadata must have at most 256 pairs");
        refused(with("\"metadata\":{\"a\":null}"), "metadata.a must be a text");
    }

    @Test
    void metadataIsMeasuredInBytes() {
        accepted(with("\"metadata\":{\"" + text(128) + "\":\"\"}"));
        refused(with("\"metadata\":{\"" + text(129) + "\":\"\"}"), "metadata must have keys of at most 128 bytes");
        refused(with("\"metadata\":{\"" + "ü".repeat(65) + "\":\"\"}"), "metadata must have keys of at most 128 bytes");
        accepted(with("\"metadata\":{\"\":\"" + text(10240) + "\"}"));
        refused(with("\"metadata\":{\"\":\"" + text(10241) + "\"}"), "metadata. must have at most 10240 bytes");
        accepted(with("\"metadata\":{\"k\":\"" + text(10239) + "\"}"));
        refused(with("\"metadata\":{\"k\":\"" + text(10240) + "\"}"),
                "metadata must have at most 10240 bytes of keys and values");
        refused(with("\"metadata\":{\"k\":\"" + "ü".repeat(5120) + "\"}"),
                "metadata must have at most 10240 bytes of keys and values");
    }

    private static CreateFileRequest accepted(String body) {
        return CreateFileRules.check(TestJson.read(body, CreateFileRequest.class));
    }

    private static void refused(String body, String message) {
        CreateFileRequest request = TestJson.read(body, CreateFileRequest.class);
        assertThatThrownBy(() -> CreateFileRules.check(request))
                .isInstanceOf(ServiceException.class)
                .hasMessage(message)
                .extracting(e -> ((ServiceException) e).code().status())
                .isEqualTo(400);
    }

    private static String member(String field, String value) {
        String escaped = value.replace("\0", "\\u0000").replace("\ud800", "\\ud800");
        String member = "\"" + field + "\":\"" + escaped + "\"";
        return field.equals("name") ? "{" + member + "}" : with(member);
    }

    private static String with(String member) {
        return "{\"name\":\"a\"," + member + "}";
    }

    private static String text(int length) {
        return "x".repeat(length);
    }

    private static String ids(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList().toString();
    }

    private static String labels(int count) {
        return IntStream.range(0, count).mapToObj(i -> "{\"externalId\":\"" + i + "\"}").toList().toString();
    }

    private static String pairs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + i + "\":\"v\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
