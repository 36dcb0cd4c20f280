package dev.coffer.acceptance.every;

import static dev.coffer.acceptance.harness.Payloads.unique;

import dev.coffer.acceptance.harness.Client;

/** What the placeholders of samples stand for. */
final class Words {
    private Words() {}

    static String fill(String text, Client client, String thing) {
        return text.replace("\"#thing\"", thing)
                .replace("$thing", thing)
                .replace("$unique", unique("word"))
                .replace("$project", client.user().project());
    }
}
