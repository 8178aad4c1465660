package org.complaintkit.calendar;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proofs in which one component was changed: every component, in every way that is plausible and some that are absurd. */
final class Forgeries {
    private static final ZoneId[] ZONES = {ZoneId.of("UTC"), ZoneId.of("Pacific/Apia"), ZoneId.of("America/New_York")};

    private Forgeries() {}

    static List<Proof> of(Proof proof) {
        List<Proof> forged = new ArrayList<>();
        for (RecordComponent component : Proof.class.getRecordComponents()) {
            for (Object other : others(component.getName(), value(proof, component), proof)) {
                forged.add((Proof) with(proof, component.getName(), other));
            }
            if (component.getName().equals("cap") || component.getName().equals("serviceHours")) {
                forged.add((Proof) with(proof, component.getName(), null));
            }
            if (proof.forecast() != null && component.getName().equals("forecast")) {
                forged.add((Proof) with(proof, "forecast", null));
            }
        }
        forged.removeIf(proof::equals);
        return forged;
    }

    private static List<Object> others(String name, @Nullable Object value, Proof p) {
        return switch (name) {
            case "calendarId", "calendarVersion", "source" -> List.of(value + "x", "");
            case "conventionName" ->
                List.of(
                        "PLAIN",
                        "LEDGER",
                        "EU-1182-71",
                        "CN-CIVIL-CODE",
                        "CUSTOM",
                        "PLAIN, rollForward",
                        "LEDGER, cutOff 16:00",
                        "EU-1182-71, cutOff 00:01, rollForward",
                        "EU-1182-71, literal");
            case "zone" -> List.of((Object[]) ZONES);
            case "convention" -> conventions(p.convention());
            case "wording" -> wordings(p.wording());
            case "term" -> terms();
            case "asked", "start", "target", "limit" ->
                moments((DueMoment) java.util.Objects.requireNonNull(value), p.zone());
            case "counted" -> lists(p.counted(), Forgeries::countedDays);
            case "skipped" -> lists(p.skipped(), Forgeries::skippedDays);
            case "pauses" -> pauses(p);
            case "serviceHours" -> List.of(ServiceHours.parse("WD 08:00-12:00"), ServiceHours.parse("24x7"));
            case "cap" -> List.of(p.asked(), p.limit(), DueMoment.ofDay(LocalDate.of(2031, 1, 1), p.zone()));
            case "forecast" -> forecasts(p);
            case "parts" -> lists(p.parts(), part -> new ArrayList<Object>(of(part)));
            default -> throw new AssertionError("no forgery of " + name);
        };
    }

    private static List<Object> conventions(Convention c) {
        List<Object> others = new ArrayList<>();
        for (Convention.StartDay value : Convention.StartDay.values()) {
            others.add(c.withStartDay(value));
        }
        for (Convention.OutsideHours value : Convention.OutsideHours.values()) {
            others.add(c.withOutsideHours(value));
        }
        for (Convention.RestDayStart value : Convention.RestDayStart.values()) {
            others.add(c.withRestDayStart(value));
        }
        for (Convention.LastDay value : Convention.LastDay.values()) {
            others.add(c.withLastDay(value));
        }
        for (Convention.TargetRule value : Convention.TargetRule.values()) {
            others.add(c.withTarget(value));
        }
        for (Convention.TimeOfDay value : Convention.TimeOfDay.values()) {
            others.add(c.withTimeOfDay(value));
        }
        others.add(c.withCutOff(LocalTime.of(0, 1)));
        others.add(c.withCutOff(null));
        return others;
    }

    private static List<Object> wordings(Wording w) {
        return List.of(
                new Wording(w.text(), w.meaning(), !w.standard()),
                new Wording(Term.days(5), w.meaning(), w.standard()),
                new Wording(w.text(), Term.days(5), w.standard()),
                new Wording(new Term.Soft(SoftTime.SET), w.meaning(), true),
                new Wording(new Term.Soft(SoftTime.PROMPT), new Term.Soft(SoftTime.PROMPT), false),
                new Wording(Term.days(5), Term.days(5), false));
    }

    private static List<Object> terms() {
        return List.of(
                Term.workingDays(1_000_000),
                Term.of(1_000_000, TermUnit.YEARS),
                Term.hours(1_000_000),
                Term.of(1_000_000, TermUnit.WORKING_HOURS),
                Term.parse("29 February"),
                new Term.Soft(SoftTime.IMMEDIATE),
                new Term.Combined(true, List.of(Term.days(1), Term.days(1))));
    }

