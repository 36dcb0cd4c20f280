package dev.coffer.localstack.launcher.options;

import java.net.URI;

/**
 * Which S3 store a stack uses.
 *
 * @param choice {@code s3proxy}, {@code minio}, or the URL of one that is there already
 */
public record Store(String choice) {
    public static final Store DEFAULT = new Store("s3proxy");

    /** One of the three. */
    public Store {
        if (!choice.equals("s3proxy") && !choice.equals("minio") && !isUrl(choice)) {
            throw new UsageException("--s3 takes s3proxy, minio or the URL of a store, not " + choice);
        }
    }

    public boolean isMinio() {
        return choice.equals("minio");
    }

    public boolean isExternal() {
        return isUrl(choice);
    }

    /** A description for users. */
    public String description() {
        return isMinio() ? "MinIO" : isExternal() ? "the S3 store at " + choice : "the embedded S3Proxy";
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
