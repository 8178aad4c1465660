package org.complaintkit.examples.bank.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Sends what waits in the {@link Outbox}, one after the other, until nothing is due or the receiver fails: then it is left
 * alone till the next run. At shutdown the message under way is sent to its end and no other is begun. Any number of nodes
 * may run it, and may delete what was sent long ago.
 */
public class OutboxRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final Outbox outbox;
    private final Receiver receiver;
    private final MeterRegistry metrics;
    private volatile boolean stopping;

    OutboxRelay(Outbox outbox, Receiver receiver, MeterRegistry metrics) {
        this.outbox = outbox;
        this.receiver = receiver;
        this.metrics = metrics;
    }

    /** One run; returns how many messages the receiver took. */
    public int run() {
        int sent = 0;
        while (!stopping && next()) {
            sent++;
        }
        return sent;
    }

    /** Deletes what was sent long ago, batch by batch; returns how many messages there were. */
    public int tidy() {
        int deleted = 0;
        int batch = 1;
        while (!stopping && batch > 0) {
            batch = outbox.deleteSent();
            deleted += batch;
        }
        metrics.counter("bank.outbox.deleted").increment(deleted);
        return deleted;
    }

    private boolean next() {
        Optional<Outbox.Message> taken = outbox.take();
        if (taken.isEmpty()) {
            return false;
        }
        Outbox.Message message = taken.get();
        try {
            receiver.send(message.key(), message.content());
        } catch (RuntimeException e) {
            metrics.counter("bank.outbox.failed").increment();
            LOG.atWarn()
                    .addKeyValue("key", message.key())
                    .addKeyValue("attempt", message.attempt())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("duty not taken by its receiver");
            return false;
        }
        outbox.sent(message.key());
        metrics.counter("bank.outbox.sent").increment();
        return true;
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
