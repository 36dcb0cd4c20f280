package dev.coffer.asset.remote;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/** A request and its answer. Closing them breaks the connection off: else the rest of the answer would be read. */
record RemoteExchange(HttpUriRequestBase request, ClassicHttpResponse response) implements Closeable {
    int status() {
        return response.getCode();
    }

    /** The value of a header, empty without one. */
    String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    InputStream body() throws IOException {
        return response.getEntity() == null ? InputStream.nullInputStream() : response.getEntity().getContent();
    }

    @Override
    public void close() {
        request.cancel();
    }
}
