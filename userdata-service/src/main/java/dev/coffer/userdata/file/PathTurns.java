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
 * Serialises changes below the same first segment of a path: there is no row to lock that would prevent {@code a} and
 * {@code a/b} from being created concurrently. A request that waits, such as for the move of a large folder, holds no
 * database connection.
 */
@ApplicationScoped
public class PathTurns {
    private final Turns turns;

    PathTurns(Turns turns) {
        this.turns = turns;
    }

    /**
     * Runs the change in a transaction of its own, while nothing else changes below the first segments of these paths.
     *
     * @throws ServiceException 503 if too many are waiting
     */
    public <T> T change(Owner owner, Supplier<T> change, UserPath... paths) {
        Set<String> roots = Stream.of(paths)
                .map(path -> Turns.name(owner.tenant(), owner.key(), path.root()))
                .collect(Collectors.toSet());
        return turns.call(change, roots);
    }
}
