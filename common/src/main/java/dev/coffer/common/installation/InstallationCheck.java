package dev.coffer.common.installation;

import dev.coffer.common.trust.TrustedCertificates;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * Asks an installation, and compares the statuses of its answers. It runs in the image of a service, which has no shell
 * and no curl, with {@code helm test}, and needs nothing but the JDK and this module.
 */
public final class InstallationCheck {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private InstallationCheck() {}

    /**
     * Asks for each of the arguments once, with GET, without credentials, and ends with 0 if all were answered as
     * wanted, else with 1.
     *
     * @param wanted {@code STATUS=URL}
     */
    public static void main(String[] wanted) throws InterruptedException {
        TrustedCertificates.trustNamed();
        System.exit(run(List.of(wanted), System.out) ? 0 : 1);
    }

    static boolean run(List<String> wanted, PrintStream out) throws InterruptedException {
        boolean good = !wanted.isEmpty();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            for (String each : wanted) {
                String[] statusAndUrl = each.split("=", 2);
                String answered = status(client, URI.create(statusAndUrl[1]));
                boolean asWanted = answered.equals(statusAndUrl[0]);
                out.println(asWanted ? "ok " + each : "WRONG " + each + " was answered by " + answered);
                good &= asWanted;
            }
        }
        return good;
    }

    private static String status(HttpClient client, URI url) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(url).timeout(TIMEOUT).build();
            return Integer.toString(client.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
