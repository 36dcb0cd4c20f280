package dev.coffer.userdata.file;

import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.content.ContentAnswer;
import dev.coffer.common.content.Preconditions;
import dev.coffer.common.content.Representation;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.setting.SettingService;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The user file in which the open-source server keeps settings. Here it is read-only and shows the settings of the
 * caller, in any workspace (comfy.md section 5.9).
 */
@RequestScoped
class SettingsFile {
    private final SettingService settings;
    private final CurrentCaller caller;
    private final RoutingContext request;

    SettingsFile(SettingService settings, CurrentCaller caller, RoutingContext request) {
        this.settings = settings;
        this.caller = caller;
        this.request = request;
    }

    /** The settings as a file, or 304. */
    Response answer() {
        byte[] content = settings.document(caller.get());
        Representation file = UserFileRepresentation.of(
                UserPath.SETTINGS, content.length, Preconditions.tag(DigestUtils.sha256Hex(content)), null);
        return ContentAnswer.of(file, request.request(),
                range -> new ByteArrayInputStream(content, (int) range.first(), (int) range.length()));
    }
}
