package org.complaintkit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pauses joined where they touch, in order, as instants or as the days that they leave out. */
final class Standstills {

    /** Left-out days: after {@code after}, up to and including {@code last}. */
    record Days(LocalDate after, LocalDate last) {}

    /** Left-out time: from {@code from} to {@code to}. */
    record Time(Instant from, Instant to) {}

    private Standstills() {}

    static List<Days> days(List<Pause> pauses, ZoneId zone) {
        List<Days> days = new ArrayList<>();
        for (Pause pause : pauses) {
            days.add(new Days(pause.after(zone), pause.last(zone)));
        }
        days.sort(Comparator.comparing(Days::after).thenComparing(Days::last));
        List<Days> joined = new ArrayList<>();
        for (Days next : days) {
            Days last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && !next.after().isAfter(last.last())) {
                LocalDate end = next.last().isAfter(last.last()) ? next.last() : last.last();
                joined.set(joined.size() - 1, new Days(last.after(), end));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    static List<Time> time(List<Pause> pauses) {
        List<Time> time = new ArrayList<>();
        for (Pause pause : pauses) {
            Instant to = pause.to();
            time.add(new Time(pause.from(), to == null ? Instant.MAX : to));
        }
        time.sort(Comparator.comparing(Time::from).thenComparing(Time::to));
        List<Time> joined = new ArrayList<>();
        for (Time next : time) {
            Time last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && !next.from().isAfter(last.to())) {
                Instant end = next.to().isAfter(last.to()) ? next.to() : last.to();
                joined.set(joined.size() - 1, new Time(last.from(), end));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}
