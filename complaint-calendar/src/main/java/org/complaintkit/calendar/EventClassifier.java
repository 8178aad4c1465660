package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * Says what an all-day event of an iCalendar file means: the format has no field for that, and feeds of holidays carry
 * make-up working days as events too (补班). Implementations answer the same for the same event for ever and may be
 * shared between threads. The standard one is {@link #standard()}.
 */
@FunctionalInterface
public interface EventClassifier {

    /** What the days of an event are. */
    enum Meaning {
        /** Days off. */
        HOLIDAY,
        /** Days worked. */
        MAKE_UP,
        /** Neither: the days stay as the week has them. */
        IGNORE,
        /** It cannot be told, so the file is refused with ICAL_UNCLEAR. */
        UNCLEAR
    }

    /**
     * An event as far as it matters.
     *
     * @param summary its name with escapes decoded, or empty
     * @param categories its categories with escapes decoded
     * @param first its first day
     * @param last its last day, of a repeated event that of the first time
     * @param yearly whether it repeats
     * @param onRestDays whether all days from first to last are days of the weekly rest
     */
    record Event(
            String summary,
            List<String> categories,
            LocalDate first,
            LocalDate last,
            boolean yearly,
            boolean onRestDays) {
        /** Copies the categories. */
        public Event {
            categories = List.copyOf(categories);
        }
    }

    /** What an event means. */
    Meaning of(Event event);

    /**
     * Knows the usual words in Chinese and English (补班, 班, make-up, working day; 休, closed, holiday, names of festivals).
     * An event is a holiday unless a word says that its days are worked. One that says both is unclear; so is one that is on
     * days of the weekly rest only, does not repeat and has no word that decides, since such a day is off or made up.
     */
    static EventClassifier standard() {
        return EventWords.STANDARD;
    }

    /** For files that list days off only: every event is a holiday. */
    static EventClassifier onlyHolidays() {
        return event -> Meaning.HOLIDAY;
    }
}
