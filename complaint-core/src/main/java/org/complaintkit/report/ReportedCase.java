package org.complaintkit.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.Account;
import org.complaintkit.decision.Decision;
import org.complaintkit.duty.Finding;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Step;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.Dimension;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Grouping;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Policy;

/**
 * A case as the reports of one policy see it. What events tell in free words is taken only where it is a code of the
 * vocabulary: whoever writes a name there does not find it in a report.
 */
final class ReportedCase {
    private static final Set<DeadlineState> RUN = Set.of(DeadlineState.MET, DeadlineState.BREACHED);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final int MOST_DIGITS = 100;

    private final Policy policy;
    private final Case value;
    private final Decision decision;

    ReportedCase(Policy policy, Case value) {
        this.policy = policy;
        this.value = value;
        this.decision = value.decisions().getOrDefault(policy.id(), value.decision());
    }

    private boolean marked(Mark mark, String code) {
        return policy.vocabulary().marks(mark, code);
    }

    private Account account() {
        return value.register().accounts().getOrDefault(policy.id(), Account.NONE);
    }

    /** Whether there is a complaint case at all (MFG-03). */
    boolean isCase() {
        return account().settledOn().isEmpty();
    }

    String countStatus() {
        return account().countStatus();
    }

    LocalDate received() {
        return day(value.complaint().receivedAt());
    }

    /** The days on which its handling came to an end; several where it was taken up again. */
    Stream<LocalDate> ends() {
        return value.steps().stream()
                .filter(step -> marked(Mark.ENDED, step.state()))
                .map(step -> day(step.at()));
    }

    private LocalDate day(Instant at) {
        return at.atZone(policy.zone()).toLocalDate();
    }

    private Stream<CaseEvent> events() {
        return value.events().stream().filter(event -> !value.withoutEffect().contains(event.id()));
    }

    /** Clocks of a kind; those of the other packs of the case where the policy has no row of that kind. */
    private Stream<Deadline> deadlines(BiPredicate<String, DeadlineRule> kind) {
        boolean own = policy.deadlines().values().stream().anyMatch(row -> kind.test(policy.id(), row));
        return Stream.concat(value.previousDeadlines().stream(), value.deadlines().stream())
                .filter(deadline -> !own || deadline.pack().equals(policy.id()))
                .filter(deadline -> kind.test(deadline.pack(), deadline.rule()));
    }

    /** States of the clocks that end the handling, those of earlier rounds among them. */
    private List<DeadlineState> handling() {
        return deadlines((pack, row) -> row.endsHandling())
                .map(deadline -> deadline.state(value.advancedTo()))
                .toList();
    }

    /** Whether a limit of handling runs or ran to its end. */
    boolean hasLimit() {
        return handling().stream().anyMatch(state -> state == DeadlineState.OPEN || RUN.contains(state));
    }

    /** Whether a limit of handling passed. */
    boolean late() {
        return handling().contains(DeadlineState.BREACHED);
    }

    /** Whether it is certain that it was on time or late. */
    boolean judged() {
        List<DeadlineState> states = handling();
        return states.contains(DeadlineState.BREACHED)
                || (states.contains(DeadlineState.MET) && !states.contains(DeadlineState.OPEN));
    }

    /** Of each clock that an event ends and that is over, whether it was met. */
    List<Boolean> clocks(EventPattern event) {
        return deadlines((pack, row) -> endsWith(pack, row, event.type()))
                .map(deadline -> deadline.state(value.advancedTo()))
                .filter(RUN::contains)
                .map(state -> state == DeadlineState.MET)
                .toList();
    }

    private boolean endsWith(String pack, DeadlineRule row, String type) {
        return row.end().patterns().anyMatch(pattern -> pattern.type().equals(type) || milestone(pack, pattern, type));
    }

    private boolean milestone(String pack, EventPattern named, String type) {
        return Stream.ofNullable(value.progress().milestones().get(pack))
                .flatMap(milestones -> Stream.ofNullable(milestones.get(named.type())))
                .flatMap(List::stream)
                .anyMatch(pattern -> pattern.type().equals(type));
    }

    /** Whether a rule found a breach in what was done; a limit that passed is lateness, not a breach of this kind. */
    boolean improper() {
        return value.findings().stream().anyMatch(Finding::lasting);
    }

    /** Whether it was answered or closed. */
    boolean handled() {
        return value.steps().stream().map(Step::state).anyMatch(state -> marked(Mark.HANDLED, state));
    }

