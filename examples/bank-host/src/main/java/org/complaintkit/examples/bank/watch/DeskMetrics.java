package org.complaintkit.examples.bank.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.complaintkit.examples.bank.storage.Worklist;
import org.springframework.stereotype.Component;

/** What a chart of the bank shows of its complaints, read from an index at each scrape. */
@Component
class DeskMetrics implements MeterBinder {
    private final Worklist worklist;
    private final SweepSchedule schedule;
    private final Clock clock;

    DeskMetrics(Worklist worklist, SweepSchedule schedule, Clock clock) {
        this.worklist = worklist;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        Gauge.builder("complaint.overdue", this, each -> each.worklist.late(each.clock.instant()))
                .description("cases whose answer is late")
                .register(metrics);
        Gauge.builder("complaint.stranded", schedule, each -> each.last().stranded())
                .description("open cases over which no time passes: settings that decided them are not known")
                .register(metrics);
    }
}
