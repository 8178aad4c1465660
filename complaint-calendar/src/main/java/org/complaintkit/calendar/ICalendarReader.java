package org.complaintkit.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A strict reader of all-day events, line by line, so that a large file costs time but no memory. Its state is the
 * components that are open: events count directly in a calendar, everything in other components is passed over.
 */
final class ICalendarReader {
    private static final int DEEPEST = 8;

    private final CalendarSheet.Builder sheet;
    private final ICalendarLines lines;
    private final EventClassifier classifier;
    private final Deque<String> open = new ArrayDeque<>();
    private @Nullable ICalendarEvent event;
    private boolean seen;

    ICalendarReader(CalendarSheet.Builder sheet, ICalendarLines lines, EventClassifier classifier) {
        this.sheet = sheet;
        this.lines = lines;
        this.classifier = classifier;
    }

    static void read(CalendarSheet.Builder sheet, String name, BufferedReader reader, EventClassifier classifier)
            throws IOException {
        new ICalendarReader(sheet, new ICalendarLines(reader, name), classifier).read();
    }

    private void read() throws IOException {
        for (String content = lines.next(); content != null; content = lines.next()) {
            if (!content.isBlank()) {
                content(content);
            }
        }
        if (!seen || !open.isEmpty()) {
            throw malformed(
                    open.isEmpty() ? "" : open.getLast(),
                    "a file begins with BEGIN:VCALENDAR and ends whatever it begins; a download may be cut short");
        }
    }

    private void content(String content) {
        int colon = colon(content);
        if (colon <= 0) {
            throw malformed(content, "a property is NAME:VALUE");
        }
        String key = content.substring(0, colon);
        int semicolon = key.indexOf(';');
        String property = (semicolon < 0 ? key : key.substring(0, semicolon)).toUpperCase(Locale.ROOT);
        String value = content.substring(colon + 1);
        switch (property) {
            case "BEGIN" -> begin(component(value));
            case "END" -> end(component(value));
            default -> property(property, value);
        }
    }

    /** The colon before the value; one in a quoted parameter is none. */
    private static int colon(String content) {
        boolean quoted = false;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private String component(String value) {
        String name = value.strip().toUpperCase(Locale.ROOT);
        if (!name.matches("[A-Z0-9-]{1,60}")) {
            throw malformed(value, "a component has a name such as VEVENT");
        }
        return name;
    }

    private void begin(String component) {
        boolean outermost = open.isEmpty();
        if (outermost != component.equals("VCALENDAR")) {
            throw malformed(
                    "BEGIN:" + component, "a calendar is the outermost component and all others are inside one");
        }
        if (component.equals("VEVENT")) {
            if (open.size() != 1) {
                throw malformed(
                        "BEGIN:VEVENT", "an event ends before the next begins, and is directly in the calendar");
            }
            event = new ICalendarEvent(lines, classifier);
        }
        if (open.size() >= DEEPEST) {
            throw malformed("BEGIN:" + component, "at most " + DEEPEST + " components are inside each other");
        }
        open.addLast(component);
        seen = true;
    }

    private void end(String component) {
        if (!component.equals(open.peekLast())) {
            throw malformed("END:" + component, "the component that began last ends first");
        }
        open.removeLast();
        ICalendarEvent ended = event;
        if (component.equals("VEVENT") && ended != null) {
            ended.addTo(sheet);
            event = null;
        }
    }

    private void property(String property, String value) {
        if (open.isEmpty()) {
            throw malformed(property, "a property is inside a calendar");
        }
        ICalendarEvent inside = event;
        if (inside != null && open.size() == 2) {
            inside.property(property, value);
        } else if (open.size() == 1) {
            String plain = value.strip().toUpperCase(Locale.ROOT);
            boolean other = property.equals("CALSCALE") && !plain.equals("GREGORIAN");
            if (other || (property.equals("METHOD") && plain.equals("CANCEL"))) {
                throw lines.fault("ICAL_UNSUPPORTED", property + ":" + plain, "a calendar is Gregorian and published");
            }
        }
    }

    private InvalidInputException malformed(String value, String rule) {
        return lines.fault("ICAL_MALFORMED", value, rule);
    }
}
