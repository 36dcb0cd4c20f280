package dev.coffer.asset.list;

import dev.coffer.asset.Asset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a list can be sorted by. Cursors carry the value of the column, times in microseconds. */
enum AssetSort {
    NAME {
        @Override
        String valueOf(Asset row) {
            return row.name;
        }

        @Override
        Object parse(String value) {
            return value;
        }
    },
    CREATED_AT {
        @Override
        String valueOf(Asset row) {
            return micros(row.createdAt);
        }
    },
    UPDATED_AT {
        @Override
        String valueOf(Asset row) {
            return micros(row.updatedAt);
        }
    },
    SIZE {
        @Override
        String valueOf(Asset row) {
            return Long.toString(row.size);
        }

        @Override
        Object parse(String value) {
            return Long.valueOf(value);
        }
    },
    /** Changes with every read, so a cursor on it would skip and repeat rows. */
    LAST_ACCESS_TIME {
        @Override
        String valueOf(Asset row) {
            return micros(row.lastAccessTime);
        }
    };

    /** The column, and the value of the query parameter. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean hasCursor() {
        return this != LAST_ACCESS_TIME;
    }

    /** The value of a row in this column, as cursors carry it. */
    abstract String valueOf(Asset row);

    /** The opposite of {@link #valueOf}, as the database compares it. */
    Object parse(String value) {
        return Instant.EPOCH.plus(Long.parseLong(value), ChronoUnit.MICROS);
    }

    static Optional<AssetSort> of(@Nullable String word) {
        return Arrays.stream(values()).filter(sort -> sort.column().equals(word)).findFirst();
    }

    private static String micros(Instant time) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }
}
