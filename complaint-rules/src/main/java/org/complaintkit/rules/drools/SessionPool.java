package org.complaintkit.rules.drools;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kie.api.runtime.KieSession;

/**
 * Keeps sessions between questions. A session is used by one thread at a time, with the default thread safety of Drools; a
 * session in which anything went wrong is disposed, not kept.
 */
final class SessionPool implements AutoCloseable {
    private static final int MOST_IDLE = 16;

    private final Supplier<KieSession> maker;
    private final ConcurrentLinkedDeque<KieSession> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger idleCount = new AtomicInteger();
    private final LongAdder opened = new LongAdder();
    private final LongAdder disposed = new LongAdder();
    private volatile boolean closed;

    SessionPool(Supplier<KieSession> maker) {
        this.maker = maker;
    }

    <T> T use(Function<KieSession, T> work) {
        if (closed) {
            throw new IllegalStateException("these rules are closed");
        }
        KieSession session = take();
        boolean sound = false;
        try {
            T result = work.apply(session);
            sound = true;
            return result;
        } finally {
            giveBack(session, sound);
        }
    }

    private KieSession take() {
        KieSession kept = idle.pollFirst();
        if (kept != null) {
            idleCount.decrementAndGet();
            return kept;
        }
        KieSession fresh = maker.get();
        opened.increment();
        return fresh;
    }

    private void giveBack(KieSession session, boolean sound) {
        if (sound && !closed && idleCount.incrementAndGet() <= MOST_IDLE) {
            idle.addFirst(session);
            if (closed) {
                disposeIdle();
            }
        } else {
            if (sound && !closed) {
                idleCount.decrementAndGet();
            }
            dispose(session);
        }
    }

    private void dispose(KieSession session) {
        session.dispose();
        disposed.increment();
    }

    private void disposeIdle() {
        for (KieSession session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            idleCount.decrementAndGet();
            dispose(session);
        }
    }

    long opened() {
        return opened.sum();
    }

    long disposed() {
        return disposed.sum();
    }

    @Override
    public void close() {
        closed = true;
        disposeIdle();
    }
}