    boolean answered(Optional<EventPattern> by) {
        String level = level(by);
        return !level.isEmpty() && !marked(Mark.UNANSWERED, level);
    }

    boolean satisfied(Optional<EventPattern> by) {
        return marked(Mark.SATISFIED, level(by));
    }

    private String level(Optional<EventPattern> by) {
        return events().filter(event ->
                        by.map(pattern -> pattern.matches(event)).orElse(marked(Mark.TELLS_SATISFACTION, event.type())))
                .map(event -> event.value("level"))
                .filter(level -> policy.vocabulary().knows(Dimension.BY_SATISFACTION.kind(), level))
                .reduce("", (earlier, later) -> later);
    }

    /** The claimed loss where nothing is named, a given number, or an amount of the books; zero where there is none. */
    BigDecimal amount(String of) {
        if (of.isEmpty()) {
            return value.complaint().claimedLoss();
        }
        String fact = new Grouping(of).fact();
        if (!fact.isEmpty()) {
            return value.complaint().given().get(fact) instanceof Number number ? number(number) : BigDecimal.ZERO;
        }
        return account().amounts().stream()
                .filter(amount -> amount.name().equals(of))
                .map(amount -> amount.value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A number far out of all use is as good as none: written out, 1e999999999 fills the memory. */
    private static BigDecimal number(Number given) {
        try {
            BigDecimal number = new BigDecimal(given.toString());
            return Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS
                    ? BigDecimal.ZERO
                    : number;
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    /** Its values under a grouping, one or more; the empty text where it has none. */
    Set<String> values(Grouping by) {
        Collection<String> values = by.dimension().map(this::values).orElseGet(() -> given(by.fact()));
        Set<String> sorted = new TreeSet<>(values);
        return sorted.isEmpty() ? Set.of("") : sorted;
    }

    private Collection<String> values(Dimension dimension) {
        return switch (dimension) {
            case BY_TYPE -> decision.cumulative() ? decision.categories() : Set.of(decision.category());
            case BY_SOURCE -> Set.of(value.complaint().channel());
            case BY_RESULT -> Set.of(result());
            case BY_CAUSE -> with(value.complaint().causes(), "CAUSE", "cause", "causes");
            case BY_UNIT -> Set.of(unit());
            case BY_OWNER -> Set.of(decision.owner());
            case BY_OUTCOME ->
                policy.vocabulary().knows(dimension.kind(), value.outcome()) ? Set.of(value.outcome()) : Set.of();
            case BY_PRODUCT ->
                Stream.ofNullable(value.complaint().given().get("product"))
                        .map(Object::toString)
                        .toList();
            case BY_HANDLING -> {
                Set<String> remedies = with(Set.of(), "DEMAND", "remedy", "remedies");
                yield remedies.isEmpty() ? value.complaint().demands() : remedies;
            }
            case BY_DEMAND -> value.complaint().demands();
            case BY_SATISFACTION -> Set.of(level(Optional.empty()));
            case BY_CLASS -> Set.of(decision.complexity());
            case BY_GRADE -> Set.of(decision.grade());
            case BY_LABEL -> decision.labels();
            case BY_COMPLAINANT -> Set.of(value.complaint().complainant().type());
            case BY_PERIOD -> Set.of(received().toString());
            case COUNT_STATUS -> Set.of(countStatus());
        };
    }

    private String result() {
        return value.steps().stream()
                .map(Step::state)
                .filter(state -> !marked(Mark.FILED, state))
                .reduce(value.state(), (earlier, later) -> later);
    }

    private String unit() {
        return events().filter(event -> marked(Mark.DETERMINES, event.type()))
                .map(event -> event.value("unit"))
                .filter(unit -> CODE.matcher(unit).matches())
                .reduce(value.complaint().complainedUnit(), (earlier, later) -> later);
    }

    /** Codes of a kind, with those that events tell under some keys. */
    private Set<String> with(Set<String> known, String kind, String... keys) {
        Set<String> codes = new LinkedHashSet<>(known);
        for (String key : keys) {
            events().flatMap(event -> event.values(key).stream())
                    .filter(code -> policy.vocabulary().knows(kind, code))
                    .forEach(codes::add);
        }
        return codes;
    }

    private List<String> given(String fact) {
        return Stream.ofNullable(value.complaint().given().get(fact))
                .map(Object::toString)
                .filter(code -> CODE.matcher(code).matches())
                .toList();
    }
}
