package org.complaintkit.rules.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.Policy;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Place;
import org.complaintkit.rules.cases.Story;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.jspecify.annotations.Nullable;

/**
 * Tells cases to two scenarios, one case after the other, and collects what comes out otherwise. Which packs govern a case is
 * asked of the first scenario alone: the second decides the same cases, in force on their days or not. Cases that both scenarios
 * decide by the same packs and calendars are counted and not told. Memory does not grow with the cases. Not thread-safe.
 */
public final class Simulation {
    private static final int MOST_BAD = 20;

    private final Scenario scenarioBefore;
    private final Scenario scenarioAfter;
    private final Telling before;
    private final Telling after;
    private final int examples;
    private final Map<Pair, Attribution> attributions = new LinkedHashMap<>();
    private final Map<Cause, Group> groups = new LinkedHashMap<>();
    private final Map<Aspect, Long> aspects = new EnumMap<>(Aspect.class);
    private final List<SimulationReport.BadLine> badLines = new ArrayList<>();
    private final Shifts shifts = new Shifts();
    private long read;
    private long bad;
    private long untouched;
    private long outside;
    private long changed;
    private long breachesBefore;
    private long breachesAfter;
    private long newBreaches;
    private long spared;

    private record Pair(List<DroolsRuleBook> before, List<DroolsRuleBook> after) {}

    private Simulation(Scenario before, Scenario after, int examples) {
        this.scenarioBefore = before;
        this.scenarioAfter = after;
        this.before = new Telling(before, after);
        this.after = new Telling(after, null);
        this.examples = examples;
    }

    /**
     * Begins a simulation.
     *
     * @param examples how many cases to keep as examples of each cause; 0 or more
     */
    public static Simulation of(Scenario before, Scenario after, int examples) {
        return new Simulation(before, after, examples);
    }

    /**
     * Takes in a line in the format of {@code replay}. A line that cannot be used is counted, and the run goes on.
     *
     * @param number of the line, from 1
     */
    public void line(long number, String text) {
        read++;
        try {
            told(Story.read(text));
        } catch (InvalidInputException e) {
            bad(number, e.code(), e.at());
        }
    }

    /** Counts a line that could not even be read as text. */
    public void unreadable(long number, String code) {
        read++;
        bad(number, code, "");
    }

    /** Takes in a case with what happened in it so far; where it stands is told anew under both scenarios. */
    public void story(Story story) {
        read++;
        try {
            told(story);
        } catch (InvalidInputException e) {
            bad(0, e.code(), e.at());
        }
    }

    /**
     * Takes in all cases of a repository that a query asks for, page by page.
     *
     * @param query where to begin, and how long a page is
     */
    public void repository(CaseRepository repository, CaseQuery query) {
        CaseQuery page = query;
        List<Place> places = repository.find(page);
        while (!places.isEmpty()) {
            places.forEach(
                    place -> repository.load(place.caseId()).ifPresent(stored -> story(Story.of(stored.value()))));
            page = page.after(places.get(places.size() - 1));
            places = repository.find(page);
        }
    }

    /** The result so far. */
    public SimulationReport report() {
        List<SimulationReport.Effect> effects = groups.values().stream()
                .map(Group::effect)
                .sorted(Comparator.comparingLong(SimulationReport.Effect::cases).reversed())
                .toList();
        return new SimulationReport(
                read,
                bad,
                badLines,
                untouched,
                outside,
                changed,
                aspects,
                breachesBefore,
                breachesAfter,
                newBreaches,
                spared,
                shifts.byDays(),
                effects);
    }

    private void told(Story story) {
        List<String> packs = inForce(story);
        Side was = Side.of(before, story, packs);
        Side is = Side.of(after, story, packs);
        Telling.Governed then = was.governed();
        Telling.Governed now = is.governed();
        if (then != null && now != null && alike(then, now)) {
            untouched++;
            return;
        }
        was.tell(story);
        Case caseBefore = was.value();
        if (then != null
                && now != null
                && caseBefore != null
                && then.sharing().filter(each -> each.same(caseBefore)).isPresent()) {
            counted(story, now);
            long late = breaches(caseBefore).size();
            breachesBefore += late;
            breachesAfter += late;
            return;
        }
        is.tell(story);
        Case caseAfter = is.value();
        if (then != null && now != null && caseBefore != null && caseAfter != null) {
            counted(story, now);
            compare(new Pair(then.books(), now.books()), caseBefore, caseAfter);
            return;
        }
        InvalidInputException refusalBefore = was.refusal();
        InvalidInputException refusalAfter = is.refusal();
        if (refusalBefore != null && refusalAfter != null) {
            throw refusalBefore;
        }
        counted(story, now);
        Cause cause = then == null || now == null
                ? new Cause(Cause.Kind.TOGETHER, "", null)
                : attribution(new Pair(then.books(), now.books()))
                        .refused(refusalBefore == null ? value(refusalAfter) : value(refusalBefore));
        Difference difference = new Difference(Aspect.REFUSED, "", code(refusalBefore), code(refusalAfter));
        count(story.id(), Map.of(cause, List.of(difference)), List.of(difference), 0, 0);
    }

