package org.complaintkit.calendar.testing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.complaintkit.calendar.BentConventions;
import org.complaintkit.calendar.CalendarSheet;
import org.complaintkit.calendar.Convention;
import org.complaintkit.calendar.ConventionSet;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.DateRule;
import org.complaintkit.calendar.DayKind;
import org.complaintkit.calendar.DueQuestion;
import org.complaintkit.calendar.ListedDay;
import org.complaintkit.calendar.Pause;
import org.complaintkit.calendar.ServiceHours;
import org.complaintkit.calendar.SoftTime;
import org.complaintkit.calendar.TableCalendar;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.TermUnit;
import org.complaintkit.calendar.WorkingCalendar;

/**
 * Generators for property tests of deadlines. All shrink: towards few listed days, early dates, small amounts.
 *
 * <p>Days and starts lie in 2007 to 2027, so that an answer stays within any calendar.
 */
public final class CalendarArbitraries {
    private static final LocalDate FIRST = LocalDate.of(2007, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

    private CalendarArbitraries() {}

    /** Days of 2007 to 2027. */
    public static Arbitrary<LocalDate> days() {
        return days(FIRST, LAST);
    }

    /** Days between two, both included. */
    public static Arbitrary<LocalDate> days(LocalDate first, LocalDate last) {
        return Arbitraries.longs()
                .between(0, last.toEpochDay() - first.toEpochDay())
                .map(first::plusDays);
    }

    /** Calendars with any weekly rest of up to six days, any listed days, settled to the end of 2025. */
    public static Arbitrary<WorkingCalendar> calendars() {
        Arbitrary<Set<DayOfWeek>> weekends =
                Arbitraries.of(DayOfWeek.class).set().ofMaxSize(6);
        Arbitrary<Map<LocalDate, DayKind>> listed = Arbitraries.maps(
                        days(), Arbitraries.of(DayKind.HOLIDAY, DayKind.MAKE_UP))
                .ofMaxSize(40);
        return Combinators.combine(weekends, listed).as((weekend, days) -> {
            CalendarSheet.Builder sheet =
                    CalendarSheet.named("GENERATED").weekend(weekend).knownThrough(LocalDate.of(2025, 12, 31));
            new TreeMap<>(days).forEach((day, kind) -> sheet.listed(new ListedDay(day, kind, "", "")));
            return TableCalendar.of(sheet.build());
        });
    }

    /** Terms of every kind but soft and combined ones. */
    public static Arbitrary<Term> terms() {
        Arbitrary<Integer> amounts = Arbitraries.integers().between(0, 90);
        Arbitrary<TermUnit> units = Arbitraries.of(TermUnit.class);
        Arbitrary<Term> plain = Combinators.combine(amounts, units).as((n, unit) ->
                (Term) new Term.Amount(unit == TermUnit.YEARS ? n % 3 : unit == TermUnit.MONTHS ? n % 13 : n, unit));
        Arbitrary<Term> ranges = Combinators.combine(amounts, amounts, units).as((a, b, unit) -> (Term) new Term.Range(
                Math.min(a, b) % 3, Math.min(a, b) % 3 + b % 12, unit == TermUnit.YEARS ? TermUnit.DAYS : unit));
        Arbitrary<Term> moments = Combinators.combine(amounts, Arbitraries.of(TermUnit.DAYS, TermUnit.WORKING_DAYS))
                .as((n, unit) -> (Term) new Term.Moment(n, unit));
        return Arbitraries.oneOf(plain, ranges, moments, dates());
    }

    /** Terms of every kind: words and combined ones too. */
    public static Arbitrary<Term> anyTerms() {
        Arbitrary<Term> words = Arbitraries.of(SoftTime.class).map(Term.Soft::new);
        Arbitrary<Term> single = Arbitraries.frequencyOf(Tuple.of(3, terms()), Tuple.of(1, words));
        Arbitrary<Term> combined = Combinators.combine(
                        Arbitraries.of(true, false), single.list().ofMinSize(2).ofMaxSize(4))
                .as((later, parts) -> (Term) new Term.Combined(later, parts));
        return Arbitraries.frequencyOf(Tuple.of(2, single), Tuple.of(1, combined));
    }

    /** Terms that name a date. */
    public static Arbitrary<Term> dates() {
        Arbitrary<DateRule> monthly = Combinators.combine(
                        Arbitraries.integers().between(1, 31),
                        Arbitraries.integers().between(-1, 12))
                .as((day, ahead) -> (DateRule) new DateRule.DayOfMonth(day, ahead));
        Arbitrary<DateRule> yearly = days().map(d -> new DateRule.DayOfYear(d.getMonth(), d.getDayOfMonth()));
        Arbitrary<DateRule> given = days().map(DateRule.Given::new);
        Arbitrary<DateRule> cycles = Combinators.combine(
                        Arbitraries.integers().between(1, DateRule.CycleEnd.MOST),
                        Arbitraries.integers().between(1, 31))
                .as((count, closing) -> (DateRule) new DateRule.CycleEnd(count, closing));
        return Combinators.combine(Arbitraries.oneOf(monthly, yearly, given, cycles), Arbitraries.of(true, false))
                .as((rule, before) -> (Term) new Term.FixedDate(rule, before));
    }

    /** Every combination of the fields of a convention. */
    public static Arbitrary<Convention> conventions() {
        return Combinators.combine(
                        Arbitraries.of(Convention.StartDay.class),
                        Arbitraries.of(Convention.OutsideHours.class),
                        Arbitraries.of(Convention.RestDayStart.class),
                        Arbitraries.of(LocalTime.of(17, 0), LocalTime.NOON).injectNull(0.5),
                        Arbitraries.of(Convention.LastDay.class),
                        Arbitraries.of(Convention.TargetRule.class),
                        Arbitraries.of(Convention.TimeOfDay.class))
                .as(Convention::new);
    }

    /** Named convention sets, bent ones among them, and sets of one convention. */
    public static Arbitrary<ConventionSet> sets() {
        Arbitrary<ConventionSet> named =
                Arbitraries.of(List.copyOf(Conventions.names())).map(Conventions::named);
        Arbitrary<ConventionSet> bent = Combinators.combine(
                        named,
                        Arbitraries.of(LocalTime.of(16, 0), LocalTime.of(23, 59, 1)),
                        Arbitraries.integers().between(0, 3))
                .as((set, cutOff, how) -> bent(BentConventions.of(set), cutOff, how));
        return Arbitraries.oneOf(conventions().map(ConventionSet::only), named, bent);
    }

    private static ConventionSet bent(BentConventions set, LocalTime cutOff, int how) {
        return switch (how) {
            case 0 -> set.cutOff(cutOff);
            case 1 -> set.rollForward();
            case 2 -> set.cutOff(cutOff).rollForward();
            default -> set.literal();
        };
    }

    /**
     * Service hours to the quarter of an hour: several shifts with breaks, half days, over midnight, around the clock, a
     * weekday of its own and special dates. They shrink towards one early shift.
     */
    public static Arbitrary<ServiceHours> hours() {
        Arbitrary<String> rules = Arbitraries.of("WD", "DAILY", "Mon-Fri", "WD,Sat", "Mon-Thu");
        Arbitrary<String> weekday = Arbitraries.of("Sun", "Fri").injectNull(0.5);
        Arbitrary<LocalDate> dates = days(LocalDate.of(2019, 1, 1), LAST);
        Arbitrary<Map<LocalDate, String>> special =
                Arbitraries.maps(dates, shifts().injectNull(0.5)).ofMaxSize(3);
        Arbitrary<String> made = Combinators.combine(rules, shifts(), weekday, shifts().injectNull(0.3), special)
                .as((days, shifts, day, own, date) -> {
                    StringBuilder text = new StringBuilder(days + " " + shifts);
                    if (day != null && !(day.equals("Fri") && days.equals("Mon-Fri"))) {
                        text.append("; ").append(day).append(' ').append(own == null ? "closed" : own);
                    }
                    new TreeMap<>(date)
                            .forEach((on, at) ->
                                    text.append("; ").append(on).append(' ').append(at == null ? "closed" : at));
                    return text.toString();
                });
        return Arbitraries.frequencyOf(Tuple.of(12, made), Tuple.of(1, Arbitraries.just("24x7")))
                .map(ServiceHours::parse);
    }

    /** One to three shifts of a day, the last of which may run over midnight. */
    private static Arbitrary<String> shifts() {
        Arbitrary<List<Integer>> bounds = Arbitraries.integers()
                .between(0, 95)
                .list()
                .uniqueElements()
                .ofMinSize(2)
                .ofMaxSize(6);
        return Combinators.combine(bounds, Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true)))
                .as((quarters, overMidnight) -> {
                    List<Integer> sorted = quarters.stream().sorted().toList();
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i + 1 < sorted.size(); i += 2) {
                        boolean last = overMidnight && i + 3 >= sorted.size();
                        text.append(i == 0 ? "" : ",")
                                .append(time(sorted.get(i)))
                                .append('-');
                        if (last && i == 0) {
                            text.append(time(sorted.get(1)))
                                    .append(',')
                                    .append(time(sorted.get(1)))
                                    .append('-');
                        }
                        text.append(time(last ? sorted.get(0) : sorted.get(i + 1)));
                    }
                    return text.toString();
                });
    }

    private static String time(int quarters) {
        return String.format(Locale.ROOT, "%02d:%02d", quarters / 4, quarters % 4 * 15);
    }

    /** Pauses of up to forty days, a few of them without an end. */
    public static Arbitrary<Pause> pauses() {
        Arbitrary<Long> length = Arbitraries.longs().between(0, 40 * 86_400L);
        return Combinators.combine(instants(), length.injectNull(0.03), Arbitraries.of(false, false, true))
                .as((from, seconds, days) -> new Pause(
                        from,
                        seconds == null ? null : from.plusSeconds(seconds),
                        days && (seconds == null || seconds > 0)));
    }

    /** Starts of 2019 to 2026, to the minute. */
    public static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between((int) LocalDate.of(2019, 1, 1).toEpochDay(), (int)
                                        LocalDate.of(2026, 12, 31).toEpochDay()),
                        Arbitraries.integers().between(0, 1439))
                .as((day, minute) -> Instant.ofEpochSecond(day * 86_400L + minute * 60L));
    }

    /** Zones with and without daylight saving. */
    public static Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Shanghai", "Europe/London", "America/New_York", "Pacific/Chatham", "UTC")
                .map(ZoneId::of);
    }

    /** Whole questions put to a calendar. */
    public static Arbitrary<DueQuestion> questions(Arbitrary<? extends WorkingCalendar> calendars) {
        return Combinators.combine(
                        calendars,
                        zones(),
                        instants(),
                        terms(),
                        sets(),
                        hours(),
                        pauses().list().ofMaxSize(3))
                .as((calendar, zone, start, term, set, hours, pauses) -> DueQuestion.of(calendar, zone, start, term)
                        .conventions(set)
                        .serviceHours(hours)
                        .pauses(pauses)
                        .build());
    }
}
