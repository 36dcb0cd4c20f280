package dev.coffer.common.json;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How much JSON a service reads, besides {@code coffer.body.json-limit}. */
@ConfigMapping(prefix = "coffer.json")
public interface JsonConfig {
    /** Most tokens of one text: values, names, and the beginnings and ends of objects and lists. */
    @WithDefault("200000")
    long maxTokens();

    /** How deep objects and lists may be nested. */
    @WithDefault("500")
    int maxDepth();

    /** Longest number, in characters. */
    @WithDefault("1000")
    int maxNumberLength();

    /** Longest name of a member, in characters. */
    @WithDefault("10000")
    int maxNameLength();

    /** How many times its size a compressed body may have, decompressed. */
    @WithDefault("100")
    int maxRatio();

    /** Up to this decompressed size, a body may have any ratio. */
    @WithDefault("1M")
    MemorySize freeRatio();

    /** The part of the heap for JSON of clients, and answers made of it, that are in memory at one time. */
    @WithDefault("0.25")
    double heapShare();

    /** The part of it, and of what others leave of it, that one tenant may have. */
    @WithDefault("0.67")
    double tenantShare();

    /**
     * How many long texts are parsed at the same time, at least 1; by default half of the processors. The others are
     * for what needs little of them.
     */
    Optional<Integer> parsers();

    /**
     * How long a request waits for its part of the heap; then 429 if its own tenant has it all, else 503. And for its
     * turn to parse a long text; then 503.
     */
    @WithDefault("2s")
    Duration waitTimeout();
}
