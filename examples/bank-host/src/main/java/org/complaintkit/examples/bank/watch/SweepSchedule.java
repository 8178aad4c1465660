package org.complaintkit.examples.bank.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.complaintkit.desk.Sweep;
import org.complaintkit.examples.bank.kit.ComplaintKitProperties;
import org.complaintkit.examples.bank.kit.Desks;
import org.complaintkit.examples.bank.storage.Pulse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Lets time pass at a fixed pace. Every node does so: what one has claimed the others leave to it. A sweep under way when
 * the service stops is waited for.
 */
@Component
public class SweepSchedule implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(SweepSchedule.class);

    private final Desks desks;
    private final Stranded stranded;
    private final Pulse pulse;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Duration interval;
    private volatile Last last;

    SweepSchedule(
            Desks desks,
            Stranded stranded,
            Pulse pulse,
            Clock clock,
            MeterRegistry metrics,
            ComplaintKitProperties properties) {
        this.desks = desks;
        this.stranded = stranded;
        this.pulse = pulse;
        this.clock = clock;
        this.metrics = metrics;
        this.interval = properties.sweepInterval();
        this.last = new Last(clock.instant(), false, 0, 0, 0);
    }

    /**
     * How it stands.
     *
     * @param ended when the last sweep that came through ended; the start of the service before the first
     * @param broken whether one after it did not come through
     * @param failed cases and reports that it could not move on
     * @param stranded open cases over which no time passes, see {@link Stranded}
     * @param open cases that wait for their answer
     */
    record Last(Instant ended, boolean broken, long failed, long stranded, long open) {}

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::sweep, interval);
    }

    /** One sweep. */
    public void sweep() {
        Timer.Sample time = Timer.start(metrics);
        String result = "failed";
        try {
            Sweep sweep = desks.sweep();
            Stranded.Count count = stranded.count();
            if (count.stranded() > 0 && count.stranded() != last.stranded()) {
                LOG.atError()
                        .addKeyValue("cases", count.stranded())
                        .addKeyValue("open", count.open())
                        .log("open cases without time: decided under settings that complaint-kit.former does not name");
            }
            last = new Last(clock.instant(), false, sweep.failures().size(), count.stranded(), count.open());
            result = sweep.failures().isEmpty() ? "done" : "partly";
            metrics.counter("complaint.sweep.cases").increment(sweep.cases());
            metrics.counter("complaint.sweep.failures")
                    .increment(sweep.failures().size());
        } catch (RuntimeException e) {
            last = new Last(last.ended(), true, last.failed(), last.stranded(), last.open());
            LOG.atError().addKeyValue("failure", e.getClass().getName()).log("sweep failed; the next one repeats it");
        } finally {
            time.stop(metrics.timer("complaint.sweep", "result", result));
        }
    }

    Last last() {
        return last;
    }

    /** When a sweep last got on: ended, or claimed a page; one after the other that breaks off does not count. */
    Instant alive() {
        Instant beat = pulse.last();
        return last.broken() || beat.isBefore(last.ended()) ? last.ended() : beat;
    }

    Duration interval() {
        return interval;
    }
}
