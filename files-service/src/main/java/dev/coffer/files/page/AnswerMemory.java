package dev.coffer.files.page;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.json.JsonMemory;
import jakarta.enterprise.context.ApplicationScoped;

/** The heap for the rows of an answer, between the database and the client. */
@ApplicationScoped
public class AnswerMemory {
    /** Rows that come from the database at once where they are counted as they come. */
    public static final int ROWS_AT_ONCE = 100;

    /** A byte of JSON as it comes out of the database, as it is in an entity, and as it goes out. */
    private static final long HEAP_OF_JSON = 3;

    private final JsonMemory memory;
    private final AnswerSizeConfig config;

    AnswerMemory(JsonMemory memory, AnswerSizeConfig config) {
        this.memory = memory;
        this.config = config;
    }

    /**
     * Takes it until the request ends.
     *
     * @throws ServiceException 413, 429 or 503 if there is not enough
     */
    public void take(long bytes) {
        memory.answer(HEAP_OF_JSON * bytes);
    }

    /**
     * Takes it for files that were named.
     *
     * @throws ServiceException 400 if they are more than an answer may have, too
     */
    public void takeForItems(long bytes) {
        long most = config.itemsLimit().asLongValue();
        if (bytes > most) {
            throw ServiceException.invalidBody("items",
                    "must be fewer: these files have more than " + most + " bytes of metadata and locations together");
        }
        take(bytes);
    }
}
