package org.complaintkit.calendar;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the one JSON shape of a calendar: an object of strings and lists of strings, nothing else. */
final class JsonCalendar {
    private static final int LONGEST_STRING = 200;

    private final String id;
    private final String name;
    private int line = 1;
    private int column;
    private int c = -2;

    JsonCalendar(String id, String name) {
        this.id = id;
        this.name = name;
    }

    CalendarSheet.Builder read(Reader reader) throws IOException {
        CalendarSheet.Builder sheet = CalendarSheet.named(id);
        Set<String> seen = new HashSet<>();
        advance(reader);
        expect(reader, '{');
        skip(reader);
        while (c != '}') {
            String field = string(reader);
            if (!seen.add(field)) {
                throw fault("JSON_MALFORMED", field, "a field comes once");
            }
            expect(reader, ':');
            field(reader, sheet, field);
            skip(reader);
            if (c == ',') {
                advance(reader);
                skip(reader);
                if (c == '}') {
                    throw fault("JSON_MALFORMED", "}", "a comma is followed by a field");
                }
            } else if (c != '}') {
                throw unexpected("',' or '}'");
            }
        }
        advance(reader);
        skip(reader);
        if (c >= 0) {
            throw unexpected("the end of the file");
        }
        if (seen.isEmpty()) {
            throw fault(
                    "CALENDAR_EMPTY",
                    id,
                    "a calendar gives its weekend, its holidays, its workdays or the days that it knows");
        }
        return sheet;
    }

    private void field(Reader reader, CalendarSheet.Builder sheet, String field) throws IOException {
        switch (field) {
            case "weekend" -> {
                Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
                strings(reader, day -> days.add(weekday(day)));
                sheet.weekend(days);
            }
            case "holidays" -> listed(reader, sheet, DayKind.HOLIDAY);
            case "workdays" -> listed(reader, sheet, DayKind.MAKE_UP);
            case "knownFrom" -> sheet.knownFrom(date(string(reader)));
            case "knownThrough" -> sheet.knownThrough(date(string(reader)));
            default ->
                throw fault(
                        "JSON_UNKNOWN_FIELD",
                        field,
                        "fields are weekend, holidays, workdays, knownFrom and knownThrough");
        }
    }

    private void listed(Reader reader, CalendarSheet.Builder sheet, DayKind kind) throws IOException {
        strings(reader, day -> {
            try {
                sheet.listed(new ListedDay(date(day), kind, "", ""));
            } catch (InvalidInputException e) {
                throw e.at().isEmpty() ? e.at(place()) : e;
            }
        });
    }

    /** Hands on each string as soon as it is read: a list is as long as its writer likes. */
    private void strings(Reader reader, Consumer<String> strings) throws IOException {
        expect(reader, '[');
        skip(reader);
        while (c != ']') {
            strings.accept(string(reader));
            skip(reader);
            if (c == ',') {
                advance(reader);
                skip(reader);
                if (c == ']') {
                    throw unexpected("a string");
                }
            } else if (c != ']') {
                throw unexpected("',' or ']'");
            }
        }
        advance(reader);
    }

    /** Days and dates need no escapes, so a backslash is a fault. */
    private String string(Reader reader) throws IOException {
        expect(reader, '"');
        StringBuilder s = new StringBuilder();
        while (c != '"') {
            if (c < ' ' || c == '\\' || s.length() > LONGEST_STRING) {
                throw unexpected("a short string without escapes");
            }
            s.append((char) c);
            advance(reader);
        }
        advance(reader);
        return s.toString();
    }

    private void expect(Reader reader, char wanted) throws IOException {
        skip(reader);
        if (c != wanted) {
            throw unexpected("'" + wanted + "'");
        }
        advance(reader);
    }

    private void skip(Reader reader) throws IOException {
        while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            advance(reader);
        }
    }

    private void advance(Reader reader) throws IOException {
        if (c == '\n') {
            line++;
            column = 0;
        }
        c = reader.read();
        column++;
    }

    private DayOfWeek weekday(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(text)) {
                return day;
            }
        }
        throw fault("JSON_MALFORMED", text, "weekdays are MONDAY to SUNDAY");
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw fault("CALENDAR_DATE", text, "is an existing date such as 2026-02-28");
        }
    }

    private InvalidInputException unexpected(String wanted) {
        return fault("JSON_MALFORMED", c < 0 ? "end of file" : Character.toString(c), "expected " + wanted);
    }

    private String place() {
        return name + ":" + line + ":" + column;
    }

    private InvalidInputException fault(String code, String value, String rule) {
        return InvalidInputException.of(code, "JSON calendar " + name)
                .value(value)
                .rule(rule)
                .wayOut("correct the file")
                .at(place())
                .build();
    }
}
