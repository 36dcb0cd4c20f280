package dev.coffer.common.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which tokens are accepted while the signing key is replaced. */
class SignedTokenTest {
    private static final String OLD = "the-signing-key-that-goes-0123456789";
    private static final String NEW = "the-signing-key-that-comes-0123456789";
    private static final String PURPOSE = "test";

    /** As processes are replaced one at a time, those of the step before and after it run side by side. */
    @Test
    void inEachStepOfAReplacementProcessesAcceptWhatThoseOfTheNextOneSign() {
        SignedToken before = tokens(OLD, null);
        SignedToken announced = tokens(OLD, NEW);
        SignedToken replaced = tokens(NEW, OLD);
        SignedToken after = tokens(NEW, null);

        assertAccepted(before, announced);
        assertAccepted(announced, before);
        assertAccepted(announced, replaced);
        assertAccepted(replaced, announced);
        assertAccepted(replaced, after);
        assertAccepted(after, replaced);
    }

    @Test
    void theOldKeyIsWorthNothingInTheEnd() {
        assertRefused(tokens(OLD, null), tokens(NEW, null));
        assertRefused(tokens(OLD, NEW), tokens(NEW, null));
    }

    @Test
    void neitherKeySignsForAnotherPurpose() {
        SignedToken tokens = tokens(NEW, OLD);
        String token = tokens(OLD, null).sign(PURPOSE, "content");
        assertThatThrownBy(() -> tokens.verify("another", token, String.class)).isInstanceOf(ServiceException.class);
    }

    @Test
    void aShortKeyIsRefusedByName() {
        assertThatThrownBy(() -> tokens(NEW, "short")).hasMessageContaining("coffer.accepted-signing-key");
        assertThatThrownBy(() -> tokens("short", NEW)).hasMessageContaining("coffer.signing-key");
    }

    private static void assertAccepted(SignedToken signer, SignedToken verifier) {
        assertThat(verifier.verify(PURPOSE, signer.sign(PURPOSE, "content"), String.class)).isEqualTo("content");
    }

    private static void assertRefused(SignedToken signer, SignedToken verifier) {
        String token = signer.sign(PURPOSE, "content");
        assertThatThrownBy(() -> verifier.verify(PURPOSE, token, String.class))
                .isInstanceOfSatisfying(ServiceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.LINK_REFUSED));
    }

    private static SignedToken tokens(String key, @Nullable String accepted) {
        return new SignedToken(new ObjectMapper(), new LinkConfig(
                Optional.of(URI.create("https://coffer.example.com")), Optional.of(key),
                Optional.ofNullable(accepted)));
    }
}
