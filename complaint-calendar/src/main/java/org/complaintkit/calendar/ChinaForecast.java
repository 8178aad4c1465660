package org.complaintkit.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the Chinese holiday law lets one expect of a year whose schedule is not published. The law fixes how many days
 * are off; the authority only moves weekends around each festival, so a schedule differs from the law near a festival
 * and agrees with it in number afterwards. That is what makes the earliest and the latest date close.
 */
final class ChinaForecast implements HolidayForecast {
    private static final int FIRST_YEAR = 2007;
    private static final String FESTIVALS = "cn-festivals.csv";
    private static final List<String> LAW_COLUMNS = List.of(
            "known_from",
            "festival",
            "name",
            "first",
            "days",
            "block_first",
            "block_days",
            "off_from",
            "off_to",
            "make_up_from",
            "make_up_to",
            "most_make_ups",
            "source");
    private static final List<String> FESTIVAL_COLUMNS =
            List.of("year", "spring_festival", "qingming", "dragon_boat", "mid_autumn");
    private static final Map<Integer, CsvTable.Row> LUNAR = lunar();
    private static final int LAST_LUNAR_YEAR = Collections.max(LUNAR.keySet());
    private static final NavigableMap<LocalDate, List<FestivalRule>> LAW = law();
    private static final Map<LocalDate, ChinaForecast> MADE = new ConcurrentHashMap<>();

    private final LocalDate edition;
    private final Map<Scenario, Map<LocalDate, Boolean>> exceptions = new EnumMap<>(Scenario.class);
    private final Map<LocalDate, String> names = new HashMap<>();
    private final FestivalWindows windows = new FestivalWindows();

    private ChinaForecast(LocalDate edition, List<FestivalRule> rules) {
        this.edition = edition;
        for (int year = FIRST_YEAR; year <= AllDays.LAST.getYear(); year++) {
            windows.add(groups(rules, year));
            if (!LUNAR.containsKey(year)) {
                windows.addUnknown(year);
            }
        }
        for (Scenario scenario : Scenario.values()) {
            Map<LocalDate, Boolean> days = new HashMap<>();
            for (int year = FIRST_YEAR; year <= AllDays.LAST.getYear(); year++) {
                new FestivalYear(year, scenario, groups(rules, year), days, names).plan();
            }
            exceptions.put(scenario, days);
        }
    }

    /** The forecast by the edition of the law that was known on a day. */
    static HolidayForecast knownOn(LocalDate day) {
        LocalDate known = LAW.floorKey(day);
        LocalDate edition = known == null ? LAW.firstKey() : known;
        return MADE.computeIfAbsent(edition, of -> new ChinaForecast(of, LAW.getOrDefault(of, List.of())));
    }

    @Override
    public String id() {
        return "cn-law-1-" + edition;
    }

    @Override
    public String assumption() {
        return "The schedule is not published. Assumed: the holiday law known on " + edition
                + ", festivals of the lunar table, and weekends moved as in earlier years.";
    }

    /** Beyond the lunar table only the festivals of a fixed date are taken off, and the bounds leave room for the others. */
    @Override
    public String assumption(LocalDate latest) {
        if (latest.getYear() <= LAST_LUNAR_YEAR) {
            return assumption();
        }
        return "The schedule is not published. Assumed: the holiday law known on " + edition
                + ", festivals of the lunar table to " + LAST_LUNAR_YEAR
                + ", and weekends moved as in earlier years. Of later years only New Year, Labour Day and National Day are"
                + " taken as off; the bounds allow for the lunar festivals on any day.";
    }

    @Override
    public boolean isWorkingDay(LocalDate day, Scenario scenario) {
        Boolean exception = Objects.requireNonNull(exceptions.get(scenario)).get(day);
        return exception == null ? isWeekday(day) : exception;
    }

    @Override
    public boolean mayBeWorked(LocalDate day) {
        return windows.mayBeWorked(day);
    }

    @Override
    public boolean mayBeOff(LocalDate day) {
        return windows.mayBeOff(day);
    }

    @Override
    public String name(LocalDate day) {
        return names.getOrDefault(day, "");
    }

    static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Festivals of a year in order; a mid-autumn within the National Day week is planned together with it. */
    private static List<FestivalYear.Group> groups(List<FestivalRule> rules, int year) {
        List<FestivalYear.Group> groups = new ArrayList<>();
        FestivalYear.Group last = null;
        for (FestivalRule rule : rules) {
            LocalDate date = date(rule.festival(), year);
            if (date != null) {
                FestivalYear.Group group = FestivalYear.Group.of(rule, date);
                boolean together = last != null
                        && rule.festival().equals("national_day")
                        && !last.lastStatutory().isBefore(group.firstOff().minusDays(3));
                if (together) {
                    groups.remove(groups.size() - 1);
                    group = Objects.requireNonNull(last).joined(group);
                }
                groups.add(group);
                last = group;
            }
        }
        return groups;
    }

    private static @Nullable LocalDate date(String festival, int year) {
        return switch (festival) {
            case "new_year" -> LocalDate.of(year, 1, 1);
            case "labour_day" -> LocalDate.of(year, 5, 1);
            case "national_day" -> LocalDate.of(year, 10, 1);
            default -> {
                CsvTable.Row row = LUNAR.get(year);
                yield row == null ? null : row.date(festival);
            }
        };
    }

    private static Map<Integer, CsvTable.Row> lunar() {
        Map<Integer, CsvTable.Row> lunar = new HashMap<>();
        for (CsvTable.Row row : CsvTable.packaged(FESTIVALS, FESTIVAL_COLUMNS)) {
            lunar.put(row.number("year"), row);
        }
        return lunar;
    }

    private static NavigableMap<LocalDate, List<FestivalRule>> law() {
        NavigableMap<LocalDate, List<FestivalRule>> law = new TreeMap<>();
        for (CsvTable.Row row : CsvTable.packaged("cn-law.csv", LAW_COLUMNS)) {
            FestivalRule rule = FestivalRule.of(row);
            law.computeIfAbsent(rule.knownFrom(), day -> new ArrayList<>()).add(rule);
        }
        return law;
    }
}
