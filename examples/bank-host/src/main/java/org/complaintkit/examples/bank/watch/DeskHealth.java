package org.complaintkit.examples.bank.watch;

import java.time.Clock;
import java.time.Duration;
import org.complaintkit.examples.bank.kit.ComplaintKitProperties;
import org.complaintkit.examples.bank.kit.GoverningPacks;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when time has not been let pass for three intervals: then warnings and escalations are missing. */
@Component("complaintDeskHealthIndicator")
class DeskHealth implements HealthIndicator {
    private static final int MISSED = 3;

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
        Duration age = Duration.between(schedule.last(), clock.instant());
        boolean alive = age.compareTo(schedule.interval().multipliedBy(MISSED)) <= 0;
        return (alive ? Health.up() : Health.down())
                .withDetail("node", node)
                .withDetail("packs", packs.labels())
                .withDetail("lastSweep", schedule.last().toString())
                .withDetail("secondsSince", age.toSeconds())
                .build();
    }
}
