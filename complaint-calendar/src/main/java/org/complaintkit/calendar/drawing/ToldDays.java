package org.complaintkit.calendar.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.CountedDay;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.SkippedDay;

/**
 * Days of a proof that have one and the same reason: days in a row that a notice names, or all those that it leaves to the
 * week, of which the first and the last are told.
 *
 * @param first the first of them
 * @param last the last of them
 * @param why the reason, a key of the words
 * @param name the festival, or empty
 * @param source the notice, or empty
 * @param forecast whether that is not settled yet
 */
record ToldDays(LocalDate first, LocalDate last, String why, String name, String source, boolean forecast) {
    private static final String COUNTED = "counted.";
    private static final String WEEK = COUNTED + "WEEK";

    /** The notices of a proof in the order of their days, each with what it says of them; what has no notice is under "". */
    static Map<String, List<ToldDays>> byNotice(Proof proof) {
        Map<String, List<ToldDays>> told = new LinkedHashMap<>();
        for (ToldDays days : all(proof)) {
            told.computeIfAbsent(days.source, notice -> new ArrayList<>()).add(days);
        }
        told.values().forEach(days -> days.sort(Comparator.comparing(ToldDays::isOfTheWeek)));
        return told;
    }

    private static List<ToldDays> all(Proof proof) {
        List<ToldDays> all = new ArrayList<>();
        Map<String, Integer> weeks = new LinkedHashMap<>();
        ToldDays before = null;
        for (ToldDays day : single(proof)) {
            Integer week = weeks.get(day.source);
            if (day.isOfTheWeek() && week != null) {
                all.set(week, all.get(week).through(day.last));
            } else if (before != null && before.goesOnWith(day)) {
                all.set(all.size() - 1, before.through(day.last));
            } else if (!day.isOfTheWeek() || !day.source.isEmpty()) {
                if (day.isOfTheWeek()) {
                    weeks.put(day.source, all.size());
                }
                all.add(day);
            }
            before = day.isOfTheWeek() ? null : all.get(all.size() - 1);
        }
        return all;
    }

    /** Each day by itself, in order; a calendar day counts in any case and has nothing to tell. */
    private static Iterable<ToldDays> single(Proof proof) {
        Map<LocalDate, ToldDays> days = new TreeMap<>();
        for (SkippedDay day : proof.skipped()) {
            String why = day.why().equals(SkippedDay.WEEKEND) ? WEEK : "why." + day.why();
            days.put(
                    day.date(),
                    new ToldDays(
                            day.date(),
                            day.date(),
                            why,
                            day.name(),
                            day.source(),
                            day.certainty() == Certainty.PROVISIONAL));
        }
        for (CountedDay day : proof.counted()) {
            if (!day.why().equals(CountedDay.DAY) && !day.why().equals(CountedDay.UNRECORDED)) {
                boolean named = day.why().equals(CountedDay.MAKE_UP)
                        || day.why().equals(CountedDay.HOLIDAY)
                        || !day.name().isEmpty();
                String why = named ? COUNTED + day.why() : WEEK;
                days.put(
                        day.date(),
                        new ToldDays(
                                day.date(),
                                day.date(),
                                why,
                                day.name(),
                                day.source(),
                                day.certainty() == Certainty.PROVISIONAL));
            }
        }
        return days.values();
    }

    private boolean isOfTheWeek() {
        return why.equals(WEEK);
    }

    private boolean goesOnWith(ToldDays day) {
        return why.equals(day.why)
                && name.equals(day.name)
                && source.equals(day.source)
                && forecast == day.forecast
                && day.first.equals(last.plusDays(1));
    }

    private ToldDays through(LocalDate later) {
        return new ToldDays(first, later, why, name, source, forecast);
    }

    /** In words: when, what for, and whether they count. */
    String text(ProofWords words) {
        String days = (first.equals(last) ? last.toString() : first + ".." + last) + (forecast ? "?" : "");
        String reason = words.text(why);
        if (why.startsWith(COUNTED)) {
            return words.text("told", days, name.isEmpty() ? reason : words.text("named", name, reason));
        }
        return words.text("skipped", days, name.isEmpty() ? reason : name);
    }
}
