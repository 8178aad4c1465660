package org.complaintkit.examples.bank.storage;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * When this node's sweep last got on: it beats with each page of cases or notices that a sweep claims. One that catches up
 * on many thousand limits takes longer than sweeps are apart, and works well all the same.
 */
@Component
public class Pulse {
    private final Clock clock;
    private volatile Instant last;

    public Pulse(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    void beat() {
        last = clock.instant();
    }

    /** The start of the service before the first beat. */
    public Instant last() {
        return last;
    }
}
