package dev.coffer.acceptance.harness;

import dev.coffer.acceptance.stack.Environment;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * HTTP over a plain socket, for requests that client libraries correct or refuse: unusual paths, wrong lengths,
 * truncated bodies.
 */
public final class RawHttp implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private final Socket socket;
    private final String host;
    private final OutputStream out;
    private final InputStream in;

    /** Connects to the host of a URL. */
    public RawHttp(String url) {
        try {
            URI target = URI.create(url);
            host = target.getAuthority();
            socket = new Socket(target.getHost(), target.getPort());
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            socket.setTcpNoDelay(true);
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request without a body, its path sent as it is. */
    public static Answer send(String method, String path, Map<String, String> headers) {
        try (RawHttp http = new RawHttp(Environment.url())) {
            return http.head(method, path, headers).answer();
        }
    }

    /** A request with the beginning of a body, with any length in the headers. */
    public static Answer send(String method, String path, Map<String, String> headers, byte[] start) {
        try (RawHttp http = new RawHttp(Environment.url())) {
            return http.head(method, path, headers).write(start).answer();
        }
    }

    /** Sends the head of a request; it asks the server to close the connection afterwards. */
    public RawHttp head(String method, String path, Map<String, String> headers) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nConnection: close\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    public RawHttp write(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the sending side, although the declared body is not complete. */
    public RawHttp cut() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops the connection with a reset. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads and discards until the server closes the connection. */
    public void awaitClose() {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            // A reset closes the connection as well.
        }
    }

    public Answer answer() {
        return answer(true);
    }

    /** The head of an answer that has no body, such as 100: more is to come. */
    public Answer interim() {
        return answer(false);
    }

    private Answer answer(boolean withBody) {
        try {
            String status = line();
            Map<String, List<String>> headers = Answer.caseInsensitive();
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
            return new Answer(Integer.parseInt(status.split(" ")[1]), headers, withBody ? body(headers) : new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("Content-Length")) {
            return in.readNBytes(Integer.parseInt(headers.get("Content-Length").getFirst()));
        }
        if (!headers.containsKey("Transfer-Encoding")) {
            return in.readAllBytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        return body.toByteArray();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection ended within the head of an answer");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
