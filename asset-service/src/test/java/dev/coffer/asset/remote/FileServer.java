package dev.coffer.asset.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Another server, with good files and bad manners. Each path says what it does. */
public final class FileServer implements AutoCloseable {
    public static final String CONTENT = "content of another server";

    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final HttpServer server;

    FileServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The URL of a path. */
    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int requests() {
        return requests.get();
    }

    private void answer(HttpExchange call) throws IOException {
        requests.incrementAndGet();
        String[] steps = call.getRequestURI().getPath().split("/", 3);
        try (call) {
            switch (steps[1]) {
                case "status" -> call.sendResponseHeaders(Integer.parseInt(steps[2]), -1);
                case "to" -> redirect(call, call.getRequestURI().getQuery());
                case "hop" -> redirect(call, "/hop/" + (Integer.parseInt(steps[2]) + 1));
                case "get-only" -> file(call, call.getRequestMethod().equals("GET") ? 200 : 405);
                case "silent" -> end.await();
                case "held" -> held(call);
                case "let-go" -> {
                    letGo.countDown();
                    file(call, 200);
                }
                case "cut" -> cut(call);
                case "once-broken" -> file(call, requests.get() == 1 ? 503 : 200);
                case "page" -> {
                    call.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    file(call, 200);
                }
                case "coded" -> {
                    call.getResponseHeaders().set("Content-Encoding", steps[2]);
                    file(call, 200);
                }
                case "named" -> {
                    call.getResponseHeaders().set("Content-Disposition",
                            "attachment; filename*=UTF-8''m%C3%B6del.safetensors");
                    file(call, 200);
                }
                default -> file(call, 200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void redirect(HttpExchange call, String target) throws IOException {
        call.getResponseHeaders().set("Location", target);
        call.sendResponseHeaders(302, -1);
    }

    private static void file(HttpExchange call, int status) throws IOException {
        byte[] content = (CONTENT + call.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
        boolean withBody = status == 200 && call.getRequestMethod().equals("GET");
        if (status == 200) {
            call.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
        }
        call.sendResponseHeaders(status, withBody ? content.length : -1);
        if (withBody) {
            call.getResponseBody().write(content);
        }
    }

    /** As slowly as is allowed, until it is let go. */
    private void held(HttpExchange call) throws IOException, InterruptedException {
        call.sendResponseHeaders(200, 0);
        do {
            call.getResponseBody().write(new byte[200]);
            call.getResponseBody().flush();
        } while (!letGo.await(100, TimeUnit.MILLISECONDS));
    }

    private static void cut(HttpExchange call) throws IOException {
        if (call.getRequestMethod().equals("HEAD")) {
            call.getResponseHeaders().set("Content-Length", "1000000");
            call.sendResponseHeaders(200, -1);
            return;
        }
        call.sendResponseHeaders(200, 1_000_000);
        call.getResponseBody().write(new byte[1000]);
        call.getResponseBody().flush();
    }

    @Override
    public void close() {
        end.countDown();
        letGo.countDown();
        server.stop(0);
    }
}
