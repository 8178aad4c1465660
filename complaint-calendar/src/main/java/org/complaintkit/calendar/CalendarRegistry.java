package org.complaintkit.calendar;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Calendars by id. Immutable: {@link #with} answers with a new registry. */
public final class CalendarRegistry {
    private static final class Standard {
        private static final CalendarRegistry REGISTRY = packaged();

        private static CalendarRegistry packaged() {
            Map<String, WorkingCalendar> calendars = new TreeMap<>();
            calendars.put(ChinaCalendar.ID, ChinaCalendar.SCHEDULE.calendar());
            for (WorkingCalendar calendar : PackagedCalendars.load()) {
                calendars.put(calendar.id(), calendar);
            }
            return new CalendarRegistry(calendars);
        }
    }

    private final Map<String, WorkingCalendar> calendars;

    private CalendarRegistry(Map<String, WorkingCalendar> calendars) {
        this.calendars = Collections.unmodifiableMap(new TreeMap<>(calendars));
    }

    /**
     * The packaged calendars: {@code CN} (mainland China), {@code GB-ENG} (England and Wales), {@code GB-NIR},
     * {@code GB-SCT}, {@code HK}, {@code TARGET} and {@code US} (federal). Loaded once, on first use.
     */
    public static CalendarRegistry standard() {
        return Standard.REGISTRY;
    }

    /**
     * The calendar of an id.
     *
     * @throws InvalidInputException UNKNOWN_CALENDAR, naming the known ids
     */
    public WorkingCalendar get(String id) {
        WorkingCalendar calendar = calendars.get(id);
        if (calendar == null) {
            throw InvalidInputException.of("UNKNOWN_CALENDAR", "calendar")
                    .value(id)
                    .rule("known calendars are " + String.join(", ", calendars.keySet()))
                    .wayOut("name one of them or register your own")
                    .build();
        }
        return calendar;
    }

    /** This registry and one calendar more; a calendar of the same id is replaced. */
    public CalendarRegistry with(WorkingCalendar calendar) {
        Map<String, WorkingCalendar> more = new TreeMap<>(calendars);
        more.put(calendar.id(), calendar);
        return new CalendarRegistry(more);
    }

    /** Known ids, in order. */
    public Set<String> ids() {
        return calendars.keySet();
    }
}
