package org.complaintkit.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Plans one year of festivals in one reading: which weekdays are off and which weekend days are worked. */
final class FestivalYear {
    /** Without a lunar table the latest reading keeps this many weekdays of January off. */
    private static final int UNKNOWN_FESTIVALS = 12;

    /** Nor may more days be made up before the first of them than these. */
    private static final int UNKNOWN_MAKE_UPS = 3;

    /** The law itself may add a day to a long festival before the schedule comes, as it did two months before 2025. */
    private static final int AMENDMENT = 1;

    /** Festivals that are planned together. */
    record Group(
            List<LocalDate> statutory,
            String name,
            LocalDate firstOff,
            int blockDays,
            LocalDate offFrom,
            LocalDate offTo,
            LocalDate makeUpFrom,
            LocalDate makeUpTo,
            int mostMakeUps) {

        static Group of(FestivalRule rule, LocalDate date) {
            List<LocalDate> statutory = new ArrayList<>();
            for (int i = 0; i < rule.days(); i++) {
                statutory.add(date.plusDays(rule.first() + (long) i));
            }
            return new Group(
                    statutory,
                    rule.name(),
                    date.plusDays(rule.blockFirst()),
                    rule.blockDays(),
                    date.plusDays(rule.offFrom()),
                    date.plusDays(rule.offTo()),
                    date.plusDays(rule.makeUpFrom()),
                    date.plusDays(rule.makeUpTo()),
                    rule.mostMakeUps());
        }

        LocalDate lastStatutory() {
            return statutory.get(statutory.size() - 1);
        }

        /** Mid-autumn joined with National Day: one stretch, a day longer. */
        Group joined(Group later) {
            List<LocalDate> both = new ArrayList<>(later.statutory);
            both.addAll(statutory);
            LocalDate first = firstOff.isBefore(later.firstOff) ? firstOff : later.firstOff;
            int days = (int) (later.firstOff.toEpochDay() - first.toEpochDay()) + later.blockDays;
            boolean inside = !firstOff.isBefore(later.firstOff);
            return new Group(
                    both,
                    later.name,
                    first,
                    inside ? days + 1 : days,
                    offFrom.isBefore(later.offFrom) ? offFrom : later.offFrom,
                    later.offTo,
                    later.makeUpFrom,
                    later.makeUpTo,
                    later.mostMakeUps);
        }
    }

    private final int year;
    private final Scenario scenario;
    private final List<Group> groups;
    private final Map<LocalDate, Boolean> days;
    private final Map<LocalDate, String> names;

    FestivalYear(
            int year,
            Scenario scenario,
            List<Group> groups,
            Map<LocalDate, Boolean> days,
            Map<LocalDate, String> names) {
        this.year = year;
        this.scenario = scenario;
        this.groups = groups;
        this.days = days;
        this.names = names;
    }

    void plan() {
        for (Group group : groups) {
            int owed = statutory(group);
            switch (scenario) {
                case LIKELY -> likely(group, owed);
                case EARLIEST -> {
                    LocalDate last = makeUps(group, 1);
                    offLate(group, owed, last);
                }
                case LATEST -> {
                    offEarly(
                            group,
                            owed + group.mostMakeUps() + (group.statutory().size() > 1 ? AMENDMENT : 0));
                    makeUps(group, -1);
                }
            }
        }
        if (scenario == Scenario.LATEST && groups.size() <= 3) {
            LocalDate day = LocalDate.of(year, 1, 1);
            for (int left = UNKNOWN_FESTIVALS; left > 0; day = day.plusDays(1)) {
                left -= worked(day) ? 1 : 0;
                days.put(day, false);
            }
        }
        if (scenario == Scenario.EARLIEST && groups.size() <= 3) {
            LocalDate day = LocalDate.of(year, 1, 1);
            for (int left = UNKNOWN_MAKE_UPS; left > 0; day = day.plusDays(1)) {
                left -= worked(day) ? 0 : 1;
                days.put(day, true);
            }
        }
    }

    /** Takes the statutory weekdays off; the number of days owed because they fell on a weekend or on each other. */
    private int statutory(Group group) {
        int owed = 0;
        for (LocalDate day : group.statutory()) {
            names.put(day, group.name());
            if (worked(day)) {
                days.put(day, false);
            } else {
                owed++;
            }
        }
        return owed;
    }

