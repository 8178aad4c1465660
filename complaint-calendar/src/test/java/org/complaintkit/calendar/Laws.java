package org.complaintkit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Generators that the property tests of this module share. */
final class Laws {
    static final WorkingCalendar CN = CalendarRegistry.standard().get("CN");

    private static final int FIRST = (int) LocalDate.of(2007, 1, 1).toEpochDay();
    private static final int LAST = (int) LocalDate.of(2027, 12, 31).toEpochDay();
    private static final List<WorkingCalendar> POOL = pool();

    private Laws() {}

    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(FIRST, LAST).map(n -> LocalDate.ofEpochDay(n));
    }

    /** China, or one of many calendars with any weekly rest (none and all but one included) and any listed days. */
    static Arbitrary<WorkingCalendar> calendars() {
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(CN)), Tuple.of(3, Arbitraries.of(POOL)));
    }

    private static List<WorkingCalendar> pool() {
        Random random = new Random(20_070_101);
        List<WorkingCalendar> pool = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            CalendarSheet.Builder sheet = CalendarSheet.named("OWN" + i).knownThrough(LocalDate.of(2025, 12, 31));
            Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
            for (int rest = random.nextInt(7); rest > 0; rest--) {
                weekend.add(DayOfWeek.of(random.nextInt(7) + 1));
            }
            sheet.weekend(weekend);
            Set<Integer> dates = new TreeSet<>();
            for (int listed = random.nextInt(200); listed > 0; listed--) {
                dates.add(FIRST + random.nextInt(LAST - FIRST));
            }
            for (int date : dates) {
                DayKind kind = random.nextInt(3) == 0 ? DayKind.MAKE_UP : DayKind.HOLIDAY;
                sheet.listed(new ListedDay(LocalDate.ofEpochDay(date), kind, "day " + date % 5, ""));
            }
            pool.add(TableCalendar.of(sheet.build()));
        }
        return List.copyOf(pool);
    }
}
