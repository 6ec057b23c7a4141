package io.xunjian.console.web;

import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;

/** Hands each line of an answer on, as it comes. */
record Lines(Consumer<String> consumer) implements Subscriber<String> {

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        consumer.accept(line);
    }

    @Override
    public void onError(Throwable error) {}

    @Override
    public void onComplete() {}
}
