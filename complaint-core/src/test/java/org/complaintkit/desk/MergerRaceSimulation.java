package org.complaintkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestGuards;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Joined;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.Safeguards;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.junit.jupiter.api.Test;

/**
 * Mergers and partings of three cases by several processes at once, in drawn orders of their steps, some of which die.
 * After each step each limit of a case that was merged runs, no later, on a case that is not merged itself; in the end,
 * when those that died were told again, on exactly one. {@code -Dcomplaintkit.races=N} says how many are drawn.
 */
class MergerRaceSimulation {
    private static final int RACES = Integer.getInteger("complaintkit.races", 100);
    /** Orders of each plan in which nobody dies, from a seed on where several close a ring if nothing prevents it. */
    private static final int UNDISTURBED = 40;

    private static final long FIRST = 125;

    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant THURSDAY = MONDAY.plus(Duration.ofDays(3));
    private static final List<String> IDS = List.of("A", "B", "C");
    private static final RuleBook BOOK = TestGuards.book(Safeguards.NONE, false);
    /**
     * Other persons on each case: what they are together shows whose number was taken over, and whose given back. Each is a
     * group from its receipt, so that no merger makes one, whose own limits would tell a merger from the limits before it.
     */
    private static final List<Integer> PERSONS = List.of(3, 10, 100);

    private static final List<Door> DOORS = List.of(new Door(), new Door(), new Door(), new Door());

    private final AtomicInteger merged = new AtomicInteger();
    private final AtomicInteger withdrawn = new AtomicInteger();
    private final AtomicInteger dead = new AtomicInteger();

    @Test
    void two_and_three_mergers_at_once_leave_each_limit_on_one_case_or_all_stand() {
        List<String> failures = LongStream.range(0, RACES)
                .mapToObj(seed -> failure(seed, drawn(new SplittableRandom(~seed))))
                .flatMap(Optional::stream)
                .limit(5)
                .toList();
        assertThat(failures).isEmpty();
        happened(RACES);
    }

    @Test
    void opposite_mergers_and_rings_and_chains_cut_off_at_each_step() {
        List<List<Deed>> plans = List.of(
                List.of(new Deed("A", "B", 0), new Deed("B", "A", 0)),
                List.of(new Deed("A", "B", 0), new Deed("B", "C", 0)),
                List.of(new Deed("A", "B", 0), new Deed("A", "C", 0)),
                List.of(new Deed("A", "B", 0), new Deed("B", "C", 0), new Deed("C", "A", 0)));
        List<String> failures = new ArrayList<>();
        for (List<Deed> deeds : plans) {
            for (long seed = FIRST; seed < FIRST + UNDISTURBED; seed++) {
                failure(seed, new Plan(List.of(), deeds, List.of(0, 0, 0))).ifPresent(failures::add);
            }
            for (int dying = 0; dying < deeds.size(); dying++) {
                for (int fatal = 1; fatal <= 14; fatal++) {
                    List<Integer> deaths = new ArrayList<>(List.of(0, 0, 0));
                    deaths.set(dying, fatal);
                    failure(fatal, new Plan(List.of(), deeds, deaths)).ifPresent(failures::add);
                }
            }
        }
        assertThat(failures).isEmpty();
        happened(plans.size() * UNDISTURBED);
    }

    /** Nothing is shown by processes none of which got anywhere. */
    private void happened(int races) {
        assertThat(merged.get()).as("mergers").isGreaterThanOrEqualTo(races / 2);
        assertThat(withdrawn.get()).as("taken back").isGreaterThanOrEqualTo(races / 20);
        assertThat(dead.get()).as("deaths").isGreaterThanOrEqualTo(races / 4);
    }

    /** One merges a case into another, or parts it where that one is named by nothing. */
    private record Deed(String caseId, String into, int hoursAgo) {}

    private record Plan(List<Deed> before, List<Deed> atOnce, List<Integer> deaths) {}

