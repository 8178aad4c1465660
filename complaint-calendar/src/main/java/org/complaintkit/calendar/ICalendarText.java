package org.complaintkit.calendar;

import java.util.ArrayList;
import java.util.List;

/** Text values of iCalendar (RFC 5545, 3.3.11): a backslash comes before a comma, a semicolon, itself, or n for a line. */
final class ICalendarText {
    private ICalendarText() {}

    static String decoded(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            char next = i + 1 < value.length() ? value.charAt(i + 1) : 0;
            switch (c == '\\' ? next : 0) {
                case ',', ';', '\\' -> {
                    text.append(next);
                    i++;
                }
                case 'n', 'N' -> {
                    text.append('\n');
                    i++;
                }
                // Any other backslash is no escape and stays.
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    /** The values between commas that are not escaped. */
    static List<String> list(String value) {
        List<String> values = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == ',') {
                values.add(decoded(value.substring(begin, i)).strip());
                begin = i + 1;
            } else if (value.charAt(i) == '\\') {
                i++;
            }
        }
        return values;
    }
}
