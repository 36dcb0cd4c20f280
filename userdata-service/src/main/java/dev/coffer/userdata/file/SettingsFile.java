package dev.coffer.userdata.file;

import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.http.Preconditions;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.setting.SettingService;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The user file in which the open-source server keeps settings: here it shows those of the caller, in any workspace,
 * and is for reading only (comfy.md section 5.9).
 */
@RequestScoped
class SettingsFile {
    private final SettingService settings;
    private final CurrentCaller caller;
    private final RoutingContext request;
    private final Clock clock;

    SettingsFile(SettingService settings, CurrentCaller caller, RoutingContext request, Clock clock) {
        this.settings = settings;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    /** The settings as a file, or that the client has them already. */
    Response get() {
        byte[] content = content();
        return answer(content, Response.ok((StreamingOutput) out -> out.write(content))
                .header(HttpHeaders.CONTENT_LENGTH, content.length));
    }

    /** What {@link #get} would say, without the content. */
    Response head() {
        byte[] content = content();
        return answer(content, Response.ok().header(HttpHeaders.CONTENT_LENGTH, content.length));
    }

    private byte[] content() {
        return settings.document(caller.get());
    }

    private Response answer(byte[] content, Response.ResponseBuilder full) {
        String tag = Preconditions.tag(DigestUtils.sha256Hex(content));
        boolean known = new Preconditions(request.request()).notModified(tag, clock.instant());
        Presentation presentation = Presentation.of(UserPath.SETTINGS);
        return (known ? Response.notModified() : full)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, presentation.disposition())
                .header(HttpHeaders.CACHE_CONTROL, presentation.caching())
                .build();
    }
}
