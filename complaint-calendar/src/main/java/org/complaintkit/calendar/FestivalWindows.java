package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which single days a schedule may move: weekdays around a festival go off, weekend days around it are worked. The law has
 * its statutory days off, but an amendment may come with the schedule: it has dropped the first day of a long festival
 * (2013) and added one at the end (2024), so first and last day are not taken as sure.
 */
final class FestivalWindows {
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> surelyOff = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();

    /** Opens the windows of a year's festivals. */
    void add(List<FestivalYear.Group> groups) {
        for (FestivalYear.Group group : groups) {
            each(group.offFrom(), group.offTo(), off);
            each(group.makeUpFrom(), group.makeUpTo(), worked);
            off.addAll(group.statutory());
            surelyOff.addAll(group.statutory());
            if (group.statutory().size() > 1) {
                surelyOff.remove(group.statutory().get(0));
                surelyOff.remove(group.lastStatutory());
            }
        }
    }

    /** Beyond the lunar table any day of a year may belong to a festival. */
    void addUnknown(int year) {
        each(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), off);
        each(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), worked);
    }

    private static void each(LocalDate from, LocalDate to, Set<LocalDate> days) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            days.add(day);
        }
    }

    boolean mayBeOff(LocalDate day) {
        return off.contains(day);
    }

    boolean mayBeWorked(LocalDate day) {
        return !surelyOff.contains(day) && (ChinaForecast.isWeekday(day) || worked.contains(day));
    }
}
