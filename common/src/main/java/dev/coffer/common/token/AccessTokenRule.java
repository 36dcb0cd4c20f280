package dev.coffer.common.token;

/** How a token shows that it is an access token. A token that is marked as another kind is always refused. */
public enum AccessTokenRule {
    /**
     * By its header {@code typ: at+jwt} (RFC 9068), by the claim {@code typ: Bearer} of Keycloak, or by a claim that
     * only access tokens have, such as {@code scope}, and none that only ID tokens have.
     */
    PROVEN,
    /** By its header {@code typ: at+jwt} alone, as RFC 9068 wants it. */
    RFC9068,
    /** Not at all: for identity providers whose access tokens look like their ID tokens. */
    ANY
}
