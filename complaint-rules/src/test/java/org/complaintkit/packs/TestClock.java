package org.complaintkit.packs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until it is told to move.
 *
 * <p>As the core has one for its own tests, on which nothing here depends: a build of the main code alone makes no
 * tests.
 */
public final class TestClock extends Clock {
    private volatile Instant now;

    public TestClock(Instant start) {
        now = start;
    }

    /** Goes on, or back with a negative time. */
    public void go(Duration by) {
        now = now.plus(by);
    }

    /** Goes to a moment, forward or back. */
    public void set(Instant to) {
        now = to;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
