package org.complaintkit.examples.bank.watch;

import java.time.Clock;
import java.time.Duration;
import org.complaintkit.examples.bank.kit.ComplaintKitProperties;
import org.complaintkit.examples.bank.kit.GoverningPacks;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down when no time has been let pass for three intervals, or over a good part of the open cases none passes: then warnings
 * and escalations are missing. A few cases that fail are told in the details, and are no reason to take the service from the
 * network.
 */
@Component("complaintDeskHealthIndicator")
class DeskHealth implements HealthIndicator {
    private static final int MISSED = 3;
    private static final int FEW = 10;
    private static final int PART = 10;

    private final GoverningPacks packs;
    private final SweepSchedule schedule;
    private final Clock clock;
    private final String node;

    DeskHealth(GoverningPacks packs, SweepSchedule schedule, Clock clock, ComplaintKitProperties properties) {
        this.packs = packs;
        this.schedule = schedule;
        this.clock = clock;
        this.node = properties.node();
    }

    @Override
    public Health health() {
        SweepSchedule.Last last = schedule.last();
        Duration age = Duration.between(schedule.alive(), clock.instant());
        boolean alive = age.compareTo(schedule.interval().multipliedBy(MISSED)) <= 0;
        return (alive && !isMissing(last) ? Health.up() : Health.down())
                .withDetail("node", node)
                .withDetail("packs", packs.labels())
                .withDetail("lastSweep", last.ended().toString())
                .withDetail("secondsSince", age.toSeconds())
                .withDetail("failed", last.failed())
                .withDetail("stranded", last.stranded())
                .build();
    }

    /** A tenth of the open cases, unless these are few. */
    static boolean isMissing(SweepSchedule.Last last) {
        long missing = Math.max(last.failed(), last.stranded());
        boolean all = last.stranded() > 0 && last.stranded() == last.open();
        return all || (missing >= FEW && missing * PART >= last.open());
    }
}
