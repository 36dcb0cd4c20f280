package dev.coffer.common.blobclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private static final UUID REF = Ids.next();
    private static final Owner OWNER = Owner.user("acme", "ann");
    private static final ServiceException REFUSAL =
            new ServiceException(ErrorCode.CONFLICT, "Another request was first.");

    private final List<UUID> released = new ArrayList<>();
    private final References references = new References(new BlobClient(null) {
        @Override
        public void release(UUID ref, Owner owner) {
            released.add(ref);
        }
    });

    @Test
    void whatARowHasIsKept() {
        assertThat(references.<String>releaseOnFailure(REF, OWNER, () -> "row")).isEqualTo("row");
        assertThat(released).isEmpty();
    }

    @Test
    void aRefusalGivesItBack() {
        assertThatThrownBy(() -> references.releaseOnFailure(REF, OWNER, ReferencesTest::refused)).isSameAs(REFUSAL);
        assertThat(released).containsExactly(REF);
    }

    @Test
    void whatMayHaveBeenCommittedIsKept() {
        RuntimeException lost = new RuntimeException("The connection was lost during the commit.");
        assertThatThrownBy(() -> references.releaseOnFailure(REF, OWNER, () -> {
            throw lost;
        })).isSameAs(lost);
        assertThat(released).isEmpty();
    }

    @Test
    void aStoreOutOfReachDoesNotHideTheRefusal() {
        References lonely = new References(new BlobClient(null) {
            @Override
            public void release(UUID ref, Owner owner) {
                throw ServiceException.unavailable("The store is out of reach.");
            }
        });
        assertThatThrownBy(() -> lonely.releaseOnFailure(REF, OWNER, ReferencesTest::refused)).isSameAs(REFUSAL);
    }

    private static Object refused() {
        throw REFUSAL;
    }
}
