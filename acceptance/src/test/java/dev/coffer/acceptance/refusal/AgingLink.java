package dev.coffer.acceptance.refusal;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;

/** A link made early in the run, so that no test has to wait for its end. */
enum AgingLink {
    DOWNLOAD;

    private final Payload payload = Payloads.csv();
    private String url;

    synchronized String make() {
        if (url == null) {
            url = as(A).cdf().downloadUrl(as(A).cdf().upload(payload));
        }
        return url;
    }
}
