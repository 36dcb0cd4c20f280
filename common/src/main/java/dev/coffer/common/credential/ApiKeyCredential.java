package dev.coffer.common.credential;

import io.quarkus.security.credential.TokenCredential;

/** An API key as it came with a request. */
final class ApiKeyCredential extends TokenCredential {
    ApiKeyCredential(String key) {
        super(key, "apikey");
    }
}
