package org.complaintkit.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.Due;
import org.complaintkit.calendar.DueDates;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.DueQuestion;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.WorkingCalendar;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Parameters;
import org.complaintkit.policy.Policy;

/** Makes dated deadlines from the rows of one policy's table, by its calendar and conventions. Immutable, thread-safe. */
public final class Dating {
    private static final String AT_TARGET = "target";
    private static final String SHARE = "%";
    private static final List<String> AS_LIMIT = List.of("as limit");

    private final String pack;
    private final Parameters parameters;
    private final WorkingCalendar calendar;
    private final Counting counting;
    private final ZoneId zone;

    private Dating(Policy policy, WorkingCalendar calendar, Counting counting) {
        this.pack = policy.id();
        this.parameters = policy.parameters();
        this.calendar = calendar;
        this.counting = counting;
        this.zone = policy.zone();
    }

    /**
     * By the calendar and the conventions that the policy names.
     *
     * @throws org.complaintkit.calendar.InvalidInputException if the registry does not have them
     */
    public static Dating of(Policy policy, CalendarRegistry calendars) {
        return new Dating(policy, calendars.get(policy.calendar()), Counting.of(policy));
    }

    /**
     * Dates a deadline from its start.
     *
     * @param others the deadlines of the case so far, by id; for a limit that is taken over from another
     * @return empty while the deadline to take over is not there
     */
    public Optional<Deadline> date(
            DeadlineRule rule, int round, Instant start, Function<String, Optional<Deadline>> others) {
        LimitRule limit = rule.limit();
        if (limit.kind() == LimitRule.Kind.AS_DEADLINE) {
            return limit.deadlines().stream()
                    .flatMap(id -> others.apply(id).stream())
                    .findFirst()
                    .map(other -> takenOver(rule, round, start, other));
        }
        Due due = DueDates.answer(question(start, limit.term(parameters)));
        return Optional.of(deadline(rule, round, start, due, due.target(), basis(rule), rule.warnings()));
    }

    /** A row whose warnings say {@code as limit} warns when the other does. */
    private Deadline takenOver(DeadlineRule rule, int round, Instant start, Deadline other) {
        List<String> warnings = rule.warnings().equals(AS_LIMIT) ? other.rule().warnings() : rule.warnings();
        return deadline(rule, round, start, other.due(), other.target(), other.basis(), warnings);
    }

    /** The end of a soft word or term that starts at a moment; empty if none is given. */
    public Optional<Instant> within(String cell, Instant start) {
        LimitRule within = LimitRule.parse(cell);
        return within.kind() == LimitRule.Kind.SAME
                ? Optional.empty()
                : Optional.of(counting.ending(
                                DueDates.answer(question(start, within.term(parameters)))
                                        .limit(),
                                zone)
                        .at());
    }

    /** Of a word for time the clause says the word only; the number is a default. */
    private Basis basis(DeadlineRule rule) {
        if (rule.limit().parameters().stream().anyMatch(id -> parameters.basis(id) == Basis.PARAMETER)) {
            return Basis.PARAMETER;
        }
        return rule.soft() ? Basis.DEFAULT : rule.basis();
    }

    private Deadline deadline(
            DeadlineRule rule, int round, Instant start, Due due, DueMoment given, Basis basis, List<String> warnAt) {
        DueMoment target = counting.ending(target(rule.target(), start, due, given), zone);
        DueMoment limit = counting.ending(due.limit(), zone);
        List<Instant> warnings = warnAt.stream()
                .map(warning -> warning(warning, start, due, target))
                .filter(at -> at.isAfter(start) && at.isBefore(limit.at()))
                .sorted()
                .distinct()
                .toList();
        return new Deadline(
                pack,
                rule,
                basis,
                round,
                start,
                due.start(),
                target,
                limit,
                due.certainty(),
                due,
                beginning(target.day()),
                warnings,
                null,
                null,
                null);
    }

    private DueMoment target(LimitRule rule, Instant start, Due due, DueMoment given) {
        return switch (rule.kind()) {
            case SAME, AS_DEADLINE -> given;
            case BEFORE_LIMIT -> DueDates.before(calendar, zone, due.limit(), Term.parse(rule.term(parameters)));
            case LAST_WORKING_DAY ->
                DueMoment.ofDay(calendar.previousOrSame(due.limit().day()), zone);
            case TERM, SOFT_WORD ->
                DueDates.answer(question(start, rule.term(parameters))).limit();
        };
    }

    private Instant warning(String warning, Instant start, Due due, DueMoment target) {
        if (warning.equals(AT_TARGET)) {
            return target.wholeDay() ? beginning(target.day()) : target.at();
        }
        if (warning.endsWith(SHARE)) {
            String share =
                    warning.substring(0, warning.length() - SHARE.length()).strip();
            return DueDates.share(start, due.limit(), Integer.parseInt(share));
        }
        DueMoment before = DueDates.before(calendar, zone, due.limit(), Term.parse(warning));
        return before.wholeDay() ? beginning(before.day()) : before.at();
    }

    private DueQuestion question(Instant start, String term) {
        return DueQuestion.of(calendar, zone, start, Term.parse(term))
                .conventions(counting)
                .build();
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
