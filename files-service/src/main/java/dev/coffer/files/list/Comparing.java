package dev.coffer.files.list;

import dev.coffer.files.comparison.ComparisonDeadline;
import dev.coffer.files.comparison.Comparisons;
import dev.coffer.files.comparison.GeoCondition;
import dev.coffer.files.filter.FileQuery;
import dev.coffer.files.geo.GeoLocation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a list of candidates in its order, a handful at a time. What the box of a location tells costs nothing; only
 * where it does not, the location is read.
 */
final class Comparing {
    private static final int HANDFUL = 200;
    private static final long MOST_BYTES = 4 << 20;

    private final FileListRepository files;
    private final FileQuery query;
    private final GeoCondition place;
    private final Comparisons.Turn turn;
    private final List<Candidate> candidates;
    private final @Nullable Verdict[] verdicts;
    private int next;
    private int compared;

    /** What is known of a candidate: {@code UNKNOWN} if time is over. */
    enum Verdict {
        YES,
        NO,
        UNKNOWN;

        private static Verdict of(boolean holds) {
            return holds ? YES : NO;
        }
    }

    Comparing(FileListRepository files, FileQuery query, Comparisons.Turn turn, List<Candidate> candidates) {
        this.files = files;
        this.query = query;
        this.place = query.geo().orElseThrow();
        this.turn = turn;
        this.candidates = candidates;
        this.verdicts = new Verdict[candidates.size()];
    }

    /** What becomes of the next candidate of the list. */
    Verdict verdict(Candidate candidate) {
        int index = next++;
        if (candidates.get(index) != candidate) {
            throw new IllegalStateException("not in order");
        }
        if (index == compared && !turn.deadline().isOver()) {
            compare(index, end(index));
        }
        return index < compared ? Objects.requireNonNull(verdicts[index]) : Verdict.UNKNOWN;
    }

    /** Behind the last candidate of a handful. */
    private int end(int begin) {
        int end = begin;
        long bytes = 0;
        while (end < candidates.size() && end - begin < HANDFUL
                && (end == begin || bytes + candidates.get(end).bytes() <= MOST_BYTES)) {
            bytes += candidates.get(end++).bytes();
        }
        return end;
    }

    private void compare(int begin, int end) {
        turn.run(() -> {
            for (int i = begin; i < end; i++) {
                verdicts[i] =
                        place.holds(Objects.requireNonNull(candidates.get(i).box())).map(Verdict::of).orElse(null);
            }
            return null;
        });
        List<Candidate> undecided =
                IntStream.range(begin, end).filter(i -> verdicts[i] == null).mapToObj(candidates::get).toList();
        turn.makeRoom(undecided.stream().mapToLong(Candidate::bytes).sum());
        Map<Long, GeoLocation> locations = files.locations(
                query.access().project(), undecided.stream().map(Candidate::id).toList());
        while (compared < end && !turn.deadline().isOver()) {
            turn.run(() -> {
                slice(end, locations);
                return null;
            });
        }
    }

    /** Works for a limited time; then it is the turn of others. */
    private void slice(int end, Map<Long, GeoLocation> locations) {
        ComparisonDeadline pause = turn.pause();
        try {
            while (compared < end && !pause.isOver()) {
                if (verdicts[compared] == null) {
                    GeoLocation location = locations.get(candidates.get(compared).id());
                    verdicts[compared] = Verdict.of(location != null && place.holds(location, turn.deadline()));
                }
                compared++;
            }
        } catch (ComparisonDeadline.OutOfTime e) {
            // What is known so far is kept.
        }
    }
}