    private void likely(Group group, int owed) {
        if (group.blockDays() == 1) {
            bridge(group, owed);
            return;
        }
        int left = owed;
        int borrowed = 0;
        LocalDate end = group.firstOff().plusDays(group.blockDays());
        for (LocalDate day = group.firstOff(); day.isBefore(end); day = day.plusDays(1)) {
            names.put(day, group.name());
            if (worked(day)) {
                days.put(day, false);
                borrowed += left > 0 ? 0 : 1;
                left -= left > 0 ? 1 : 0;
            }
        }
        for (LocalDate day = end; left > 0; day = day.plusDays(1)) {
            if (worked(day)) {
                days.put(day, false);
                left--;
            }
        }
        giveBack(group, end.minusDays(1), borrowed);
    }

    /** One day: next to a weekend it stands alone, on a Tuesday or Thursday the day between goes off for a weekend day. */
    private void bridge(Group group, int owed) {
        LocalDate day = group.lastStatutory();
        LocalDate next = day.plusDays(1);
        for (int left = owed; left > 0; next = next.plusDays(1)) {
            if (worked(next)) {
                days.put(next, false);
                names.put(next, group.name());
                left--;
            }
        }
        switch (day.getDayOfWeek()) {
            case TUESDAY -> swap(day.minusDays(1), day.minusDays(3), group.name());
            case THURSDAY -> swap(day.plusDays(1), day.plusDays(3), group.name());
            default -> {}
        }
    }

    private void swap(LocalDate off, LocalDate worked, String name) {
        if (worked(off) && !worked(worked)) {
            days.put(off, false);
            days.put(worked, true);
            names.put(off, name);
            names.put(worked, name);
        }
    }

    /** Works the nearest weekend days for the borrowed weekdays, one a weekend unless the weekend touches the stretch. */
    private void giveBack(Group group, LocalDate end, int borrowed) {
        List<LocalDate> weekend = weekendDays(group.makeUpFrom(), group.makeUpTo());
        LocalDate start = group.firstOff();
        weekend.removeIf(day -> !day.isBefore(start) && !day.isAfter(end));
        weekend.sort(Comparator.comparingLong((LocalDate day) -> distance(day, start, end))
                .thenComparing(Comparator.naturalOrder()));
        int left = borrowed;
        for (LocalDate day : weekend) {
            LocalDate sibling = day.getDayOfWeek().getValue() == 6 ? day.plusDays(1) : day.minusDays(1);
            boolean touches = distance(day, start, end) <= 2 && distance(sibling, start, end) <= 2;
            if (left > 0 && (touches || !worked(sibling))) {
                days.put(day, true);
                names.put(day, group.name());
                left--;
            }
        }
    }

    private static long distance(LocalDate day, LocalDate start, LocalDate end) {
        return day.isBefore(start) ? start.toEpochDay() - day.toEpochDay() : day.toEpochDay() - end.toEpochDay();
    }

    /** As many make-up days as there ever were, from the beginning of their window or from its end; the last of them. */
    private LocalDate makeUps(Group group, int direction) {
        List<LocalDate> weekend = weekendDays(group.makeUpFrom(), group.makeUpTo());
        LocalDate last = group.makeUpFrom();
        for (int i = 0; i < Math.min(group.mostMakeUps(), weekend.size()); i++) {
            LocalDate day = direction > 0 ? weekend.get(i) : weekend.get(weekend.size() - 1 - i);
            days.put(day, true);
            last = day.isAfter(last) ? day : last;
        }
        return last;
    }

    /** The weekdays from the earliest day on. */
    private void offEarly(Group group, int number) {
        LocalDate day = group.offFrom();
        for (int left = number; left > 0; day = day.plusDays(1)) {
            left -= takeOff(day);
        }
    }

    /** Owed days in the last weekdays of the window, none before the festival; borrowed ones after what they pay for. */
    private void offLate(Group group, int owed, LocalDate lastMakeUp) {
        int left = owed;
        for (LocalDate day = group.offTo(); left > 0 && day.isAfter(group.lastStatutory()); day = day.minusDays(1)) {
            left -= takeOff(day);
        }
        left += group.mostMakeUps();
        LocalDate end = lastMakeUp.isAfter(group.offTo()) ? lastMakeUp : group.offTo();
        for (LocalDate day = end.plusDays(1); left > 0; day = day.plusDays(1)) {
            left -= takeOff(day);
        }
    }

    private int takeOff(LocalDate day) {
        boolean free = ChinaForecast.isWeekday(day) && worked(day);
        if (free) {
            days.put(day, false);
        }
        return free ? 1 : 0;
    }

    private List<LocalDate> weekendDays(LocalDate from, LocalDate to) {
        List<LocalDate> weekend = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (!worked(day) && !ChinaForecast.isWeekday(day) && !days.containsKey(day)) {
                weekend.add(day);
            }
        }
        return weekend;
    }

    private boolean worked(LocalDate day) {
        Boolean planned = days.get(day);
        return planned == null ? ChinaForecast.isWeekday(day) : planned;
    }
}
