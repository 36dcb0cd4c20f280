package dev.coffer.localstack.component;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The placeholders of a realm file. */
final class RealmSecrets {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

    private RealmSecrets() {
    }

    /** @throws IllegalStateException for a placeholder without a value: Keycloak would take its name as the secret */
    static void requireAll(String realm, Set<String> names) {
        Matcher matcher = PLACEHOLDER.matcher(realm);
        while (matcher.find()) {
            if (!names.contains(matcher.group(1))) {
                throw new IllegalStateException("no value for " + matcher.group(1) + " of the realm");
            }
        }
    }
}
