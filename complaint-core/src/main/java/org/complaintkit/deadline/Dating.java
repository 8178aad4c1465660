package org.complaintkit.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.Due;
import org.complaintkit.calendar.DueDates;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.DueQuestion;
import org.complaintkit.calendar.Pause;
import org.complaintkit.calendar.ServiceHours;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.TermUnit;
import org.complaintkit.calendar.WorkingCalendar;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Parameters;
import org.complaintkit.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Makes dated deadlines from the rows of one policy's table, by its calendar and conventions. Immutable, thread-safe. */
public final class Dating {
    private static final String AT_TARGET = "target";
    private static final String SHARE = "%";
    /** The parameter that says when service is open, for terms in working hours (CONV-10). */
    private static final String SERVICE_HOURS = "serviceHours";

    private static final List<String> AS_LIMIT = List.of("as limit");

    private final String pack;
    private final Parameters parameters;
    private final WorkingCalendar calendar;
    private final Counting counting;
    private final ZoneId zone;
    private final ServiceHours serviceHours;
    private final GivenDate given;
    /** The terms of the tables as read: there are as many as the tables name. */
    private final Map<LimitRule, Term> limits = new ConcurrentHashMap<>();

    private final Map<String, Term> terms = new ConcurrentHashMap<>();

    private Dating(Policy policy, WorkingCalendar calendar, Counting counting) {
        this.pack = policy.id();
        this.parameters = policy.parameters();
        this.calendar = calendar;
        this.counting = counting;
        this.zone = policy.zone();
        this.serviceHours = parameters.declared().containsKey(SERVICE_HOURS)
                ? ServiceHours.parse(parameters.text(SERVICE_HOURS))
                : ServiceHours.STANDARD;
        this.given = new GivenDate(calendar, counting.literal(), zone);
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
     * @param notBefore the limit does not end before the end of this moment's day; null where nothing holds it
     * @return empty while what its limit rests on is not known
     */
    public Optional<Deadline> date(
            DeadlineRule rule, int round, Instant start, @Nullable Instant notBefore, Known known) {
        LimitRule limit = rule.limit();
        if (limit.kind() == LimitRule.Kind.AS_DEADLINE) {
            return limit.deadlines().stream()
                    .flatMap(id -> known.deadline(id).stream())
                    .findFirst()
                    .map(other -> takenOver(rule, round, start, other));
        }
        List<Pause> pauses = known.pauses(rule);
        return due(limit.alternatives(), start, pauses, known)
                .map(due -> held(due, start, notBefore))
                .map(due -> deadline(rule, round, start, due.start(), due, due.target(), basis(rule), rule.warnings()));
    }

    /**
     * The deadline of a report, whose period is open before its term begins to count.
     *
     * @param openedAt when the period begins: nobody is warned before
     * @param due when it is due, counted from the last day of the period; warnings count back from its target (CONV-20)
     */
    public Deadline report(DeadlineRule rule, Instant openedAt, Due due) {
        return deadline(rule, 1, openedAt, due.start(), due, due.target(), basis(rule), rule.warnings(), due.target());
    }

    /** The same deadline with a limit so many working days later than it was at first; its target moves with it. */
    public Deadline moved(Deadline deadline, int inAll) {
        int workingDays = inAll - deadline.movedBy();
        Due due = deadline.due();
        if (workingDays == 0 || due.limit().isNever()) {
            return deadline;
        }
        Instant start = deadline.startedAt();
        Term term = due.proof().term();
        Due later = term instanceof Term.Amount amount && amount.unit() == TermUnit.WORKING_DAYS
                ? DueDates.answer(question(
                        start,
                        Term.workingDays(amount.amount() + workingDays),
                        due.proof().pauses()))
                : given.day(start, calendar.plusWorkingDays(due.limit().day(), workingDays));
        Deadline moved = deadline(
                deadline.rule(),
                deadline.round(),
                start,
                deadline.start(),
                later,
                later.target(),
                deadline.basis(),
                deadline.rule().warnings());
        return moved.occurring(deadline.occurrence()).movedBy(inAll).judged(deadline.endedAt(), deadline.cancelledAt());
    }

    /**
     * A deadline up to a date or instant that was granted; empty if the text is neither.
     *
     * @param pauses times that those who granted it could not take into account: they move it
     */
    public Optional<Deadline> granted(DeadlineRule rule, int round, Instant start, String limit, List<Pause> pauses) {
        return moment(limit)
                .map(moment -> given.due(start, moment, pauses))
                .map(due ->
                        deadline(rule, round, start, due.start(), due, due.target(), rule.basis(), rule.warnings()));
    }

    /** The last moment that a term reaches from a start: how far a limit may be extended, standstills left out. */
    public DueMoment utmost(LimitRule cap, Instant start, List<Pause> pauses) {
        return counting.ending(DueDates.limit(question(start, term(cap), pauses)), zone);
    }

    /** The working days after one limit, up to and including the other. */
    public int workingDays(DueMoment from, DueMoment to) {
        return Math.toIntExact(
                calendar.workingDaysBetween(from.day().plusDays(1), to.day().plusDays(1)));
    }

    /** A date or an instant as an event says it; empty if the text is neither. */
    public Optional<DueMoment> moment(String text) {
        return GivenDate.read(text, zone);
    }

    /** A row whose warnings say {@code as limit} warns when the other does. */
    private Deadline takenOver(DeadlineRule rule, int round, Instant start, Deadline other) {
        List<String> warnings = rule.warnings().equals(AS_LIMIT) ? other.rule().warnings() : rule.warnings();
        return deadline(rule, round, start, from(start, other), other.due(), other.target(), other.basis(), warnings);
    }

    /** A limit that is taken over keeps its end; the clock that takes it over has a start of its own. */
    private DueMoment from(Instant start, Deadline other) {
        if (start.equals(other.startedAt())) {
            return other.start();
        }
        return other.limit().wholeDay()
                ? DueMoment.ofDay(start.atZone(zone).toLocalDate(), zone)
                : DueMoment.ofInstant(start, zone);
    }

    /** The first way that has a value; what events say replaces what comes after only while that had not passed. */
    private Optional<Due> due(List<LimitRule> ways, Instant start, List<Pause> pauses, Known known) {
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        LimitRule first = ways.get(0);
        List<LimitRule> rest = ways.subList(1, ways.size());
        return switch (first.kind()) {
            case SAID, EARLIEST_SAID -> said(first, due(rest, start, pauses, known), start, known);
            case GIVEN ->
                GivenDate.read(known.given(first.text()), zone)
                        .map(moment -> given.due(start, moment, List.of()))
                        .or(() -> due(rest, start, pauses, known));
            default -> Optional.of(DueDates.answer(question(start, term(first), pauses)));
        };
    }

    /** What events say, in their order; of a limit that only the earliest word moves, a later day moves nothing. */
    private Optional<Due> said(LimitRule rule, Optional<Due> otherwise, Instant start, Known known) {
        boolean earliest = rule.kind() == LimitRule.Kind.EARLIEST_SAID;
        Optional<Due> due = otherwise;
        boolean told = false;
        for (Known.Saying saying : known.said(rule.said())) {
            if (due.isPresent() && due.get().limit().passedBy(saying.at())) {
                continue;
            }
            Optional<Due> word = GivenDate.read(saying.text(), zone).map(moment -> given.due(start, moment, List.of()));
            boolean moves = word.isPresent()
                    && !(earliest
                            && told
                            && word.get().limit().compareTo(due.orElseThrow().limit()) > 0);
            if (moves) {
                due = word;
                told = true;
            }
        }
        return due;
    }

    private Due held(Due due, Instant start, @Nullable Instant notBefore) {
        if (notBefore == null) {
            return due;
        }
        LocalDate least = notBefore.atZone(zone).toLocalDate();
        return due.limit().day().isBefore(least) ? given.day(start, least) : due;
    }

    /** The end of a soft word or term that starts at a moment; empty if none is given. */
    public Optional<Instant> within(String cell, Instant start) {
        LimitRule within = LimitRule.parse(cell);
        return within.kind() == LimitRule.Kind.SAME
                ? Optional.empty()
                : Optional.of(utmost(within, start, List.of()).at());
    }

    /** Of a word for time the clause says the word only; the number is a default. */
    private Basis basis(DeadlineRule rule) {
        if (rule.limit().parameters().stream().anyMatch(id -> parameters.basis(id) == Basis.PARAMETER)) {
            return Basis.PARAMETER;
        }
        return rule.soft() ? Basis.DEFAULT : rule.basis();
    }

    private Deadline deadline(
            DeadlineRule rule,
            int round,
            Instant start,
            DueMoment from,
            Due due,
            DueMoment given,
            Basis basis,
            List<String> warnAt) {
        return deadline(rule, round, start, from, due, given, basis, warnAt, due.limit());
    }

    /** @param warnedOf the moment from which terms of warnings count back */
    private Deadline deadline(
            DeadlineRule rule,
            int round,
            Instant start,
            DueMoment from,
            Due due,
            DueMoment given,
            Basis basis,
            List<String> warnAt,
            DueMoment warnedOf) {
        DueMoment target = counting.ending(target(rule.target(), start, due, given), zone);
        DueMoment limit = counting.ending(due.limit(), zone);
        List<Instant> warnings = new ArrayList<>();
        if (limit.at().isAfter(start) && !limit.isNever()) {
            warnAt.stream()
                    .map(warning -> warning(warning, start, due, target, warnedOf))
                    .filter(at -> at.isAfter(start) && at.isBefore(limit.at()))
                    .sorted()
                    .distinct()
                    .forEach(warnings::add);
        }
        return new Deadline(
                pack,
                rule,
                basis,
                round,
                1,
                start,
                from,
                target,
                limit,
                0,
                null,
                due.certainty(),
                due,
                target.isNever() ? Instant.MAX : beginning(target.day()),
                warnings,
                null,
                null,
                null);
    }

    private DueMoment target(LimitRule rule, Instant start, Due due, DueMoment given) {
        if (due.limit().isNever()) {
            return due.limit();
        }
        return switch (rule.kind()) {
            case SAME, AS_DEADLINE, SAID, EARLIEST_SAID, GIVEN, FIRST_KNOWN -> given;
            case LIMIT -> due.limit();
            case BEFORE_LIMIT -> DueDates.before(calendar, zone, due.limit(), term(rule));
            case LAST_WORKING_DAY ->
                DueMoment.ofDay(calendar.previousOrSame(due.limit().day()), zone);
            case LAST_WORKING_DAY_BEFORE ->
                DueMoment.ofDay(calendar.previous(due.limit().day()), zone);
            case TERM, SOFT_WORD -> DueDates.limit(question(start, term(rule), List.of()));
        };
    }

    private Instant warning(String warning, Instant start, Due due, DueMoment target, DueMoment warnedOf) {
        if (warning.equals(AT_TARGET)) {
            return target.wholeDay() ? beginning(target.day()) : target.at();
        }
        if (warning.endsWith(SHARE)) {
            String share =
                    warning.substring(0, warning.length() - SHARE.length()).strip();
            return DueDates.share(start, due.limit(), Integer.parseInt(share));
        }
        DueMoment before = DueDates.before(calendar, zone, warnedOf, terms.computeIfAbsent(warning, Term::parse));
        return before.wholeDay() ? beginning(before.day()) : before.at();
    }

    private Term term(LimitRule rule) {
        return limits.computeIfAbsent(rule, each -> Term.parse(each.term(parameters)));
    }

    private DueQuestion question(Instant start, Term term, List<Pause> pauses) {
        return DueQuestion.of(calendar, zone, start, term)
                .conventions(counting.conventions())
                .serviceHours(serviceHours)
                .pauses(pauses)
                .build();
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
