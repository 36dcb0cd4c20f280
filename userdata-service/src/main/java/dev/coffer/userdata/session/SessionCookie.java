package dev.coffer.userdata.session;

import dev.coffer.common.credential.SessionVerifier;
import dev.coffer.common.signing.LinkConfig;
import dev.coffer.userdata.session.SessionService.OpenedSession;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The cookie {@code session}: HttpOnly, SameSite, and Secure if the public address is https. */
@Singleton
class SessionCookie {
    private final boolean secure;

    @Inject
    SessionCookie(LinkConfig links) {
        this(links.publicUrl());
    }

    SessionCookie(String publicUrl) {
        this.secure = publicUrl.startsWith("https:");
    }

    /** The value of {@code Set-Cookie} that gives this session to a browser. */
    String give(OpenedSession session) {
        return cookie(session.token(), session.life());
    }

    /** The value of {@code Set-Cookie} that takes the session away. */
    String take() {
        return cookie("", Duration.ZERO);
    }

    /** The session that a browser has sent. */
    Optional<String> of(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(SessionVerifier.COOKIE)).map(Cookie::getValue);
    }

    private String cookie(String value, Duration life) {
        return SessionVerifier.COOKIE + "=" + value + "; Path=/; Max-Age=" + life.toSeconds()
                + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
