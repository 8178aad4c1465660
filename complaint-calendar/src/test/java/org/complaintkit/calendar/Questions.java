package org.complaintkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of whole questions: any term under any convention, with pauses and service hours. */
final class Questions {
    private Questions() {}

    static Arbitrary<Term> terms() {
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

    static Arbitrary<Term> dates() {
        Arbitrary<DateRule> monthly = Combinators.combine(
                        Arbitraries.integers().between(1, 31),
                        Arbitraries.integers().between(-1, 12))
                .as((day, ahead) -> (DateRule) new DateRule.DayOfMonth(day, ahead));
        Arbitrary<DateRule> yearly = Laws.days().map(d -> new DateRule.DayOfYear(d.getMonth(), d.getDayOfMonth()));
        Arbitrary<DateRule> given = Laws.days().map(DateRule.Given::new);
        return Combinators.combine(Arbitraries.oneOf(monthly, yearly, given), Arbitraries.of(true, false))
                .as((rule, before) -> (Term) new Term.FixedDate(rule, before));
    }

    static Arbitrary<Convention> conventions() {
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

    static Arbitrary<ConventionSet> sets() {
        Arbitrary<ConventionSet> named =
                Arbitraries.of(List.copyOf(Conventions.names())).map(Conventions::named);
        return Arbitraries.oneOf(conventions().map(ConventionSet::only), named);
    }

    static Arbitrary<ServiceHours> hours() {
        return Arbitraries.of(
                        "WD 09:00-17:00",
                        "WD 09:00-12:00,13:30-17:30; Sat 09:00-12:00",
                        "Mon-Fri 08:30-17:00",
                        "24x7",
                        "DAILY 22:00-06:00",
                        "Mon-Thu 20:00-02:00; Fri 09:00-12:00,13:00-24:00; WD 10:00-11:00")
                .map(ServiceHours::parse);
    }

    static Arbitrary<Pause> pauses() {
        Arbitrary<Long> length = Arbitraries.longs().between(0, 40 * 86_400L);
        return Combinators.combine(instants(), length.injectNull(0.03))
                .as((from, seconds) -> new Pause(from, seconds == null ? null : from.plusSeconds(seconds)));
    }

    static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between((int) LocalDate.of(2019, 1, 1).toEpochDay(), (int)
                                        LocalDate.of(2026, 12, 31).toEpochDay()),
                        Arbitraries.integers().between(0, 1439))
                .as((day, minute) -> Instant.ofEpochSecond(day * 86_400L + minute * 60L));
    }

    static Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Shanghai", "Europe/London", "America/New_York", "Pacific/Chatham", "UTC")
                .map(ZoneId::of);
    }

    static Arbitrary<DueQuestion> questions() {
        return Combinators.combine(
                        Laws.calendars(),
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
