package dev.coffer.userdata;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Promises twice as many bytes as it has. */
@Path("/test/broken-content")
@RunOnVirtualThread
public class BrokenContentResource {
    static final int HALF = 300_000;

    @GET
    @PermitAll
    public Response get() {
        return Response.ok(new Breaking()).header("Content-Length", 2 * HALF).build();
    }

    private static final class Breaking extends InputStream {
        private int count;

        @Override
        public int read() throws IOException {
            if (count == HALF) {
                throw new IOException("the store has gone");
            }
            count++;
            return 'x';
        }
    }
}
