package dev.coffer.common.credential;

/**
 * Where a service lets a browser in by its session cookie alone: only where an element of a page loads something,
 * and so cannot send a header. Reading only; everything else would be open to requests forged by other sites.
 */
public interface SessionPaths {
    /** @param path the path of a GET or HEAD request, as it stands in the request line */
    boolean open(String path);
}
