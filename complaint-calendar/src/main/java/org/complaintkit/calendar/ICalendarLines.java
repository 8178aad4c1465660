package org.complaintkit.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The content lines of an iCalendar file, unfolded, with the place where each begins. One use, one thread. */
final class ICalendarLines {
    private static final int LONGEST = 10_000;

    private final BufferedReader reader;
    private final String name;
    private @Nullable String ahead;
    private int read;
    private int line = 1;

    ICalendarLines(BufferedReader reader, String name) throws IOException {
        this.reader = reader;
        this.name = name;
        this.ahead = physical();
    }

    String name() {
        return name;
    }

    /** The next content line, or null at the end of the file. */
    @Nullable
    String next() throws IOException {
        if (ahead == null) {
            return null;
        }
        line = read;
        StringBuilder content = new StringBuilder(ahead);
        ahead = physical();
        while (ahead != null && !ahead.isEmpty() && (ahead.charAt(0) == ' ' || ahead.charAt(0) == '\t')) {
            content.append(ahead, 1, ahead.length());
            longest(content);
            ahead = physical();
        }
        return content.toString();
    }

    private @Nullable String physical() throws IOException {
        StringBuilder s = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (c != '\r') {
                s.append((char) c);
                longest(s);
            }
            c = reader.read();
        }
        read++;
        return s.toString();
    }

    private void longest(StringBuilder content) {
        if (content.length() > LONGEST) {
            throw fault("ICAL_TOO_LARGE", "", "a content line has at most " + LONGEST + " characters");
        }
    }

    /** Where the present content line begins. */
    String place() {
        return name + ":" + line + ":1";
    }

    InvalidInputException fault(String code, String value, String rule) {
        return fault(code, value, rule, "correct the file or list the days as CSV");
    }

    InvalidInputException fault(String code, String value, String rule, String wayOut) {
        return InvalidInputException.of(code, "iCalendar file " + name)
                .value(value)
                .rule(rule)
                .wayOut(wayOut)
                .at(place())
                .build();
    }
}
