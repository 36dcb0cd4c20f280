package dev.coffer.common.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.framework.FrameworkInternals;
import dev.coffer.common.tracing.CurrentTrace;
import dev.coffer.common.tracing.RequestTrace;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The log of what requests change, in a category of its own: {@code dev.coffer.audit}. */
@ApplicationScoped
public class AuditTrail {
    private static final Logger LOG = Logger.getLogger("dev.coffer.audit");
    private static final String KEY = AuditTrail.class.getName();

    private final RoutingContext current;
    private final ObjectMapper json;

    AuditTrail(RoutingContext current, ObjectMapper json) {
        this.current = current;
        this.json = json;
    }

    /**
     * Notes what the request that is being served has changed. Not noted is what a service does by itself.
     *
     * @param type such as {@code dev.coffer.asset.uploaded}
     * @param id of what was changed; never a secret
     */
    public void changed(String type, String id) {
        if (FrameworkInternals.isServingRequest()) {
            AuditEntry entry = current.get(KEY);
            if (entry != null) {
                entry.changed(type, id);
            }
        }
    }

    /** Writes the entry when the request has ended, however it ends. */
    void follow(AuditEntry entry) {
        Optional<RequestTrace> trace = CurrentTrace.get();
        HttpServerResponse response = current.response();
        current.put(KEY, entry);
        current.addEndHandler(end -> {
            String line = entry.text(json, response.getStatusCode(), end.succeeded(),
                    trace.map(RequestTrace::requestId).orElse(null));
            trace.ifPresentOrElse(of -> CurrentTrace.during(of, () -> LOG.info(line)), () -> LOG.info(line));
        });
    }

    boolean isOn() {
        return LOG.isInfoEnabled();
    }
}
