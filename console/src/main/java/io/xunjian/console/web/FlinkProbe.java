package io.xunjian.console.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether Flink's page answers, as of some seconds ago: nobody waits for it. */
final class FlinkProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Optional<URI> page;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final AtomicBoolean isAsking = new AtomicBoolean();
    private volatile boolean isReachable;
    private volatile long askedAt = System.nanoTime() - FRESH.toNanos();

    FlinkProbe(Optional<URI> page) {
        this.page = page;
    }

    Health.Flink look() {
        if (page.isEmpty()) {
            return null;
        }
        if (System.nanoTime() - askedAt >= FRESH.toNanos() && isAsking.compareAndSet(false, true)) {
            ask(page.get());
        }
        return new Health.Flink(page.get().toString(), isReachable);
    }

    private void ask(URI page) {
        askedAt = System.nanoTime();
        String base = page.toString().replaceAll("/+$", "");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/overview"))
                .timeout(PATIENCE)
                .build();
        var unused = client.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, error) -> {
            isReachable = error == null && answer.statusCode() == 200;
            isAsking.set(false);
        });
    }
}
