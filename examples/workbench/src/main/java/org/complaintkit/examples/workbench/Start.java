package org.complaintkit.examples.workbench;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.complaintkit.calendar.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as a question writes it: local date and time, date and time with offset, or a date alone.
 *
 * @param day the local date
 * @param instant null for a date alone
 */
record Start(LocalDate day, @Nullable Instant instant) {

    static Start parse(String text, ZoneId zone) {
        try {
            if (text.length() <= 10) {
                return new Start(LocalDate.parse(text), null);
            }
            boolean local = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+");
            Instant instant = local
                    ? instant(LocalDateTime.parse(text), zone)
                    : OffsetDateTime.parse(text).toInstant();
            return new Start(instant.atZone(zone).toLocalDate(), instant);
        } catch (DateTimeException e) {
            throw InvalidInputException.of("WRONG_TIME", "time")
                    .value(text)
                    .rule("2024-03-04T10:00, 2024-03-04T10:00+08:00 or 2024-03-04")
                    .wayOut("write it in one of these forms")
                    .build();
        }
    }

    /** The instant; of a date alone its beginning. */
    Instant orBeginning(ZoneId zone) {
        return instant == null ? day.atStartOfDay(zone).toInstant() : instant;
    }

    /** A local time that the clocks show twice is the earlier of the two; one that they leap over does not exist. */
    private static Instant instant(LocalDateTime local, ZoneId zone) {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw InvalidInputException.of("NO_SUCH_TIME", "time")
                    .value(local)
                    .rule("a time that exists in " + zone + ", where the clocks leap over this one")
                    .wayOut("write the time with its offset")
                    .build();
        }
        return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
