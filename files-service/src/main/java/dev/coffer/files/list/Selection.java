package dev.coffer.files.list;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of an answer while they are found: no more than it may have, and no more bytes. */
final class Selection {
    private final int most;
    private final long mostBytes;
    private final List<Long> ids = new ArrayList<>();
    private long bytes;
    private @Nullable Long next;

    Selection(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Takes one more file. Returns whether there was room, as there always is for the first one. */
    boolean take(Candidate file) {
        boolean full = ids.size() == most || !ids.isEmpty() && bytes + file.bytes() > mostBytes;
        if (full) {
            next = ids.getLast();
            return false;
        }
        ids.add(file.id());
        bytes += file.bytes();
        return true;
    }

    /** Ends it behind a file, in or not, although there may be more. */
    void endBehind(long id) {
        next = id;
    }

    /** About how many bytes they take in an answer. */
    long bytes() {
        return bytes;
    }

    List<Long> ids() {
        return ids;
    }

    /** Behind which file the next page begins, if there is one. */
    @Nullable
    Long next() {
        return next;
    }
}
