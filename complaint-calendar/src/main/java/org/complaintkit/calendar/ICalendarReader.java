package org.complaintkit.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A strict reader of all-day events; line by line, so that a large file costs time but no memory. */
final class ICalendarReader {
    private static final int LONGEST_LINE = 10_000;
    private static final int MOST_DAYS = 50_000;
    private static final int LONGEST_EVENT = 366;
    private static final Set<String> KNOWN = Set.of("FREQ", "COUNT", "UNTIL", "INTERVAL", "WKST");

    private final CalendarSheet.Builder sheet;
    private final String name;
    private int line;
    private int days;

    ICalendarReader(CalendarSheet.Builder sheet, String name) {
        this.sheet = sheet;
        this.name = name;
    }

    void read(BufferedReader reader) throws IOException {
        Map<String, String> event = null;
        boolean begun = false;
        String next = physical(reader);
        while (next != null) {
            StringBuilder unfolded = new StringBuilder(next);
            next = physical(reader);
            while (next != null && !next.isEmpty() && (next.charAt(0) == ' ' || next.charAt(0) == '\t')) {
                unfolded.append(next, 1, next.length());
                if (unfolded.length() > LONGEST_LINE) {
                    throw fault("ICAL_TOO_LARGE", "", "a content line has at most " + LONGEST_LINE + " characters");
                }
                next = physical(reader);
            }
            String content = unfolded.toString();
            if (content.equals("BEGIN:VCALENDAR")) {
                begun = true;
            } else if (content.equals("BEGIN:VEVENT")) {
                event = new HashMap<>();
            } else if (content.equals("END:VEVENT")) {
                add(event);
                event = null;
            } else if (event != null) {
                property(event, content);
            }
        }
        if (!begun || event != null) {
            throw fault("ICAL_MALFORMED", "", "a file begins with BEGIN:VCALENDAR and ends its events");
        }
    }

    private @Nullable String physical(BufferedReader reader) throws IOException {
        StringBuilder s = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (c != '\r') {
                s.append((char) c);
            }
            if (s.length() > LONGEST_LINE) {
                throw fault("ICAL_TOO_LARGE", "", "a line has at most " + LONGEST_LINE + " characters");
            }
            c = reader.read();
        }
        line++;
        return s.toString();
    }

    private void property(Map<String, String> event, String content) {
        int colon = content.indexOf(':');
        if (colon <= 0) {
            throw fault("ICAL_MALFORMED", content, "a property is NAME:VALUE");
        }
        String key = content.substring(0, colon).toUpperCase(Locale.ROOT);
        String plain = key.contains(";") ? key.substring(0, key.indexOf(';')) : key;
        switch (plain) {
            case "DTSTART", "DTEND", "RRULE", "SUMMARY", "UID", "STATUS" -> {
                if (event.putIfAbsent(plain, content.substring(colon + 1)) != null) {
                    throw fault("ICAL_MALFORMED", plain, "a property comes once in an event");
                }
            }
            case "RDATE", "EXDATE", "RECURRENCE-ID", "DURATION" ->
                throw fault("ICAL_UNSUPPORTED", plain, "events are single or repeat by a yearly RRULE");
            default -> {}
        }
    }

    private void add(@Nullable Map<String, String> event) {
        if (event == null) {
            throw fault("ICAL_MALFORMED", "END:VEVENT", "an event begins before it ends");
        }
        if ("CANCELLED".equals(event.get("STATUS"))) {
            return;
        }
        LocalDate start = date(event.getOrDefault("DTSTART", ""));
        String end = event.get("DTEND");
        LocalDate after = end == null ? start.plusDays(1) : date(end);
        if (!after.isAfter(start) || after.isAfter(start.plusDays(LONGEST_EVENT))) {
            throw fault("ICAL_MALFORMED", end == null ? "" : end, "an event lasts 1 to " + LONGEST_EVENT + " days");
        }
        String rule = event.get("RRULE");
        String summary = event.getOrDefault("SUMMARY", "");
        if (rule == null) {
            days(start, after, summary);
        } else {
            repeat(start, after, summary, parts(rule));
        }
    }

    private void repeat(LocalDate start, LocalDate after, String summary, Map<String, String> rule) {
        int interval = number(rule.getOrDefault("INTERVAL", "1"));
        int count = number(rule.getOrDefault("COUNT", "1000"));
        LocalDate until =
                rule.containsKey("UNTIL") ? date(rule.getOrDefault("UNTIL", "").replaceAll("T.*", "")) : AllDays.LAST;
        long length = after.toEpochDay() - start.toEpochDay();
        int made = 0;
        for (int i = 0; made < count; i++) {
            LocalDate day = start.plusYears((long) i * interval);
            if (day.isAfter(until) || day.isAfter(AllDays.LAST)) {
                return;
            }
            // 29 February repeats in leap years only (RFC 5545: dates that do not exist are ignored).
            if (day.getDayOfMonth() == start.getDayOfMonth()) {
                days(day, day.plusDays(length), summary);
                made++;
            }
        }
    }

    private Map<String, String> parts(String rule) {
        Map<String, String> parts = new HashMap<>();
        for (String part : rule.split(";", -1)) {
            int equal = part.indexOf('=');
            if (equal <= 0 || !KNOWN.contains(part.substring(0, equal))) {
                throw fault("ICAL_UNSUPPORTED", rule, "a repetition has FREQ=YEARLY, COUNT, UNTIL and INTERVAL only");
            }
            parts.put(part.substring(0, equal), part.substring(equal + 1));
        }
        if (!"YEARLY".equals(parts.get("FREQ"))) {
            throw fault("ICAL_UNSUPPORTED", rule, "a repetition is yearly");
        }
        return parts;
    }

    private int number(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw fault("ICAL_MALFORMED", text, "a number is 1 to 9999");
        }
        return Integer.parseInt(text);
    }

    private void days(LocalDate start, LocalDate after, String summary) {
        for (LocalDate day = start; day.isBefore(after); day = day.plusDays(1)) {
            if (++days > MOST_DAYS) {
                throw fault("ICAL_TOO_LARGE", "", "a calendar lists at most " + MOST_DAYS + " days");
            }
            try {
                sheet.listed(new ListedDay(day, DayKind.HOLIDAY, summary, name));
            } catch (InvalidInputException e) {
                throw e.at(name + ":" + line + ":1");
            }
        }
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw fault("ICAL_MALFORMED", text, "an all-day event has existing dates such as 20260101");
        }
    }

    private InvalidInputException fault(String code, String value, String rule) {
        return InvalidInputException.of(code, "iCalendar file " + name)
                .value(value)
                .rule(rule)
                .wayOut("correct the file or list the days as CSV")
                .at(name + ":" + line + ":1")
                .build();
    }
}
