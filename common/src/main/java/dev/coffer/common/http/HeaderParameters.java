package dev.coffer.common.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.net.PercentCodec;

/**
 * The parameters of a header such as {@code Content-Disposition} (RFC 9110 section 5.6.6), in any order; of
 * repeated ones the first counts. Values are literal: encoded words, as in mails, are not decoded (RFC 7578 section
 * 4.2). Reads any text, valid or not, in one pass.
 */
public final class HeaderParameters {
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1);

    private final Map<String, String> values = new HashMap<>();
    private final String text;
    private int at;

    private HeaderParameters(String text) {
        this.text = text;
    }

    /** The parameters behind the first semicolon of a header's value. */
    public static HeaderParameters of(String header) {
        HeaderParameters parameters = new HeaderParameters(header);
        parameters.read();
        return parameters;
    }

    /**
     * The value as it is written, without its quotes.
     *
     * @param name in lower case
     */
    public Optional<String> plain(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of {@code name*}, decoded (RFC 8187); empty if it is not there or cannot be decoded. */
    public Optional<String> extended(String name) {
        return plain(name + "*").flatMap(HeaderParameters::decoded);
    }

    private void read() {
        upTo(";");
        while (at < text.length()) {
            at++;
            String name = upTo("=;").strip().toLowerCase(Locale.ROOT);
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                values.putIfAbsent(name, value());
            }
        }
    }

    private String value() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '"' ? quoted() : upTo(";").strip();
    }

    /** Browsers leave backslashes of names as they are, so only those before a quote or another one escape. */
    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escape =
                    text.charAt(at) == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
            at += escape ? 1 : 0;
            value.append(text.charAt(at));
            at++;
        }
        upTo(";");
        return value.toString();
    }

    private String upTo(String ends) {
        int from = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private static Optional<String> decoded(String value) {
        int charset = value.indexOf('\'');
        int language = value.indexOf('\'', charset + 1);
        if (charset < 0 || language < 0) {
            return Optional.empty();
        }
        return CHARSETS.stream()
                .filter(known -> known.name().equalsIgnoreCase(value.substring(0, charset)))
                .findFirst()
                .flatMap(known -> decoded(value.substring(language + 1), known));
    }

    private static Optional<String> decoded(String value, Charset charset) {
        try {
            byte[] bytes = new PercentCodec().decode(value.getBytes(StandardCharsets.UTF_8));
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (DecoderException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
