package org.complaintkit.examples.bank.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.Sweep;
import org.complaintkit.examples.bank.kit.ComplaintKitProperties;
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

    private final ComplaintDesk desk;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Duration interval;
    private volatile Instant last;

    public SweepSchedule(ComplaintDesk desk, Clock clock, MeterRegistry metrics, ComplaintKitProperties properties) {
        this.desk = desk;
        this.clock = clock;
        this.metrics = metrics;
        this.interval = properties.sweepInterval();
        this.last = clock.instant();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::sweep, interval);
    }

    /** One sweep. */
    public void sweep() {
        Timer.Sample time = Timer.start(metrics);
        String result = "failed";
        try {
            Sweep sweep = desk.sweep();
            last = clock.instant();
            result = sweep.failures().isEmpty() ? "done" : "partly";
            metrics.counter("complaint.sweep.cases").increment(sweep.cases());
            metrics.counter("complaint.sweep.failures")
                    .increment(sweep.failures().size());
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("failure", e.getClass().getName()).log("sweep failed; the next one repeats it");
        } finally {
            time.stop(metrics.timer("complaint.sweep", "result", result));
        }
    }

    /** When the last sweep that came through ended; the start of the service before the first. */
    Instant last() {
        return last;
    }

    Duration interval() {
        return interval;
    }
}
