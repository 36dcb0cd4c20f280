package dev.coffer.files.list;

import dev.coffer.files.comparison.Comparisons;
import dev.coffer.files.comparison.GeoCondition;
import dev.coffer.files.filter.FileQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Finds files where the filter has a geometry. The database gives candidates in batches that grow, and in their order
 * they are compared; nothing is held meanwhile, and never more than a batch is in memory.
 */
@ApplicationScoped
class FilesByPlace {
    private static final long COMPLETE = -1;
    private static final int FIRST_BATCH = 500;
    private static final int GROWTH = 4;
    private static final int LARGEST_BATCH = 10_000;

    private final FileListRepository files;
    private final Comparisons comparisons;

    FilesByPlace(FileListRepository files, Comparisons comparisons) {
        this.files = files;
        this.comparisons = comparisons;
    }

    /** Fills a page in the order of ids. It ends early, and there is a next one, where finding more takes too long. */
    void page(FileQuery query, Partition partition, long after, Selection page) {
        try (Comparisons.Turn turn = begin(query)) {
            long passed = fill(query, new Walk(query, partition, after, turn.candidates()), turn, page);
            if (passed == after) {
                throw turn.tooMuch("simplify the shape, or narrow the filter");
            }
            if (passed != COMPLETE) {
                turn.cutShort();
                page.endBehind(passed);
            }
        }
    }

    /**
     * Takes the first files in the order of ids.
     *
     * @throws ServiceException 400 if that takes too long
     */
    void first(FileQuery query, Selection answer) {
        try (Comparisons.Turn turn = begin(query)) {
            if (fill(query, new Walk(query, Partition.WHOLE, 0, turn.candidates()), turn, answer) != COMPLETE) {
                throw turn.tooMuch("simplify the shape or narrow the filter, or read the list page by page");
            }
        }
    }

    /** Returns {@code COMPLETE}, or behind which file there is more to compare. */
    private long fill(FileQuery query, Walk walk, Comparisons.Turn turn, Selection page) {
        long passed = walk.seen;
        while (walk.goesOn()) {
            List<Candidate> batch = walk.next();
            Comparing comparing = new Comparing(files, query, turn, batch);
            for (Candidate candidate : batch) {
                Comparing.Verdict verdict = comparing.verdict(candidate);
                if (verdict == Comparing.Verdict.UNKNOWN) {
                    return passed;
                }
                if (verdict == Comparing.Verdict.YES && !page.take(candidate)) {
                    return COMPLETE;
                }
                passed = candidate.id();
            }
        }
        return walk.atEnd ? COMPLETE : passed;
    }

    /**
     * The most similar files.
     *
     * @throws ServiceException 400 if that takes too long
     */
    void hits(FileQuery query, String text, Selection hits) {
        try (Comparisons.Turn turn = begin(query)) {
            List<Candidate> found = files.hits(query, text, turn.candidates() + 1);
            Comparing comparing = new Comparing(files, query, turn, found);
            for (Candidate candidate : found.subList(0, Math.min(found.size(), turn.candidates()))) {
                Comparing.Verdict verdict = comparing.verdict(candidate);
                if (verdict == Comparing.Verdict.UNKNOWN) {
                    throw turn.tooMuch("simplify the shape, or narrow the search");
                }
                if (verdict == Comparing.Verdict.YES && !hits.take(candidate)) {
                    return;
                }
            }
            if (found.size() > turn.candidates()) {
                throw turn.tooMuch("narrow the search, which finds more than " + turn.candidates() + " names");
            }
        }
    }

    /**
     * How many there are.
     *
     * @throws ServiceException 400 if that takes too long
     */
    long count(FileQuery query) {
        try (Comparisons.Turn turn = begin(query)) {
            Walk walk = new Walk(query, Partition.WHOLE, 0, Long.MAX_VALUE);
            long count = 0;
            while (walk.goesOn()) {
                List<Candidate> batch = walk.next();
                Comparing comparing = new Comparing(files, query, turn, batch);
                for (Candidate candidate : batch) {
                    Comparing.Verdict verdict = comparing.verdict(candidate);
                    if (verdict == Comparing.Verdict.UNKNOWN) {
                        throw turn.tooMuch("simplify the shape or narrow the filter, or read the list page by page");
                    }
                    count += verdict == Comparing.Verdict.YES ? 1 : 0;
                }
            }
            return count;
        }
    }

    private Comparisons.Turn begin(FileQuery query) {
        GeoCondition place = query.geo().orElseThrow();
        Comparisons.Turn turn = comparisons.begin(query.access().project().tenant());
        try {
            turn.run(() -> {
                place.prepare();
                return null;
            });
            return turn;
        } catch (RuntimeException e) {
            turn.close();
            throw e;
        }
    }

    /** A way along the candidates in the order of their ids. */
    private final class Walk {
        private final FileQuery query;
        private final Partition partition;
        private long left;
        private int size = FIRST_BATCH;
        private long seen;
        private boolean atEnd;

        Walk(FileQuery query, Partition partition, long after, long most) {
            this.query = query;
            this.partition = partition;
            this.seen = after;
            this.left = most;
        }

        boolean goesOn() {
            return !atEnd && left > 0;
        }

        List<Candidate> next() {
            int asked = (int) Math.min(size, left);
            List<Candidate> batch = files.page(query, partition, seen, asked);
            atEnd = batch.size() < asked;
            left -= batch.size();
            seen = batch.isEmpty() ? seen : batch.getLast().id();
            size = Math.min(size * GROWTH, LARGEST_BATCH);
            return batch;
        }
    }
}
