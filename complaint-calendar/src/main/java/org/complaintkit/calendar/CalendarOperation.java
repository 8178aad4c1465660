package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The questions that can be put to a calendar by name, each answered with how certain it is. */
public enum CalendarOperation {
    /** Whether the date is worked. */
    IS_WORKING_DAY("isWorkingDay"),
    /** The n-th working day from the date. */
    PLUS_WORKING_DAYS("plusWorkingDays"),
    /** Working days from the date up to and without another. */
    WORKING_DAYS_BETWEEN("workingDaysBetween"),
    /** The next working day. */
    NEXT("next"),
    /** The last working day before. */
    PREVIOUS("previous"),
    /** The date, or the next working day. */
    NEXT_OR_SAME("nextOrSame"),
    /** The date, or the last working day before. */
    PREVIOUS_OR_SAME("previousOrSame");

    private final String text;

    CalendarOperation(String text) {
        this.text = text;
    }

    /**
     * An answer.
     *
     * @param result a {@link Boolean}, a {@link Long} or a {@link LocalDate}
     * @param certainty whether it rests on published schedules only
     */
    public record Answer(Object result, Certainty certainty) {}

    /**
     * The operation of a name such as {@code plusWorkingDays}.
     *
     * @throws InvalidInputException UNKNOWN_OPERATION
     */
    public static CalendarOperation parse(String name) {
        for (CalendarOperation operation : values()) {
            if (operation.text.equals(name)) {
                return operation;
            }
        }
        throw InvalidInputException.of("UNKNOWN_OPERATION", "op")
                .value(name)
                .rule("isWorkingDay, plusWorkingDays, workingDaysBetween, next, previous, nextOrSame or previousOrSame")
                .wayOut("name one of them")
                .build();
    }

    /**
     * Asks a calendar.
     *
     * @param n for {@link #PLUS_WORKING_DAYS} only
     * @param to for {@link #WORKING_DAYS_BETWEEN} only
     * @throws InvalidInputException MISSING_FIELD if the operation needs what is null, FIELD_NOT_USED if it does not need
     *     what is given
     */
    public Answer ask(WorkingCalendar calendar, LocalDate date, @Nullable Integer n, @Nullable LocalDate to) {
        unused(n, "n", PLUS_WORKING_DAYS);
        unused(to, "to", WORKING_DAYS_BETWEEN);
        return switch (this) {
            case IS_WORKING_DAY -> watched(calendar, date, WorkingCalendar::isWorkingDay);
            case PLUS_WORKING_DAYS -> {
                int amount = needed(n, "n");
                yield watched(calendar, date, (c, d) -> c.plusWorkingDays(d, amount));
            }
            case WORKING_DAYS_BETWEEN -> {
                LocalDate end = needed(to, "to");
                yield watched(calendar, date, (c, d) -> c.workingDaysBetween(d, end));
            }
            case NEXT -> watched(calendar, date, WorkingCalendar::next);
            case PREVIOUS -> watched(calendar, date, WorkingCalendar::previous);
            case NEXT_OR_SAME -> watched(calendar, date, WorkingCalendar::nextOrSame);
            case PREVIOUS_OR_SAME -> watched(calendar, date, WorkingCalendar::previousOrSame);
        };
    }

    /** The name, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return text;
    }

    private static Answer watched(
            WorkingCalendar calendar, LocalDate date, BiFunction<WorkingCalendar, LocalDate, Object> question) {
        Watched watched = new Watched(calendar);
        Object result = question.apply(watched, date);
        return new Answer(result, watched.certainty());
    }

    /** What is left out of account in silence is a guess at what was meant. */
    private void unused(@Nullable Object value, String field, CalendarOperation user) {
        if (value != null && this != user) {
            throw InvalidInputException.of("FIELD_NOT_USED", field)
                    .value(value)
                    .rule("only " + user + " uses the field, not " + this)
                    .wayOut("leave it out, or name that operation")
                    .build();
        }
    }

    private static <T> T needed(@Nullable T value, String field) {
        if (value == null) {
            throw InvalidInputException.of("MISSING_FIELD", field)
                    .rule("the operation needs the field")
                    .wayOut("add it")
                    .build();
        }
        return value;
    }
}
