package org.complaintkit.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One event while it is read, and the days that it means. What it cannot understand about its days it refuses. */
final class ICalendarEvent {
    private static final int LONGEST = 366;
    private static final Set<String> RULE_PARTS = Set.of("FREQ", "COUNT", "UNTIL", "INTERVAL", "WKST");

    private final ICalendarLines lines;
    private final EventClassifier classifier;
    private final Map<String, String> properties = new HashMap<>();
    private final List<String> categories = new ArrayList<>();

    ICalendarEvent(ICalendarLines lines, EventClassifier classifier) {
        this.lines = lines;
        this.classifier = classifier;
    }

    void property(String property, String value) {
        switch (property) {
            case "DTSTART", "DTEND", "RRULE", "SUMMARY", "UID", "STATUS" -> {
                String kept = property.equals("SUMMARY") ? value : value.strip();
                if (properties.putIfAbsent(property, kept) != null) {
                    throw malformed(property, "a property comes once in an event");
                }
            }
            case "CATEGORIES" -> categories.addAll(ICalendarText.list(value));
            case "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "DURATION" ->
                throw unsupported(property, "events are single or repeat by a yearly RRULE");
            default -> {}
        }
    }

    /** Lists the days off; a sheet takes each supported day once, so no file lists more days than there are. */
    void addTo(CalendarSheet.Builder sheet) {
        if (cancelled()) {
            return;
        }
        LocalDate start = date(properties.getOrDefault("DTSTART", ""));
        String end = properties.get("DTEND");
        LocalDate after = end == null ? start.plusDays(1) : date(end);
        if (!after.isAfter(start) || after.isAfter(start.plusDays(LONGEST))) {
            throw malformed(end == null ? "" : end, "an event lasts 1 to " + LONGEST + " days");
        }
        String rule = properties.get("RRULE");
        Map<String, String> repetition = rule == null ? Map.of() : parts(rule);
        String summary = ICalendarText.decoded(properties.getOrDefault("SUMMARY", ""));
        DayKind kind = kind(new EventClassifier.Event(
                summary, categories, start, after.minusDays(1), rule != null, sheet.rests(start, after)));
        if (kind == null) {
            return;
        }
        if (rule == null) {
            list(sheet, start, after, kind, summary);
        } else {
            repeat(sheet, start, after, kind, summary, repetition);
        }
    }

    /** What the days of the event are, or null if nothing special. */
    private @Nullable DayKind kind(EventClassifier.Event event) {
        return switch (classifier.of(event)) {
            case HOLIDAY -> DayKind.HOLIDAY;
            case MAKE_UP -> DayKind.MAKE_UP;
            case IGNORE -> null;
            case UNCLEAR ->
                throw lines.fault(
                        "ICAL_UNCLEAR",
                        event.first() + " " + event.summary(),
                        "an event says whether its days are off (休, closed, holiday) or worked (班, make-up)",
                        "say in the summary or category what the day is, or give a classifier of your own");
        };
    }

    private boolean cancelled() {
        String status = properties.getOrDefault("STATUS", "CONFIRMED").toUpperCase(Locale.ROOT);
        return switch (status) {
            case "CANCELLED" -> true;
            case "CONFIRMED" -> false;
            default -> throw unsupported(status, "an event is confirmed or cancelled");
        };
    }

    /** Of a repetition that began long ago or has no end, the supported years are taken. */
    private void repeat(
            CalendarSheet.Builder sheet,
            LocalDate start,
            LocalDate after,
            DayKind kind,
            String summary,
            Map<String, String> rule) {
        int interval = number(rule.getOrDefault("INTERVAL", "1"));
        int count = number(rule.getOrDefault("COUNT", "1000"));
        String last = rule.get("UNTIL");
        LocalDate until = last == null ? AllDays.LAST : date(last.replaceFirst("T[0-9]{6}Z?$", ""));
        long length = after.toEpochDay() - start.toEpochDay();
        int made = 0;
        for (int i = 0; made < count; i++) {
            LocalDate day = start.plusYears((long) i * interval);
            if (day.isAfter(until) || day.isAfter(AllDays.LAST)) {
                return;
            }
            // 29 February repeats in leap years only (RFC 5545: dates that do not exist are ignored).
            if (day.getDayOfMonth() == start.getDayOfMonth()) {
                LocalDate from = day.isBefore(AllDays.FIRST) ? AllDays.FIRST : day;
                LocalDate to = day.plusDays(length);
                list(sheet, from, to.isAfter(AllDays.LAST) ? AllDays.LAST.plusDays(1) : to, kind, summary);
                made++;
            }
        }
    }

    private Map<String, String> parts(String given) {
        String rule = given.toUpperCase(Locale.ROOT);
        Map<String, String> parts = new HashMap<>();
        for (String part : rule.split(";", -1)) {
            int equal = part.indexOf('=');
            if (equal <= 0 || !RULE_PARTS.contains(part.substring(0, equal))) {
                throw unsupported(rule, "a repetition has FREQ=YEARLY, COUNT, UNTIL and INTERVAL only");
            }
            if (parts.putIfAbsent(part.substring(0, equal), part.substring(equal + 1)) != null) {
                throw malformed(rule, "a part of a repetition comes once");
            }
        }
        if (!"YEARLY".equals(parts.get("FREQ"))) {
            throw unsupported(rule, "a repetition is yearly");
        }
        if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
            throw malformed(rule, "a repetition has COUNT or UNTIL, not both");
        }
        return parts;
    }

    private int number(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw malformed(text, "a number is 1 to 9999");
        }
        return Integer.parseInt(text);
    }

    private void list(CalendarSheet.Builder sheet, LocalDate start, LocalDate after, DayKind kind, String summary) {
        for (LocalDate day = start; day.isBefore(after); day = day.plusDays(1)) {
            try {
                sheet.listed(new ListedDay(day, kind, summary, lines.name()));
            } catch (InvalidInputException e) {
                throw e.at(lines.place());
            }
        }
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw malformed(text, "an all-day event has existing dates such as 20260101");
        }
    }

    private InvalidInputException malformed(String value, String rule) {
        return lines.fault("ICAL_MALFORMED", value, rule);
    }

    private InvalidInputException unsupported(String value, String rule) {
        return lines.fault("ICAL_UNSUPPORTED", value, rule);
    }
}
