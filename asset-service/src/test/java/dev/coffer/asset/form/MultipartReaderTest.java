package dev.coffer.asset.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {
    private static final String TYPE = "multipart/form-data; boundary=x";
    private static final String FORM = """
            --x\r
            Content-Disposition: form-data; name="tags"\r
            \r
            a,b\r
            --x\r
            content-disposition: form-data; name="file"; filename="Grüße \\"q%22.png"\r
            Content-Type: image/png\r
            \r
            \r
            -xbytes--\r
            \r
            --x--\r
            """;

    @Test
    void partsComeOneByOne() throws IOException {
        assertThat(parts(TYPE, FORM)).containsExactly("tags|null|a,b", "file|Grüße \"q\".png|\r\n-xbytes--\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=\"x\"", "Multipart/Form-Data;charset=utf-8; BOUNDARY=x"})
    void theBoundaryIsFoundHoweverItIsWritten(String type) throws IOException {
        assertThat(parts(type, FORM)).hasSize(2);
    }

    @Test
    void anEmptyFormHasNoParts() throws IOException {
        assertThat(parts(TYPE, "--x--\r\n")).isEmpty();
        assertThat(parts(TYPE, "")).isEmpty();
    }

    @Test
    void aFormThatEndsAnywhereBeforeItsEndIsAnError() {
        for (int length = FORM.indexOf("\r\n") + 2; length < FORM.lastIndexOf("--x--") + 5; length++) {
            String cut = FORM.substring(0, length);
            assertThatThrownBy(() -> parts(TYPE, cut)).as(cut).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "filename=\"=?utf-8?Q?abc?=.png\"                                | =?utf-8?Q?abc?=.png",
        "filename=\"=?UTF-8?B?YWJj?=\"                                   | =?UTF-8?B?YWJj?=",
        "filename*=UTF-8''%e2%82%ac%20.png; filename=\"x.png\"           | € .png",
        "filename=\"x.png\"; filename*=UTF-8''%e2%82%ac%20.png           | € .png",
        "filename=\"x.png\" ; FileName* = iso-8859-1'de'%fc+.png         | ü+.png",
        "filename=\"x.png\"; filename*=UTF-8''%e2%82                     | x.png",
        "filename=\"x.png\"; filename*=UTF-8''%zz                        | x.png",
        "filename=\"x.png\"; filename*=EUC-JP''%a4                       | x.png",
        "filename=\"x.png\"; filename*=plain.png                         | x.png",
        "filename=\"a\\\\b\\\"c%22d\\e;f=g.png\"                          | a\\b\"c\"d\\e;f=g.png",
        "filename=\"100%25 %0a.png\"                                     | 100%25 %0a.png",
        "filename=plain.png;x=y                                          | plain.png",
        "filename=a.png; filename=b.png                                  | a.png",
        "FILENAME=\"Δ δ.png\"                                             | Δ δ.png",
        "x=\"; filename=no.png\"; filename=\"yes.png\"                    | yes.png",
        "filename=\"open.png                                             | open.png",
        "filename=\"                                                     | ``",
        "filename=                                                       | ``",
        "filename                                                        | null"
    })
    void fileNamesAreLiteral(String parameters, String name) throws IOException {
        String form = "--x\r\nContent-Disposition: form-data; name=f; " + parameters + "\r\n\r\n1\r\n--x--\r\n";
        assertThat(parts(TYPE, form)).containsExactly("f|" + name + "|1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "name=\"=?utf-8?Q?tags?=\"         | =?utf-8?Q?tags?=",
        "name*=utf-8''%c3%a4; name=a       | ä",
        "name=\"a%22b\\\"c\"                | a\"b\"c",
        "filename=x                        | ``"
    })
    void namesOfFieldsAreLiteralToo(String parameters, String name) throws IOException {
        String form = "--x\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n1\r\n--x--\r\n";
        assertThat(parts(TYPE, form).getFirst()).startsWith(name + "|");
    }

    @Test
    void aHeaderMayBeFolded() throws IOException {
        String form =
                "--x\r\nX: y\r\nContent-Disposition: form-data;\r\n\tname=f;\r\n  filename=\"a\r\n b.png\"\r\n\r\n1\r\n--x--\r\n";
        assertThat(parts(TYPE, form)).containsExactly("f|a b.png|1");
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        assertThat(parts(TYPE, FORM.replace("a,b", "\uFEFFa,\uFEFFb")).getFirst()).isEqualTo("tags|null|a,\uFEFFb");
    }

    @Test
    void aFileNameMayBeLong() throws IOException {
        String name = "ü".repeat(400) + ".png";
        assertThat(parts(TYPE, FORM.replace("Grüße \\\"q%22.png", name)).getLast()).startsWith("file|" + name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "application/json", "multipart/mixed; boundary=x", "image/png", ";;;"})
    void anythingElseIsUnsupported(String type) {
        refused(ErrorCode.UNSUPPORTED_MEDIA_TYPE, type, FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; bound=x"})
    void withoutABoundaryThereIsNoForm(String type) {
        refused(ErrorCode.INVALID_BODY, type, FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Encoding: gzip", "content-encoding:br", "Content-Transfer-Encoding: base64",
        "Content-Transfer-Encoding: quoted-printable", "CONTENT-TRANSFER-ENCODING : BASE64",
        "Content-Encoding:\r\n gzip",
        "Content-Encoding: identity, gzip"})
    void aCodedPartIsUnsupported(String header) {
        refused(ErrorCode.UNSUPPORTED_MEDIA_TYPE, TYPE, FORM.replace("Content-Type: image/png", header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Encoding: identity", "Content-Transfer-Encoding: binary",
        "Content-Transfer-Encoding: 8BIT",
        "Content-Transfer-Encoding: 7bit", "Content-Transfer-Encoding:"})
    void aPartThatSaysItIsPlainIsTaken(String header) throws IOException {
        assertThat(parts(TYPE, FORM.replace("Content-Type: image/png", header))).hasSize(2);
    }

    @Test
    void floodsAreRefused() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\na\r\n";
        refused(ErrorCode.INVALID_BODY, TYPE, part.repeat(300) + "--x--");
        refused(ErrorCode.INVALID_BODY, TYPE, part.replace("\na\r", "\n" + "a".repeat(2000) + "\r") + "--x--");
        assertThatThrownBy(() -> parts(TYPE, "--x\r\nA: " + "b".repeat(20000) + "\r\n\r\n\r\n--x--"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void textIsUtf8() {
        byte[] latin = FORM.replace("a,b", "ä").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> parts(TYPE, latin)).isInstanceOfSatisfying(
                ServiceException.class, refusal -> assertThat(refusal.details()).containsEntry("field", "tags"));
    }

    private static void refused(ErrorCode code, String type, String form) {
        assertThatThrownBy(() -> parts(type, form)).isInstanceOfSatisfying(
                ServiceException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static List<String> parts(String type, String form) throws IOException {
        return parts(type, form.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> parts(String type, byte[] form) throws IOException {
        MultipartReader reader = new MultipartReader(type, new ByteArrayInputStream(form));
        List<String> parts = new ArrayList<>();
        for (FormPart part = reader.next(); part != null; part = reader.next()) {
            parts.add(part.name() + "|" + part.fileName() + "|" + MultipartReader.text(part, 1000));
        }
        return parts;
    }
}
