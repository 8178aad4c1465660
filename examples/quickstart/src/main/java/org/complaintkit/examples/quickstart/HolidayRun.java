package org.complaintkit.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Finding;
import org.complaintkit.duty.Notice;
import org.complaintkit.examples.quickstart.staff.SimulatedClock;
import org.complaintkit.lifecycle.Case;

/**
 * A desk whose clock runs through some weeks. What a host does is all here: it hands in complaints and events when they
 * happen, lets its scheduler sweep every half hour, and takes whatever the desk sends through the duty port.
 */
final class HolidayRun {
    private static final Duration TICK = Duration.ofMinutes(30);

    private final ComplaintDesk desk;
    private final SimulatedClock clock;
    private final List<Notice> sent = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final Set<String> caseIds = new TreeSet<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, List<Finding>> found = new TreeMap<>();

    private HolidayRun(Setting setting, Instant from) {
        clock = new SimulatedClock(from, setting.zone());
        desk = ComplaintDesk.under(setting.book())
                .organisation(setting.cooperative())
                .dutyPort(sent::add)
                .clock(clock)
                .open();
    }

    /** Lets the clock run from the beginning of a day to the beginning of another. */
    static HolidayRun through(LocalDate from, LocalDate to, List<CaseScript> scripts, Setting setting) {
        ZoneId zone = setting.zone();
        Instant start = from.atStartOfDay(zone).toInstant();
        HolidayRun run = new HolidayRun(setting, start);
        List<Step> steps = run.steps(scripts);
        Instant end = to.atStartOfDay(zone).toInstant();
        int next = 0;
        for (Instant tick = start; !tick.isAfter(end); tick = tick.plus(TICK)) {
            while (next < steps.size() && !steps.get(next).at().isAfter(tick)) {
                run.happen(steps.get(next++));
            }
            run.clock.set(tick);
            run.desk.sweep();
            run.notice();
        }
        return run;
    }

    /** What happened, in the order in which the desk showed it. */
    List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /** What the desk sent, each key once. */
    List<Notice> sent() {
        return List.copyOf(sent);
    }

    /** A case as it stands at the end. */
    Case find(String caseId) {
        return desk.find(caseId, clock.instant()).orElseThrow();
    }

    Set<String> caseIds() {
        return caseIds;
    }

    /** A moment at which the host hands something in. */
    private record Step(Instant at, Runnable handIn) {}

    private List<Step> steps(List<CaseScript> scripts) {
        List<Step> steps = new ArrayList<>();
        for (CaseScript script : scripts) {
            steps.add(new Step(script.complaint().receivedAt(), () -> {
                Case decided = desk.receive(script.complaint()).now();
                caseIds.add(script.id());
                happenings.add(new Happening.Received(clock.instant(), decided));
            }));
            script.events()
                    .forEach(event -> steps.add(new Step(event.occurredAt(), () -> {
                        desk.handle(script.id(), event);
                        happenings.add(new Happening.Done(script.id(), event));
                    })));
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private void happen(Step step) {
        clock.set(step.at());
        step.handIn().run();
        notice();
    }

    /** Looks at what the duty port took since the last look, and at findings that no notice tells. */
    private void notice() {
        Map<String, List<Notice>> duties = new TreeMap<>();
        for (Notice notice : sent) {
            if (known.add(notice.key())) {
                switch (notice.kind()) {
                    case DUTY ->
                        duties.computeIfAbsent(notice.caseId(), id -> new ArrayList<>())
                                .add(notice);
                    case WARNING ->
                        happenings.add(new Happening.Warned(
                                notice, desk.find(notice.caseId()).orElseThrow()));
                    case ESCALATION -> happenings.add(new Happening.Escalated(notice));
                    case BREACH -> {}
                }
            }
        }
        duties.forEach(
                (caseId, owed) -> happenings.add(new Happening.Owed(owed.get(0).at(), caseId, owed)));
        caseIds.forEach(this::findings);
    }

    private void findings(String caseId) {
        List<Finding> standing = desk.find(caseId).orElseThrow().findings();
        List<Finding> before = found.getOrDefault(caseId, List.of());
        standing.stream()
                .filter(finding -> !before.contains(finding))
                .forEach(finding -> happenings.add(new Happening.Found(caseId, finding)));
        before.stream()
                .filter(finding -> !standing.contains(finding))
                .forEach(finding -> happenings.add(new Happening.Lifted(clock.instant(), caseId, finding)));
        found.put(caseId, standing);
    }
}
