package org.complaintkit.examples.bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A receiver of duties that writes down every arrival, repeats included, and can fail or hang. */
final class DutyReceiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Arrival> news = new LinkedBlockingQueue<>();
    private volatile int answer = 204;
    private volatile boolean headFirst;
    private volatile CountDownLatch hold = new CountDownLatch(0);

    record Arrival(String key, String body) {}

    private DutyReceiver(HttpServer server) {
        this.server = server;
    }

    static DutyReceiver open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            DutyReceiver receiver = new DutyReceiver(server);
            server.createContext("/duties", receiver::take);
            server.setExecutor(receiver.threads);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Arrival arrival = new Arrival(exchange.getRequestHeaders().getFirst("Idempotency-Key"), body);
            int status = answer;
            arrivals.add(arrival);
            news.add(arrival);
            if (headFirst) {
                exchange.sendResponseHeaders(status, 1);
                hold.await();
                exchange.getResponseBody().write('.');
            } else {
                hold.await();
                exchange.sendResponseHeaders(status, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/duties";
    }

    /** Answers with this status from now on. */
    void answers(int status) {
        answer = status;
    }

    /** Answers nothing from now on, until released. */
    void hangs() {
        hold = new CountDownLatch(1);
    }

    /** The same, after the head of its answer. */
    void hangsWithinItsAnswer() {
        headFirst = true;
        hangs();
    }

    void released() {
        headFirst = false;
        hold.countDown();
    }

    /** What arrived for cases and reports. */
    List<Arrival> all() {
        return List.copyOf(arrivals);
    }

    /** What arrived for a case. */
    List<Arrival> of(String caseId) {
        return arrivals.stream()
                .filter(arrival -> arrival.key().startsWith(caseId + "/"))
                .toList();
    }

    /** Forgets what arrived without being waited for. */
    void forgetNews() {
        news.clear();
    }

    /** The next arrival, waited for. */
    Arrival next() throws InterruptedException {
        return news.take();
    }

    @Override
    public void close() {
        released();
        server.stop(0);
        threads.shutdownNow();
    }
}
