package dev.coffer.asset.remote;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.common.bodies.ContentCoding;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.streams.Pace;
import dev.coffer.common.streams.StallGuard;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks other servers. Every hop of a redirect is checked like the first URL: form, host, and, when it is connected
 * to, address. Nothing is sent that could identify the user or us; the environment's proxies are not used.
 */
@ApplicationScoped
public class RemoteSource {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final AllowedHosts hosts;
    private final RemoteConfig config;
    private final Clock clock;
    private final CloseableHttpClient client;

    RemoteSource(PublicDns dns, AllowedHosts hosts, RemoteConfig config, Clock clock) {
        this.hosts = hosts;
        this.config = config;
        this.clock = clock;
        this.client = client(dns, config);
    }

    private static CloseableHttpClient client(PublicDns dns, RemoteConfig config) {
        Timeout silence = Timeout.of(config.silence());
        // Requests do not wait for a connection: each that has its turn has one.
        int connections = config.requests() + config.workers();
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(config.connectTimeout()))
                .setSocketTimeout(silence)
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(dns)
                        .setDefaultConnectionConfig(connection)
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(silence)
                        .setConnectionRequestTimeout(silence)
                        .build())
                .setUserAgent("Coffer")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** @throws ServiceException unless such a URL may be asked; no connection is made */
    public void check(URI url) {
        hosts.check(url);
    }

    /**
     * What a URL answers.
     *
     * @param method {@code GET} or {@code HEAD}
     * @throws ServiceException unless there is content
     */
    public RemoteAnswer ask(String method, URI url) {
        URI next = url;
        for (int hop = 0; hop <= config.maxRedirects(); hop++) {
            hosts.check(next);
            RemoteExchange exchange = send(method, next);
            if (exchange.status() == 200) {
                return answer(url, next, exchange);
            }
            next = target(next, exchange);
        }
        throw new ServiceException(
                AssetErrorCode.HTTP_ERROR, "The source redirects more than " + config.maxRedirects() + " times.");
    }

    private RemoteExchange send(String method, URI url) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, url);
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        Duration timeout = config.connectTimeout().plus(config.silence());
        try (StallGuard head = new StallGuard(timeout, request::cancel)) {
            return new RemoteExchange(request, client.executeOpen(null, request, HttpClientContext.create()));
        } catch (IOException e) {
            throw SourceErrors.of(request.isCancelled() ? new SocketTimeoutException(e.getMessage()) : e);
        }
    }

    private RemoteAnswer answer(URI asked, URI url, RemoteExchange exchange) {
        if (!ContentCoding.isNone(exchange.header(HttpHeaders.CONTENT_ENCODING))) {
            exchange.close();
            throw SourceErrors.coded();
        }
        try {
            Instant end = clock.instant().plus(config.maxTime());
            InputStream body = exchange.body();
            Pace pace = new Pace(config.minimumRate().asLongValue(), config.silence());
            StallGuard guard = StallGuard.delivering(pace, exchange::close);
            return new RemoteAnswer(asked, url, exchange, guard, new DeadlineStream(guard.receiving(body), clock, end));
        } catch (IOException e) {
            exchange.close();
            throw SourceErrors.of(e);
        }
    }

    /** Where a redirect leads; anything else is no content. */
    private static URI target(URI from, RemoteExchange exchange) {
        try (exchange) {
            String location = exchange.header(HttpHeaders.LOCATION).strip();
            if (!REDIRECTS.contains(exchange.status()) || location.isEmpty()) {
                throw SourceErrors.answered(exchange.status());
            }
            URI to = from.resolve(location);
            boolean weaker = from.getScheme().equalsIgnoreCase("https") && !"https".equalsIgnoreCase(to.getScheme());
            if (weaker) {
                throw AllowedHosts.refused();
            }
            return SourceUrl.checked("url", to);
        } catch (IllegalArgumentException e) {
            throw new ServiceException(AssetErrorCode.HTTP_ERROR, "The source redirects to something that is no URL.");
        }
    }

    @PreDestroy
    public void close() throws IOException {
        client.close();
    }
}
