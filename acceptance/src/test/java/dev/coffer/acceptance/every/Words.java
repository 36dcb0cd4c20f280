package dev.coffer.acceptance.every;

import static dev.coffer.acceptance.content.Payloads.unique;

import dev.coffer.acceptance.every.thing.Things;
import dev.coffer.acceptance.harness.Client;
import java.util.regex.Pattern;

/** Replaces the placeholders in samples. */
final class Words {
    private static final Pattern OWN = Pattern.compile("\\$own:(\\w+)");
    private static final Pattern NUMBER = Pattern.compile("\"#([a-z]+(:\\w+)?)\"");

    private Words() {}

    /** @param thing its name; that of a part begins with the name of the whole */
    static String fill(String text, Client client, String thing) {
        String words = NUMBER.matcher(text).replaceAll("\\$$1")
                .replace("$thing", thing)
                .replace("$whole", thing.substring(0, Math.max(thing.indexOf('/'), 0)))
                .replace("$part", thing.substring(thing.indexOf('/') + 1))
                .replace("$unique", unique("word"))
                .replace("$project", client.user().project());
        return OWN.matcher(words).replaceAll(own -> Things.valueOf(own.group(1)).thing().create(client));
    }
}
