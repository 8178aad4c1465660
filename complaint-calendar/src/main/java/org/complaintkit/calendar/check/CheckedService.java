package org.complaintkit.calendar.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.CalendarDay;
import org.complaintkit.calendar.DayKind;
import org.complaintkit.calendar.ServiceHours;

/** Service hours as a {@link ProofChecker} reads them from their canonical text. */
final class CheckedService {
    private static final String[] WEEK = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final int DAY = 24 * 60;

    private final Map<String, String> rules = new HashMap<>();
    private final CheckedCalendar calendar;
    private final ZoneId zone;

    CheckedService(ServiceHours hours, CheckedCalendar calendar, ZoneId zone) {
        for (String rule : hours.toString().split("; ", -1)) {
            int blank = rule.indexOf(' ');
            rules.put(rule.substring(0, blank), rule.substring(blank + 1));
        }
        this.calendar = calendar;
        this.zone = zone;
    }

    /** Stretches of service that begin on a day; empty ones too, since the last one closes the business. */
    List<Instant[]> on(LocalDate date) {
        List<Instant[]> stretches = new ArrayList<>();
        if (!calendar.isCovered(date)) {
            return stretches;
        }
        String shifts = rule(calendar.look(date));
        if (shifts.equals("closed")) {
            return stretches;
        }
        for (String shift : shifts.split(",", -1)) {
            int from = minutes(shift.substring(0, 5));
            int to = minutes(shift.substring(6));
            stretches.add(new Instant[] {wall(date, from), wall(date, to > from ? to : to + DAY)});
        }
        return stretches;
    }

    private String rule(CalendarDay day) {
        String dated = rules.get(day.date().toString());
        if (dated != null) {
            return dated;
        }
        String weekday = rules.get(WEEK[day.date().getDayOfWeek().getValue() - 1]);
        boolean ordinary = day.kind() == DayKind.ORDINARY || day.kind() == DayKind.WEEKEND;
        if (weekday != null && ordinary) {
            return weekday;
        }
        String worked = rules.get("WD");
        return worked != null && day.working() ? worked : rules.getOrDefault("DAILY", "closed");
    }

    private static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    /** First instant at which the wall clock shows a time of a day, or a later one. */
    private Instant wall(LocalDate day, int minute) {
        LocalDateTime local = day.atStartOfDay().plusMinutes(minute);
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return zone.getRules().getTransition(local).getInstant();
        }
        return local.toInstant(offsets.get(0));
    }

    /** First instant not before the given one at which service is open. */
    Instant opening(Instant from) {
        for (LocalDate day = LocalDate.ofInstant(from, zone).minusDays(1); ; day = day.plusDays(1)) {
            for (Instant[] shift : on(day)) {
                if (shift[1].isAfter(from) && shift[0].isBefore(shift[1])) {
                    return shift[0].isAfter(from) ? shift[0] : from;
                }
            }
        }
    }
}
