package dev.coffer.userdata.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.userdata.session.SessionService.OpenedSession;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionCookieTest {
    @ParameterizedTest
    @CsvSource({"https://coffer.example.org, true", "http://localhost:8080, false"})
    void isNeverSentInTheClearWhereThePublicAddressIsSecure(String publicUrl, boolean secure) {
        SessionCookie cookie = new SessionCookie(publicUrl);
        assertThat(cookie.give(new OpenedSession("cfs_x", Duration.ofMinutes(1))).contains("Secure")).isEqualTo(secure);
        assertThat(cookie.take().contains("Secure")).isEqualTo(secure);
    }
}