    /** As the first scenario has it: a new version is tried on past cases, on whose days it was not in force yet. */
    private List<String> inForce(Story story) {
        List<String> packs = story.packs().stream()
                .filter(id -> governs(scenarioBefore.packs().apply(id).policy(), story))
                .toList();
        if (packs.isEmpty()) {
            throw InvalidInputException.of("NO_PACK_IN_FORCE", "complaint.receivedAt")
                    .rule("a day on which one of the packs is in force")
                    .wayOut("correct the time of receipt, or name the packs of that day")
                    .at("/complaint/receivedAt")
                    .build();
        }
        return packs;
    }

    private static boolean governs(Policy policy, Story story) {
        LocalDate day = story.complaint().receivedAt().atZone(policy.zone()).toLocalDate();
        return policy.inForce(day) || policy.governsEarlier(day);
    }

    /** Counts a case that the second scenario is told though a desk would not have it meet these packs. */
    private void counted(Story story, Telling.@Nullable Governed now) {
        if (now != null && now.books().stream().anyMatch(book -> !governs(book.policy(), story))) {
            outside++;
        }
    }

    private static String value(@Nullable InvalidInputException refusal) {
        return refusal == null ? "" : refusal.value();
    }

    private static String code(@Nullable InvalidInputException refusal) {
        return refusal == null ? "" : refusal.code();
    }

    /** Whether both decide by the very same books and days. */
    private boolean alike(Telling.Governed then, Telling.Governed now) {
        List<DroolsRuleBook> books = then.books();
        return books.size() == now.books().size()
                && IntStream.range(0, books.size())
                        .allMatch(i -> books.get(i) == now.books().get(i))
                && changedCalendars(books).isEmpty();
    }

    private List<String> changedCalendars(List<DroolsRuleBook> books) {
        if (scenarioBefore.calendars() == scenarioAfter.calendars()) {
            return List.of();
        }
        return books.stream()
                .map(book -> book.policy().calendar())
                .distinct()
                .filter(id -> !scenarioBefore
                        .calendars()
                        .get(id)
                        .version()
                        .equals(scenarioAfter.calendars().get(id).version()))
                .toList();
    }

    private Attribution attribution(Pair pair) {
        Attribution known = attributions.get(pair);
        if (known == null) {
            known = new Attribution(pair.before(), pair.after(), changedCalendars(pair.after()));
            attributions.put(pair, known);
        }
        return known;
    }

    private void compare(Pair pair, Case was, Case is) {
        Set<String> late = breaches(was);
        Set<String> lateNow = breaches(is);
        breachesBefore += late.size();
        breachesAfter += lateNow.size();
        List<Difference> differences = Outline.differences(
                Outline.of(was, pair.before().get(0).policy().zone()),
                Outline.of(is, pair.after().get(0).policy().zone()));
        if (differences.isEmpty()) {
            return;
        }
        shifts.add(was, is);
        long more = lateNow.stream().filter(each -> !late.contains(each)).count();
        long fewer = late.stream().filter(each -> !lateNow.contains(each)).count();
        count(is.id(), attribution(pair).of(differences, was, is), differences, more, fewer);
    }

    private void count(
            String caseId, Map<Cause, List<Difference>> causes, List<Difference> all, long more, long fewer) {
        changed++;
        newBreaches += more;
        spared += fewer;
        all.stream().map(Difference::aspect).distinct().forEach(aspect -> aspects.merge(aspect, 1L, Long::sum));
        causes.forEach((cause, differences) ->
                groups.computeIfAbsent(cause, Group::new).add(caseId, differences, more, fewer, examples));
    }

    /** The breached deadlines of a case, by what makes one the same under both scenarios. */
    private static Set<String> breaches(Case value) {
        return Stream.concat(value.deadlines().stream(), value.previousDeadlines().stream())
                .filter(deadline -> deadline.state(value.advancedTo()) == DeadlineState.BREACHED)
                .map(Simulation::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Deadline deadline) {
        return Deadline.place(deadline.pack(), deadline.id()) + " " + deadline.round() + " " + deadline.occurrence();
    }

    private void bad(long number, String code, String at) {
        bad++;
        if (badLines.size() < MOST_BAD) {
            badLines.add(new SimulationReport.BadLine(number, code, at));
        }
    }
}
