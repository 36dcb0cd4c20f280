package dev.coffer.images.archive;

/**
 * How registries and clusters call an image.
 *
 * @param repository with the registry
 * @param tag        what comes behind the colon
 */
public record ImageName(String repository, String tag) {
    @Override
    public String toString() {
        return repository + ":" + tag;
    }
}
