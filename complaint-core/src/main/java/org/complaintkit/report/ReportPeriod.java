package org.complaintkit.report;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.ReportRule.Period;

/**
 * A span of time that is reported on: a day {@code 2026-09-18}, an ISO week {@code 2026-W38}, a month {@code 2026-09}, a
 * quarter {@code 2026-Q3}, a half-year {@code 2026-H2} or a year {@code 2026}.
 *
 * @param name as above
 * @param kind its length
 * @param lastDay its last day
 */
public record ReportPeriod(String name, Period kind, LocalDate lastDay) {
    private static final Pattern SHAPE = Pattern.compile(
            "(?<year>[0-9]{4})(?:-(?:W(?<week>[0-9]{2})|Q(?<quarter>[1-4])|H(?<half>[12])|(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?))?");

    /**
     * Reads the name of a period.
     *
     * @throws InvalidInputException if it names none
     */
    public static ReportPeriod parse(String name) {
        Matcher shape = SHAPE.matcher(name);
        if (shape.matches()) {
            try {
                return of(name, shape);
            } catch (DateTimeException e) {
                throw malformed(name);
            }
        }
        throw malformed(name);
    }

    /** The period of a length in which a day lies. */
    public static ReportPeriod of(Period kind, LocalDate day) {
        int year = kind == Period.WEEK ? day.get(IsoFields.WEEK_BASED_YEAR) : day.getYear();
        return parse(
                switch (kind) {
                    case DAY -> day.toString();
                    case WEEK -> named("%04d-W%02d", year, day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                    case MONTH -> named("%04d-%02d", year, day.getMonthValue());
                    case QUARTER -> named("%04d-Q%d", year, (day.getMonthValue() + 2) / 3);
                    case HALF_YEAR -> named("%04d-H%d", year, (day.getMonthValue() + 5) / 6);
                    case YEAR -> named("%04d", year);
                });
    }

    private static String named(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }

    /** Its first day. */
    public LocalDate firstDay() {
        return switch (kind) {
            case DAY -> lastDay;
            case WEEK -> lastDay.minusDays(6);
            case MONTH -> lastDay.withDayOfMonth(1);
            case QUARTER -> lastDay.withDayOfMonth(1).minusMonths(2);
            case HALF_YEAR -> lastDay.withDayOfMonth(1).minusMonths(5);
            case YEAR -> lastDay.withDayOfYear(1);
        };
    }

    /** Whether a day lies in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay);
    }

    /** The period of the same length just before it. */
    public ReportPeriod before() {
        return of(kind, firstDay().minusDays(1));
    }

    /** The period of the same length just after it. */
    public ReportPeriod after() {
        return of(kind, lastDay.plusDays(1));
    }

    /** Its months, or its days where it is no longer than a month. */
    public List<ReportPeriod> parts() {
        boolean months = kind == Period.QUARTER || kind == Period.HALF_YEAR || kind == Period.YEAR;
        Period part = months ? Period.MONTH : Period.DAY;
        return firstDay()
                .datesUntil(lastDay.plusDays(1))
                .filter(day -> !months || day.getDayOfMonth() == 1)
                .map(day -> of(part, day))
                .toList();
    }

    private static ReportPeriod of(String name, Matcher shape) {
        int year = Integer.parseInt(shape.group("year"));
        if (shape.group("week") != null) {
            int week = Integer.parseInt(shape.group("week"));
            LocalDate first = LocalDate.of(year, 1, 4);
            first.range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).checkValidValue(week, IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            LocalDate sunday =
                    first.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(DayOfWeek.SUNDAY);
            return new ReportPeriod(name, Period.WEEK, sunday);
        }
        if (shape.group("quarter") != null) {
            int month = Integer.parseInt(shape.group("quarter")) * 3;
            return new ReportPeriod(
                    name, Period.QUARTER, YearMonth.of(year, month).atEndOfMonth());
        }
        if (shape.group("half") != null) {
            int month = Integer.parseInt(shape.group("half")) * 6;
            return new ReportPeriod(
                    name, Period.HALF_YEAR, YearMonth.of(year, month).atEndOfMonth());
        }
        if (shape.group("day") != null) {
            return new ReportPeriod(name, Period.DAY, LocalDate.parse(name));
        }
        if (shape.group("month") != null) {
            int month = Integer.parseInt(shape.group("month"));
            return new ReportPeriod(
                    name, Period.MONTH, YearMonth.of(year, month).atEndOfMonth());
        }
        return new ReportPeriod(name, Period.YEAR, LocalDate.of(year, 12, 31));
    }

    private static InvalidInputException malformed(String name) {
        return InvalidInputException.of("REPORT_PERIOD", "period")
                .value(name)
                .rule("2026-09-18, 2026-W38, 2026-09, 2026-Q3, 2026-H2 or 2026")
                .wayOut("name the period in one of these forms")
                .build();
    }
}
