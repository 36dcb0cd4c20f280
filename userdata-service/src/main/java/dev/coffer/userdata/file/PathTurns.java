package dev.coffer.userdata.file;

import dev.coffer.common.database.Turns;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.address.UserPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets changes in the same place of the root happen one after the other: no row could be locked that keeps {@code a} and
 * {@code a/b} from being made at the same moment. Those who wait for a folder of many files to move hold no connection.
 */
@ApplicationScoped
public class PathTurns {
    private final Turns turns;

    PathTurns(Turns turns) {
        this.turns = turns;
    }

    /**
     * Does this in a transaction of its own, while nobody else changes what is below the roots of these paths.
     *
     * @throws ServiceException 503 if too many want to
     */
    public <T> T change(Owner owner, Supplier<T> change, UserPath... paths) {
        Set<String> roots = Stream.of(paths)
                .map(path -> Turns.name(owner.tenant(), owner.key(), path.root()))
                .collect(Collectors.toSet());
        return turns.call(change, roots);
    }
}
