package org.complaintkit.examples.bank.outbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts each message with its key as {@code Idempotency-Key}; any answer of the 200s is a receipt. The timeout is that of the
 * whole answer: the client's own ends with the head of it, and a body may hang as well.
 */
final class HttpReceiver implements Receiver {
    private final URI address;
    private final Duration timeout;
    private final HttpClient client;

    HttpReceiver(URI address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public void send(String key, String content) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(content))
                .build();
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            int status = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status / 100 != 2) {
                throw new IllegalStateException("the receiver answered " + status);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no receipt", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while sending", e);
        } finally {
            answer.cancel(true);
        }
    }
}