    private static Plan drawn(RandomGenerator random) {
        List<Deed> before = deeds(random, random.nextInt(3), random.nextInt(3) == 0);
        List<Deed> atOnce = deeds(random, 2 + random.nextInt(2), random.nextInt(3) == 0);
        List<Integer> deaths = atOnce.stream()
                .map(each -> random.nextInt(3) == 0 ? 1 + random.nextInt(14) : 0)
                .toList();
        return new Plan(before, atOnce, deaths);
    }

    private static List<Deed> deeds(RandomGenerator random, int count, boolean parting) {
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int one = random.nextInt(3);
            int other = (one + 1 + random.nextInt(2)) % 3;
            boolean parts = parting && random.nextInt(2) == 0;
            int hours = random.nextInt(4) == 0 ? random.nextInt(3) : 0;
            deeds.add(new Deed(IDS.get(one), parts ? "" : IDS.get(other), hours));
        }
        return deeds;
    }

    private static int persons(String id) {
        return PERSONS.get(IDS.indexOf(id));
    }

    private Optional<String> failure(long seed, Plan plan) {
        try {
            new Scene().play(plan, new SplittableRandom(seed));
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of("seed " + seed + ", " + plan + ": " + e);
        }
    }

    /** A desk, opened once, on whatever store lies behind. */
    private static final class Door {
        private CaseRepository behind = new InMemoryCaseRepository();
        private final ComplaintDesk desk = ComplaintDesk.under(BOOK)
                .repository((CaseRepository) Proxy.newProxyInstance(
                        CaseRepository.class.getClassLoader(),
                        new Class<?>[] {CaseRepository.class},
                        (proxy, method, arguments) -> reached(method, arguments)))
                .clock(new TestClock(THURSDAY))
                .deliverBySweep()
                .open();

        private Object reached(Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(behind, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private final class Scene {
        private final CaseRepository store = new InMemoryCaseRepository();
        private final ComplaintDesk calm = desk(0, store);
        private final Map<String, DueMoment> own = new TreeMap<>();
        private boolean parted;
        private List<Object> seen = List.of();

        private ComplaintDesk desk(int door, CaseRepository behind) {
            DOORS.get(door).behind = behind;
            return DOORS.get(door).desk;
        }

        void play(Plan plan, RandomGenerator random) {
            for (int i = 0; i < IDS.size(); i++) {
                String id = IDS.get(i);
                calm.receive(Complaint.received(id, MONDAY.plus(Duration.ofDays(i)), "TELEPHONE")
                        .category("SERVICE")
                        .complainant(new Complainant(
                                "INDIVIDUAL", false, true, false, Personal.of("person " + id), Personal.none()))
                        .complainantCount(PERSONS.get(i))
                        .build());
                own.put(
                        id,
                        calm.find(id, THURSDAY)
                                .orElseThrow()
                                .effective()
                                .orElseThrow()
                                .limit());
            }
            parted = plan.before().stream().anyMatch(deed -> deed.into().isEmpty())
                    || plan.atOnce().stream().anyMatch(deed -> deed.into().isEmpty());
            for (int i = 0; i < plan.before().size(); i++) {
                tell(calm, plan.before().get(i), "before" + i);
            }
            exact();
            Turns turns = new Turns();
            List<Turns.Node> processes = new ArrayList<>();
            List<Runnable> works = new ArrayList<>();
            for (int i = 0; i < plan.atOnce().size(); i++) {
                Turns.Node process = turns.node(store, plan.deaths().get(i));
                ComplaintDesk desk = desk(1 + i, process);
                Deed deed = plan.atOnce().get(i);
                String id = "m" + i;
                processes.add(process);
                works.add(() -> tell(desk, deed, id));
            }
            turns.play(works, random, this::safeWhereChanged);
            for (int i = 0; i < processes.size(); i++) {
                if (processes.get(i).dead()) {
                    dead.incrementAndGet();
                    tell(calm, plan.atOnce().get(i), "m" + i);
                    safe();
                }
            }
            exact();
            repeated(plan);
            for (int i = 0; i < plan.atOnce().size(); i++) {
                Case value = stored(plan.atOnce().get(i).caseId());
                if (Merging.withdrawn(value, "m" + i)) {
                    withdrawn.incrementAndGet();
                } else if (value.event("m" + i).isPresent()) {
                    merged.incrementAndGet();
                }
            }
        }

        private void tell(ComplaintDesk desk, Deed deed, String id) {
            CaseEvent told = CaseEvent.of(id, "NOTE", "LEADER", THURSDAY.minus(Duration.ofHours(deed.hoursAgo())));
            try {
                if (deed.into().isEmpty()) {
                    desk.unmerge(deed.caseId(), told);
                } else {
                    desk.merge(deed.caseId(), deed.into(), told);
                }
            } catch (InvalidInputException e) {
                assertThat(e.code()).matches("MERGE_.*|NOT_MERGED");
            }
        }

        /** What was carried out, told again, changes nothing. */
        private void repeated(Plan plan) {
            List<Object> before =
                    IDS.stream().map(id -> (Object) store.load(id)).toList();
            for (int i = 0; i < plan.atOnce().size(); i++) {
                Deed deed = plan.atOnce().get(i);
                if (stored(deed.caseId()).event("m" + i).isPresent()) {
                    tell(calm, deed, "m" + i);
                }
            }
            assertThat(IDS.stream().map(id -> (Object) store.load(id)).toList()).isEqualTo(before);
        }

        private Case stored(String id) {
            return store.load(id).orElseThrow().value();
        }

        private Case root(String id) {
            Set<String> seen = new HashSet<>();
            Case now = stored(id);
            while (now.state().equals("MERGED")) {
                assertThat(seen.add(now.id())).as("a ring at " + now.id()).isTrue();
                now = stored(Joined.into(now).orElseThrow());
            }
            return now;
        }

        private DueMoment limit(Case value) {
            return calm.find(value.id(), THURSDAY)
                    .orElseThrow()
                    .effective()
                    .orElseThrow()
                    .limit();
        }

        private void safeWhereChanged() {
            List<Object> found = IDS.stream()
                    .map(id -> (Object) store.load(id).orElseThrow().version())
                    .toList();
            if (!found.equals(seen)) {
                seen = found;
                safe();
            }
        }

        private void safe() {
            for (String id : IDS) {
                assertThat(limit(root(id))).as(id).isLessThanOrEqualTo(own.get(id));
            }
        }

        private void exact() {
            safe();
            Consumer<String> carries = id -> assertThat(new HashSet<>(Joined.from(stored(id))))
                    .as("carried by " + id)
                    .isEqualTo(members(id));
            IDS.forEach(carries);
            if (!parted) {
                IDS.stream().filter(id -> root(id).id().equals(id)).forEach(id -> {
                    DueMoment earliest = IDS.stream()
                            .filter(each -> root(each).id().equals(id))
                            .map(own::get)
                            .min(DueMoment::compareTo)
                            .orElseThrow();
                    assertThat(limit(stored(id))).as(id).isEqualTo(earliest);
                    assertThat(stored(id).complainantCount())
                            .as("persons of " + id)
                            .isEqualTo(IDS.stream()
                                    .filter(each -> root(each).id().equals(id))
                                    .mapToInt(MergerRaceSimulation::persons)
                                    .sum());
                });
            }
            for (String id : IDS) {
                if (Joined.from(stored(id)).isEmpty()) {
                    assertThat(stored(id).complainantCount())
                            .as("persons of " + id)
                            .isEqualTo(persons(id));
                }
            }
        }

        private Set<String> members(String carrier) {
            Set<String> members = new HashSet<>();
            for (String id : IDS) {
                Case value = stored(id);
                assertThat(value.state().equals("MERGED"))
                        .as(id)
                        .isEqualTo(Joined.into(value).isPresent());
                Joined.into(value).filter(carrier::equals).ifPresent(into -> members.add(id));
            }
            return members;
        }
    }
}
