package org.complaintkit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text form of service hours; nothing may be said twice. */
final class ServiceHoursParser {
    private static final int LONGEST = 2_000;
    private static final Pattern SHIFT = Pattern.compile("([0-9]{1,2}):([0-9]{2}) ?[-–] ?([0-9]{1,2}):([0-9]{2})");
    private static final Pattern HOURS_FOLLOW = Pattern.compile(" (?=[0-9]{1,2}:|(?i:closed))");

    private final String text;
    private @Nullable List<Shift> daily;
    private @Nullable List<Shift> workingDays;
    private final Map<DayOfWeek, List<Shift>> weekdays = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<Shift>> dates = new TreeMap<>();

    private ServiceHoursParser(String text) {
        this.text = text;
    }

    static ServiceHours parse(String text) {
        ServiceHoursParser parser = new ServiceHoursParser(text);
        if (text.length() > LONGEST) {
            throw parser.malformed("service hours have at most " + LONGEST + " characters");
        }
        for (String rule : text.split(";", -1)) {
            parser.rule(rule.strip().replaceAll("\\s+", " "));
        }
        ServiceHours hours = new ServiceHours(parser.daily, parser.workingDays, parser.weekdays, parser.dates);
        // A span such as Mon-Fri is longer in the canonical text, which must be readable again.
        if (hours.toString().length() > LONGEST) {
            throw parser.malformed("service hours have at most " + LONGEST + " characters written out day by day");
        }
        return hours;
    }

    static String name(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
    }

    private void rule(String rule) {
        if (rule.equalsIgnoreCase("24x7")) {
            daily = once(daily, List.of(new Shift(0, Shift.DAY)));
            return;
        }
        Matcher hours = HOURS_FOLLOW.matcher(rule);
        if (!hours.find()) {
            throw malformed("a rule is days and hours");
        }
        List<Shift> shifts = shifts(rule.substring(hours.end()));
        for (String days : rule.substring(0, hours.start()).split(" ?, ?", -1)) {
            days(days, shifts);
        }
    }

    private void days(String days, List<Shift> shifts) {
        String plain = days.toUpperCase(Locale.ROOT);
        if (plain.isEmpty()) {
            throw malformed("days are joined by single commas");
        } else if (plain.equals("WD")) {
            workingDays = once(workingDays, shifts);
        } else if (plain.equals("DAILY")) {
            daily = once(daily, shifts);
        } else if (Character.isDigit(plain.charAt(0))) {
            try {
                LocalDate date = LocalDate.parse(plain);
                once(dates.put(date, shifts), shifts);
            } catch (DateTimeParseException e) {
                throw malformed("a date is written like 2026-02-14");
            }
        } else {
            String[] ends = plain.split("-", -1);
            if (ends.length > 2) {
                throw malformed("a span of weekdays is written like Mon-Fri");
            }
            DayOfWeek last = weekday(ends[ends.length - 1]);
            DayOfWeek day = weekday(ends[0]);
            once(weekdays.put(day, shifts), shifts);
            while (day != last) {
                day = day.plus(1);
                once(weekdays.put(day, shifts), shifts);
            }
        }
    }

    private List<Shift> once(@Nullable List<Shift> before, List<Shift> shifts) {
        if (before != null) {
            throw malformed("each day has one rule");
        }
        return shifts;
    }

    private DayOfWeek weekday(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(name) || day.name().substring(0, 3).equals(name)) {
                return day;
            }
        }
        throw malformed("days are WD, DAILY, Mon to Sun or a date");
    }

    private List<Shift> shifts(String hours) {
        if (hours.equalsIgnoreCase("closed")) {
            return List.of();
        }
        List<Shift> shifts = new ArrayList<>();
        int end = 0;
        for (String part : hours.split(" ?, ?", -1)) {
            Matcher m = SHIFT.matcher(part);
            if (!m.matches()) {
                throw malformed("a shift is written like 09:00-17:00");
            }
            int from = minutes(m.group(1), m.group(2));
            int to = minutes(m.group(3), m.group(4));
            if (from == Shift.DAY || (!shifts.isEmpty() && from < end)) {
                throw malformed("shifts of a day follow each other without overlap");
            }
            if (from == to) {
                throw refused(
                        "a shift that ends when it begins may mean the whole day or none",
                        "write 'closed', 24x7 or 00:00-24:00, or two shifts such as 09:00-21:00,21:00-09:00");
            }
            Shift shift = new Shift(from, to < from ? to + Shift.DAY : to);
            end = shift.to();
            shifts.add(shift);
        }
        return List.copyOf(shifts);
    }

    private int minutes(String hour, String minute) {
        int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        if (Integer.parseInt(minute) > 59 || minutes > Shift.DAY) {
            throw malformed("times are 00:00 to 24:00");
        }
        return minutes;
    }

    private InvalidInputException malformed(String rule) {
        return refused(rule, "write them like 'WD 09:00-12:00,13:30-17:30; Sat 09:00-12:00'");
    }

    private InvalidInputException refused(String rule, String wayOut) {
        return InvalidInputException.of("SERVICE_HOURS_MALFORMED", "service hours")
                .value(text)
                .rule(rule)
                .wayOut(wayOut)
                .build();
    }
}
