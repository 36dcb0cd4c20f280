package dev.coffer.files.page;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large answers with many files may become, about: what counts is what their rows take as JSON. */
@ConfigMapping(prefix = "coffer.files.answers")
public interface AnswerSizeConfig {
    /** A page of a list; it ends early where the next file would not fit. */
    @WithDefault("8M")
    MemorySize pageLimit();

    /** Answers without pages: hits of a search beyond it are left out, more files by their identifiers are 400. */
    @WithDefault("16M")
    MemorySize itemsLimit();
}
