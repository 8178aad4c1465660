package org.complaintkit.examples.quickstart.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands until it is set. A host hands the system's clock to the desk; a simulation hands this one. */
public final class SimulatedClock extends Clock {
    private final ZoneId zone;
    private volatile Instant now;

    public SimulatedClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Moves the clock; it may go forward only, as time does. */
    public void set(Instant later) {
        if (later.isBefore(now)) {
            throw new IllegalArgumentException(later + " is before " + now);
        }
        now = later;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SimulatedClock(now, other);
    }
}
