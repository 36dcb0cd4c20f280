package dev.coffer.common.filter;

import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.Priorities;

/**
 * The order of everything that sees a request before its resource, or the answer after it, in all services. What comes
 * first differs by kind: HTTP filters begin with the highest number, the rest with the lowest.
 */
public final class FilterPriorities {

    // HTTP filters, ahead of all routes. The highest number is first.

    /** Nothing else may answer before the watch of the connection knows that a request is under way. */
    public static final int CONNECTION_WATCH = 10_000;

    /** All that follows may answer or log, and both name the id. */
    public static final int REQUEST_ID = 1_000;

    /** Filters after this may refuse a request and leave its body unread. */
    public static final int UNREAD_BODY = 960;

    /**
     * Names of users are taken out of the target as it was sent; what follows holds targets to rules that names break.
     */
    public static final int RAW_TARGET = 950;

    /** Leads the older paths of assets to those below /api: what follows judges the path that is served. */
    public static final int UNPREFIXED_PATH = 945;

    /** Checks where a request ends and what its host is; earlier filters must not rely on either. */
    public static final int REQUEST_HEAD = 940;

    /** Pages of other origins can read a refusal of the target, too. */
    public static final int LINK_CORS = 920;

    /** The last of ours: authentication and routing of the framework come after it and want a well-formed target. */
    public static final int REQUEST_TARGET = 900;

    // Routes of the HTTP server that handle failures. The lowest number is first.

    /** Requests that no filter has seen: without a usable host, or without a path. */
    public static final int FAILED_HEAD = 1;

    /** The identity provider out of reach: after the head, since who has sent no valid request is told that first. */
    public static final int FAILED_IDENTITY_PROVIDER = 2;

    /** The watch of connections, on the management port: as {@link #CONNECTION_WATCH}. */
    public static final int MANAGEMENT_CONNECTION_WATCH = Integer.MIN_VALUE;

    // Mechanisms of authentication. The highest number is asked first.

    /** An API key may come as a bearer token, which OIDC would try to verify. */
    public static final int API_KEY = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1_000;

    /** A cookie counts only where there is no key, but before OIDC finds that there is no token. */
    public static final int SESSION = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 900;

    /** Behind what may come beside a token, and before OIDC, which would verify it once more. */
    public static final int KNOWN_TOKEN = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 800;

    // Request filters of resources, before one is found for the path. The lowest number is first.

    /** Before anything asks for the identity, which fails over such a token. */
    public static final int BROKEN_TOKEN = Priorities.AUTHENTICATION;

    /** Of two credentials none is looked at. */
    public static final int ONE_CREDENTIAL = Priorities.AUTHENTICATION + 10;

    /** Before any parameter is read, decoded by then. */
    public static final int QUERY_ENCODING = Priorities.HEADER_DECORATOR;

    /** Before the framework looks for the resource, and for one that has the type. */
    public static final int ACCEPT = Priorities.HEADER_DECORATOR + 10;

    // Request filters of resources, once one is found and the framework has let the caller in. The lowest is first.

    /** The first behind authentication: nothing is done for a request that is one too many. */
    public static final int REQUEST_LIMIT = Priorities.AUTHORIZATION;

    /** Only what counts as a request of the person tells of its token. */
    public static final int SEEN_TOKEN = Priorities.AUTHORIZATION + 10;

    /** A workspace that is refused is an attempt to change something in it, too. */
    public static final int AUDIT = Priorities.AUTHORIZATION + 15;

    /** A refusal counts as a request as well. */
    public static final int WORKSPACE = Priorities.AUTHORIZATION + 20;

    // Response filters of resources. The highest number is first.

    /** The one there is: it completes what the resource has said of the type. */
    public static final int JSON_HEADERS = Priorities.HEADER_DECORATOR;

    // Interceptors of methods. The lowest number is first.

    /** A request that waits for its turn to scan must not hold one of the connections of its tenant. */
    public static final int SCAN_TURN = Interceptor.Priority.PLATFORM_BEFORE + 90;

    /** A request that waits for the share of its tenant must not hold a connection yet: transactions begin at 200. */
    public static final int TENANT_SHARE = Interceptor.Priority.PLATFORM_BEFORE + 100;

    // Mappers of exceptions. The lowest number is taken.

    /** The framework has mappers of its own for what security refuses, which know no form of ours. */
    public static final int BEFORE_FRAMEWORK_MAPPERS = 1;

    private FilterPriorities() {}
}