    private static List<Object> moments(DueMoment m, ZoneId zone) {
        List<Object> others = new ArrayList<>(List.of(
                DueMoment.never(),
                DueMoment.ofDay(LocalDate.of(1, 1, 1), zone),
                DueMoment.ofDay(LocalDate.of(9999, 12, 31), zone),
                DueMoment.ofInstant(Instant.parse("9999-12-30T00:00:00Z"), zone)));
        if (!m.isNever()) {
            others.add(new DueMoment(m.day(), m.at(), !m.wholeDay()));
            others.add(new DueMoment(m.day(), m.at().plusSeconds(1), m.wholeDay()));
            others.add(new DueMoment(m.day(), m.at().minusNanos(1), m.wholeDay()));
            others.add(new DueMoment(m.day().plusDays(1), m.at(), m.wholeDay()));
            others.add(DueMoment.ofDay(m.day().plusDays(1), zone));
            others.add(DueMoment.ofDay(m.day().minusDays(1), zone));
            others.add(DueMoment.ofInstant(m.at().plusSeconds(60), zone));
        }
        return others;
    }

    private static <T> List<Object> lists(List<T> list, java.util.function.Function<T, List<Object>> changes) {
        List<Object> others = new ArrayList<>();
        others.add(List.of());
        for (int i = 0; i < list.size(); i += 1 + list.size() / 3) {
            List<Object> fewer = new ArrayList<>(list);
            fewer.remove(i);
            others.add(fewer);
            List<Object> more = new ArrayList<>(list);
            more.add(i, list.get(i));
            others.add(more);
            for (Object changed : changes.apply(list.get(i))) {
                List<Object> other = new ArrayList<>(list);
                other.set(i, changed);
                others.add(other);
            }
        }
        return others;
    }

    private static List<Object> countedDays(CountedDay day) {
        List<Object> others = new ArrayList<>();
        for (String why : List.of("ORDINARY", "MAKE_UP", "WEEKEND", "HOLIDAY", "DAY", "CLOSED", "")) {
            others.add(with(day, "why", why));
        }
        others.add(with(day, "date", day.date().plusDays(1)));
        others.add(with(day, "time", day.time().plusNanos(1)));
        others.add(with(day, "time", Duration.ofSeconds(Long.MIN_VALUE)));
        others.add(with(day, "name", day.name() + "x"));
        others.add(with(day, "source", day.source() + "x"));
        others.add(with(day, "source", "https://www.gov.cn/zhengce/zhengceku/2015-05/13/content_9742.htm"));
        others.add(with(day, "certainty", flipped(day.certainty())));
        others.removeIf(day::equals);
        return others;
    }

    /** As the first stored proofs have it. */
    static CountedDay withoutReason(CountedDay day) {
        return new CountedDay(day.date(), day.time(), CountedDay.UNRECORDED, "", "", day.certainty());
    }

    private static List<Object> skippedDays(SkippedDay d) {
        return List.of(
                new SkippedDay(d.date().minusDays(1), d.why(), d.name(), d.source(), d.certainty()),
                new SkippedDay(d.date(), d.why() + "x", d.name(), d.source(), d.certainty()),
                new SkippedDay(d.date(), d.why(), d.name() + "x", d.source(), d.certainty()),
                new SkippedDay(d.date(), d.why(), d.name(), d.source() + "x", d.certainty()),
                new SkippedDay(d.date(), d.why(), d.name(), d.source(), flipped(d.certainty())));
    }

    private static Certainty flipped(Certainty certainty) {
        return certainty == Certainty.OFFICIAL ? Certainty.PROVISIONAL : Certainty.OFFICIAL;
    }

    private static List<Object> pauses(Proof p) {
        Instant at = p.start().isNever() ? p.asked().at() : p.start().at();
        List<Object> others = new ArrayList<>();
        others.add(List.of());
        for (Pause more : List.of(
                new Pause(at, null),
                new Pause(at.plusSeconds(86_400), at.plusSeconds(200_000), true),
                new Pause(at, at.plusSeconds(90_000)))) {
            List<Pause> longer = new ArrayList<>(p.pauses());
            longer.add(more);
            others.add(longer);
        }
        return others;
    }

    private static List<Object> forecasts(Proof p) {
        Forecast f = p.forecast();
        if (f == null) {
            return List.of(new Forecast(p.limit(), p.limit(), p.limit(), p.target(), p.target(), ""));
        }
        List<Object> others = new ArrayList<>();
        DueMoment early = DueMoment.ofDay(LocalDate.of(2001, 1, 1), p.zone());
        DueMoment late = DueMoment.ofDay(LocalDate.of(2091, 1, 1), p.zone());
        others.add(with(f, "likely", early));
        others.add(with(f, "likely", late));
        if (!f.likely().isNever()) {
            others.add(with(f, "earliest", late));
        }
        others.add(with(f, "latest", early));
        if (!p.target().isNever()) {
            others.add(with(f, "earliestTarget", late));
        }
        others.add(with(f, "latestTarget", early));
        others.add(with(f, "assumption", f.assumption() + "x"));
        return others;
    }

    static @Nullable Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** The record with one component changed. */
    static Record with(Record record, String name, @Nullable Object other) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals(name) ? other : value(record, components[i]);
        }
        try {
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
