package dev.coffer.common.credential;

/**
 * The paths on which a service accepts the session cookie as the only credential: those that elements of a page load,
 * which cannot send a header. They only read, so that requests forged by other sites change nothing.
 */
public interface SessionPaths {
    /** @param path the path of a GET or HEAD request, as it stands in the request line */
    boolean open(String path);
}
