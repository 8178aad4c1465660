package org.complaintkit.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.complaintkit.fixture.Histories;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;

/**
 * What a host does with a desk, drawn from a seed: about twenty steps on one to three cases.
 *
 * @param steps in their order
 * @param orderly whether events are told as they happen and the clock only goes forward; then a sweep that was cut off may
 *     be left to the next one, and changes nothing. An event that was refused is not told again: taken later it would come
 *     after its time, and what the sweep escalated before it came, the next one need not
 * @param end a moment after all limits
 */
record Script(long seed, List<Step> steps, boolean orderly, Instant end) {
    private static final int LENGTH = 18;
    private static final Instant FIRST = Instant.parse("2025-09-20T00:00:00Z");
    private static final int YEAR_IN_MINUTES = 365 * 24 * 60;
    private static final List<String> CHANNELS = List.of("TELEPHONE", "LETTER", "GOVERNMENT", "MEDIA");
    private static final List<String> ACTORS = List.of("UNIT", "LEADER", "PARTY", "CUSTOMER", "");
    private static final List<String> CATEGORIES = List.of("SERVICE", "PRODUCT", "CRIME");

    /** Something the host does when its clock shows {@code at}. */
    sealed interface Step {
        Instant at();
    }

    record Receive(Instant at, Complaint complaint) implements Step {}

    record Handle(Instant at, String caseId, CaseEvent event) implements Step {}

    record SweepNow(Instant at) implements Step {}

    /** Merges a case into another; one without another is parted from it. */
    record Merge(Instant at, String caseId, String into, CaseEvent told) implements Step {}

    record Erase(Instant at, String caseId) implements Step {}

    /**
     * The same histories with mergers, partings and erasures between their steps. Some cases are brought to their end, so
     * that they can be erased, and met by mergers as they stand.
     */
    static Script merging(long seed) {
        Script plain = of(seed);
        Random random = new Random(~seed * 0x9E3779B97F4A7C15L);
        List<Step> steps = new ArrayList<>();
        List<String> received = new ArrayList<>();
        List<Merge> told = new ArrayList<>();
        for (Step step : plain.steps()) {
            steps.add(step);
            int what = random.nextInt(100);
            if (step instanceof Receive receive
                    && !received.contains(receive.complaint().id())) {
                received.add(receive.complaint().id());
                what = 0;
            }
            String one = pick(received, random);
            String other = pick(received, random);
            String id = "x" + steps.size();
            if (what < 40 && (!one.equals(other) || what < 5)) {
                boolean parts = random.nextInt(3) == 0;
                told.add(new Merge(step.at(), one, parts ? "" : other, CaseEvent.of(id, "NOTE", "UNIT", step.at())));
                steps.add(told.get(told.size() - 1));
            } else if (what < 45 && !told.isEmpty()) {
                Merge again = pick(told, random);
                steps.add(new Merge(step.at(), again.caseId(), again.into(), again.told()));
            } else if (what < 49) {
                for (String type : List.of("REPLIED_TO_CUSTOMER", "RECORD_FILED", "CLOSED_EVENT", "ARCHIVED_EVENT")) {
                    steps.add(new Handle(step.at(), one, CaseEvent.of(id + type, type, "UNIT", step.at())));
                }
            } else if (what < 57) {
                steps.add(new Erase(step.at(), one));
            }
        }
        return new Script(seed, List.copyOf(steps), plain.orderly(), plain.end());
    }

    static Script of(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        boolean orderly = random.nextInt(3) > 0;
        Instant now = FIRST.plus(Duration.ofMinutes(random.nextInt(YEAR_IN_MINUTES)));
        List<Step> steps = new ArrayList<>();
        List<Handle> told = new ArrayList<>();
        List<Receive> received = new ArrayList<>();
        int cases = 1 + random.nextInt(3);
        for (int i = 0; i < LENGTH + random.nextInt(5); i++) {
            now = now.plus(gap(random));
            int what = random.nextInt(100);
            if (received.size() < cases && (received.isEmpty() || what < 30)) {
                received.add(new Receive(now, complaint("C-" + received.size(), now, random)));
                steps.add(received.get(received.size() - 1));
            } else if (what < 25) {
                steps.add(new SweepNow(now));
            } else if (what < 30) {
                steps.add(new Receive(
                        now, received.get(random.nextInt(received.size())).complaint()));
            } else if (what < 40 && !told.isEmpty()) {
                Handle again = told.get(random.nextInt(told.size()));
                steps.add(new Handle(now, again.caseId(), again.event()));
            } else {
                now = !orderly && what < 50 ? now.minus(Duration.ofMinutes(random.nextInt(2 * 24 * 60))) : now;
                Instant happened = !orderly && what < 60 ? now.minus(gap(random)) : now;
                String caseId = received.get(random.nextInt(received.size()))
                        .complaint()
                        .id();
                told.add(new Handle(now, caseId, event("e" + i, happened, now, random)));
                steps.add(told.get(told.size() - 1));
            }
        }
        Instant last = steps.stream().map(Step::at).max(Instant::compareTo).orElseThrow();
        return new Script(seed, List.copyOf(steps), orderly, last.plus(Duration.ofDays(120)));
    }

    private static Duration gap(Random random) {
        int minutes = switch (random.nextInt(6)) {
            case 0, 1 -> 1 + random.nextInt(180);
            case 2, 3, 4 -> 180 + random.nextInt(5 * 24 * 60);
            default -> 24 * 60 * (1 + random.nextInt(20));
        };
        return Duration.ofMinutes(minutes);
    }

    private static Complaint complaint(String id, Instant now, Random random) {
        boolean reachable = random.nextInt(4) > 0;
        return Complaint.received(id, now.minusSeconds(random.nextInt(7_200)), pick(CHANNELS, random))
                .receivedBy("FRONT")
                .complainant(
                        new Complainant("INDIVIDUAL", !reachable, reachable, false, Personal.none(), Personal.none()))
                .category(pick(CATEGORIES, random))
                .facts(random.nextInt(4) == 0 ? List.of("MEDIA_CONTACT") : List.of())
                .complainantCount(1 + random.nextInt(4))
                .given("formIssued", random.nextBoolean() ? Boolean.TRUE : null)
                .build();
    }

    private static CaseEvent event(String id, Instant at, Instant recorded, Random random) {
        Map<String, Object> data = random.nextBoolean() ? Map.of() : pick(Histories.DATA, random);
        return new CaseEvent(id, pick(Histories.TYPES, random), pick(ACTORS, random), "", at, recorded, data);
    }

    private static <T> T pick(List<T> items, Random random) {
        return items.get(random.nextInt(items.size()));
    }
}
