package dev.coffer.localstack.launcher.command;

import dev.coffer.localstack.launcher.stack.DemoAccess;
import dev.coffer.localstack.launcher.stack.DemoUser;
import dev.coffer.localstack.launcher.stack.Stack;
import java.nio.file.Path;

/** The message after a start: addresses, credentials, and commands to try. */
final class Summary {
    private final Stack stack;
    private final Path envFile;

    Summary(Stack stack, Path envFile) {
        this.stack = stack;
        this.envFile = envFile;
    }

    String text() {
        String key = new DemoAccess(stack).key(DemoUser.A);
        return """

                Coffer runs: %1$s   (store: %2$s)
                Users a, a2 (tenant acme) and b (tenant globex); all addresses, passwords and keys are in %3$s
                  . %3$s
                A token of user a:
                  TOKEN=$(curl -s $COFFER_TOKEN_URL -d grant_type=password -d client_id=$COFFER_CLIENT_ID \\
                    -d client_secret=$COFFER_CLIENT_SECRET -d username=$COFFER_USER_A \\
                    -d password=$COFFER_PASSWORD_A | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                An API key of user a:
                  %4$s
                To begin with:
                  echo hello | curl -X POST $COFFER_URL/api/userdata/hello.txt -H "X-API-Key: $COFFER_API_KEY_A" --data-binary @-
                  curl $COFFER_URL/api/userdata/hello.txt -H "X-API-Key: $COFFER_API_KEY_A"
                  curl "$COFFER_URL/api/assets?limit=10" -H "Authorization: Bearer $TOKEN"
                ./coffer down stops it and keeps the data.
                """.formatted(stack.url(), stack.s3().store().description(), envFile,
                key.isEmpty() ? "(none: userdata-service was left out)" : key).stripTrailing();
    }
}
