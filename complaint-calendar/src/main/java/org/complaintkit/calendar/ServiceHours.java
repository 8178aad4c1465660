package org.complaintkit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When service is open. Written as rules joined by semicolons: {@code WD 09:00-12:00,13:30-17:30} for whatever the
 * calendar makes a working day; {@code Mon-Fri 08:30-17:00} or {@code Sat 09:00-12:00} for those weekdays, holidays
 * excepted and make-up days excluded; {@code DAILY 08:00-20:00} for every day; {@code 2026-02-14 09:00-12:00} or
 * {@code 2026-05-01 closed} for one date; {@code 24x7} for always. The most special rule decides a day: date, weekday,
 * WD, DAILY. A shift that ends before its beginning runs over midnight; one that ends when it begins is refused, since it
 * could mean the whole day or none. Immutable.
 */
public final class ServiceHours {
    /** Working days from 09:00 to 17:00 without a break (CONV-10). */
    public static final ServiceHours STANDARD = parse("WD 09:00-17:00");

    private final @Nullable List<Shift> daily;
    private final @Nullable List<Shift> workingDays;
    private final Map<DayOfWeek, List<Shift>> weekdays;
    private final Map<LocalDate, List<Shift>> dates;
    private final String text;

    ServiceHours(
            @Nullable List<Shift> daily,
            @Nullable List<Shift> workingDays,
            Map<DayOfWeek, List<Shift>> weekdays,
            Map<LocalDate, List<Shift>> dates) {
        this.daily = daily;
        this.workingDays = workingDays;
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        week.putAll(weekdays);
        this.weekdays = Collections.unmodifiableMap(week);
        this.dates = Collections.unmodifiableMap(new TreeMap<>(dates));
        this.text = text();
    }

    /**
     * Reads service hours.
     *
     * @throws InvalidInputException SERVICE_HOURS_MALFORMED
     */
    public static ServiceHours parse(String text) {
        return ServiceHoursParser.parse(text);
    }

    /** The shifts that begin on a day, in order; empty if service is closed. */
    public List<Shift> shifts(CalendarDay day) {
        List<Shift> special = dates.get(day.date());
        if (special != null) {
            return special;
        }
        boolean listed = day.kind() == DayKind.HOLIDAY || day.kind() == DayKind.MAKE_UP;
        List<Shift> weekday = weekdays.get(day.date().getDayOfWeek());
        if (weekday != null && !listed) {
            return weekday;
        }
        if (workingDays != null && day.working()) {
            return workingDays;
        }
        return daily == null ? List.of() : daily;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServiceHours hours && hours.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Canonical text, from which parsing makes equal service hours. */
    @Override
    public String toString() {
        return text;
    }

    private String text() {
        StringBuilder s = new StringBuilder();
        if (daily != null) {
            add(s, "DAILY", daily);
        }
        if (workingDays != null) {
            add(s, "WD", workingDays);
        }
        weekdays.forEach((day, shifts) -> add(s, ServiceHoursParser.name(day), shifts));
        dates.forEach((date, shifts) -> add(s, date.toString(), shifts));
        return s.toString();
    }

    private static void add(StringBuilder s, String name, List<Shift> shifts) {
        s.append(s.isEmpty() ? "" : "; ").append(name).append(' ');
        if (shifts.isEmpty()) {
            s.append("closed");
        }
        for (int i = 0; i < shifts.size(); i++) {
            s.append(i == 0 ? "" : ",").append(shifts.get(i));
        }
    }
}
