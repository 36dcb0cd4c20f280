package dev.coffer.userdata.move;

import dev.coffer.common.error.ServiceException;
import dev.coffer.userdata.address.UserPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The two paths of a move, which share one request target: {@code <source>/move/<target>}. Slashes need not be
 * encoded, so the word may be a part of either path; the split is at the leftmost one whose left side exists
 * (comfy.md section 5.6).
 *
 * @param source what shall move; it exists
 * @param rawTarget where it shall be, as it was sent
 */
record MoveTarget(UserPath source, String rawTarget) {
    private static final String MOVE = "/move/";
    private static final int MAX_SPLITS = 50;

    /**
     * Finds the split.
     *
     * @param firstThere of some paths, the first one at which there is something; asked once
     * @throws ServiceException 404 if nothing that exists could be meant; 400 or 403
     */
    static MoveTarget split(String raw, Function<List<UserPath>, Optional<UserPath>> firstThere) {
        Map<UserPath, String> splits = new LinkedHashMap<>();
        ServiceException broken = null;
        int seen = 0;
        for (int at = raw.indexOf(MOVE); at >= 0 && broken == null; at = raw.indexOf(MOVE, at + 1)) {
            if (++seen > MAX_SPLITS) {
                throw UserPath
                        .invalid("The address of a move may have '" + MOVE + "' at most " + MAX_SPLITS + " times.");
            }
            try {
                UserPath source = UserPath.ofTarget(raw.substring(0, at));
                source.checkWritable();
                splits.putIfAbsent(source, raw.substring(at + MOVE.length()));
            } catch (ServiceException e) {
                // Thrown only if no split further to the left exists.
                broken = e;
            }
        }
        Optional<UserPath> source =
                splits.isEmpty() ? Optional.empty() : firstThere.apply(List.copyOf(splits.keySet()));
        if (source.isEmpty()) {
            throw broken == null ? MoveTransactions.missing() : broken;
        }
        return new MoveTarget(source.get(), Objects.requireNonNull(splits.get(source.get())));
    }

    UserPath target() {
        return UserPath.ofTarget(rawTarget);
    }
}
