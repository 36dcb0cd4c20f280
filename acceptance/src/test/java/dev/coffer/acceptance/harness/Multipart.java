package dev.coffer.acceptance.harness;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A form with files, written as a stream (RFC 7578). Parts are sent in the order in which they are added. */
public final class Multipart {
    private final String boundary = Payloads.unique("boundary");
    private final List<BodyPublisher> pieces = new ArrayList<>();

    public Multipart field(String name, String value) {
        return piece("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                + "\r\n");
    }

    public Multipart file(Payload payload) {
        return file("file", payload);
    }

    public Multipart file(String field, Payload payload) {
        piece("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                + payload.name()
                + "\"\r\nContent-Type: " + payload.mimeType() + "\r\n\r\n");
        pieces.add(Transfer.body(payload));
        return piece("\r\n");
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    public BodyPublisher body() {
        List<BodyPublisher> all = new ArrayList<>(pieces);
        all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private Multipart piece(String text) {
        pieces.add(BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }
}
