package org.complaintkit.calendar.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.Convention;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Forecast;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.Wording;
import org.complaintkit.calendar.WorkingCalendar;

/**
 * Verifies a proof by making the count anew: it walks from the start one day after the other and asks the calendar about
 * single days only. It shares values with what it checks (terms, conventions, moments), and no arithmetic: it reads
 * service hours from their text, finds named dates by walking and has what the named conventions say written down a second
 * time. Slow and plain on purpose; QA teams may rely on it, or read it as the specification. Stateless and thread-safe.
 *
 * <p>Proofs that were stored before counted days had reasons hold without them.
 *
 * <p>Of a convention set of the host's own the fields are taken as they are. How early and how late a provisional limit
 * may come is a statement of the calendar's: of these bounds the order is checked, and how the bounds of a combined term
 * follow from those of its parts.
 */
public final class ProofChecker {
    private static final int DEEPEST = 3;

    private final Proof proof;
    private final WorkingCalendar calendar;
    private final List<String> faults = new ArrayList<>();

    private ProofChecker(Proof proof, WorkingCalendar calendar) {
        this.proof = proof;
        this.calendar = calendar;
    }

    /**
     * What is wrong with a proof, in English, one fault an entry; empty if it holds. No proof makes it throw.
     *
     * @param calendar the calendar of the version that the proof names
     */
    public static List<String> faults(Proof proof, WorkingCalendar calendar) {
        return faults(proof, calendar, 1);
    }

    static List<String> faults(Proof proof, WorkingCalendar calendar, int depth) {
        if (depth > DEEPEST) {
            return List.of("parts of parts of parts are no proof");
        }
        ProofChecker checker = new ProofChecker(proof, calendar);
        try {
            checker.check(depth);
        } catch (InvalidInputException e) {
            checker.faults.add("the proof leaves the days that the calendar covers: " + e.code());
        } catch (DateTimeException | ArithmeticException e) {
            checker.faults.add("the proof leaves the years of dates: " + e.getMessage());
        }
        return List.copyOf(checker.faults);
    }

    private void check(int depth) {
        same("calendar", calendar.id(), proof.calendarId());
        same("calendar version", calendar.version(), proof.calendarVersion());
        wording();
        if (proof.wording().meaning() instanceof Term.Combined combined) {
            faults.addAll(new CheckedParts(proof, combined, calendar).faults(depth));
            return;
        }
        same("term", proof.wording().meaning(), proof.term());
        list("part", List.of(), proof.parts());
        if (faults.isEmpty()) {
            basis();
        }
        if (faults.isEmpty()) {
            count();
        }
    }

    private void wording() {
        Wording wording = proof.wording();
        if (wording.text() instanceof Term.Soft soft) {
            boolean word = wording.meaning() instanceof Term.Soft
                    || (wording.meaning() instanceof Term.Combined combined
                            && combined.parts().stream().anyMatch(Term.Soft.class::isInstance));
            same("a word as meaning of a word", false, word);
            if (wording.standard()) {
                same("meaning", String.valueOf(CheckedLaws.meaning(soft.word())), String.valueOf(wording.meaning()));
            }
        } else {
            same("meaning", wording.text(), wording.meaning());
            same("default meaning", false, wording.standard());
        }
    }

    private void basis() {
        String set = proof.conventionName();
        String law = CheckedLaws.law(set);
        String source = null;
        if (set.equals(Conventions.CUSTOM)) {
            source = "";
        } else if (!law.isEmpty()) {
            same("convention", CheckedLaws.convention(set, proof.term()), proof.convention());
            source = CheckedSources.of(law, proof.term());
        }
        if (source != null) {
            String word = source.isEmpty() ? "CONV-12" : "CONV-12, " + source;
            same("source", proof.wording().standard() ? word : source, proof.source());
        }
        CheckedTerm term = CheckedTerm.of(proof.term());
        Convention convention = proof.convention();
        boolean needsHours = term.shape() == CheckedTerm.Shape.SERVICE
                || convention.outsideHours() == Convention.OutsideHours.NEXT_OPENING
                || convention.timeOfDay() == Convention.TimeOfDay.CLOSE_OF_BUSINESS;
        same("service hours given", needsHours, proof.serviceHours() != null);
        boolean needsTime = term.byTheClock() || convention.timeOfDay() == Convention.TimeOfDay.KEEP;
        same("start with its time", true, !needsTime || !proof.asked().wholeDay());
        DueMoment asked = proof.asked();
        boolean sound = asked.wholeDay()
                ? asked.at()
                        .equals(asked.day()
                                .plusDays(1)
                                .atStartOfDay(proof.zone())
                                .toInstant())
                : LocalDate.ofInstant(asked.at(), proof.zone()).equals(asked.day());
        same("asked on its day", true, sound);
    }

    private void count() {
        CheckedCount count = new CheckedCount(proof, calendar);
        same("start", count.start(), proof.start());
        same("limit", count.limit(), proof.limit());
        same("target", count.target(), proof.target());
        boolean recorded = CheckedReasons.areRecorded(proof);
        list("counted day", recorded ? count.counted() : CheckedReasons.bareCounted(count.counted()), proof.counted());
        list("skipped day", recorded ? count.skipped() : CheckedReasons.bareSkipped(count.skipped()), proof.skipped());
        Forecast forecast = proof.forecast();
        same("certainty", count.unsettled() ? Certainty.PROVISIONAL : Certainty.OFFICIAL, proof.certainty());
        if (forecast != null) {
            same("likely", count.limit(), forecast.likely());
            same("assumption", CheckedCalendar.assumption(calendar, forecast.latest()), forecast.assumption());
            DueMoment cap = proof.cap();
            same("order of the bounds", true, isOrdered(forecast.earliest(), count.limit(), forecast.latest()));
            same(
                    "order of the bounds of the wanted moment",
                    true,
                    isOrdered(forecast.earliestTarget(), count.target(), forecast.latestTarget())
                            && isOrdered(forecast.earliestTarget(), forecast.earliest())
                            && isOrdered(forecast.latestTarget(), forecast.latest()));
            same("latest within the cap", true, cap == null || isOrdered(forecast.latest(), cap));
        }
    }

    private static boolean isOrdered(DueMoment... moments) {
        for (int i = 1; i < moments.length; i++) {
            if (!CheckedCount.earlier(moments[i - 1], moments[i]).equals(moments[i - 1])) {
                return false;
            }
        }
        return true;
    }

    /** Names the first difference only: a list may hold years of days. */
    private void list(String what, List<?> expected, List<?> found) {
        int i = 0;
        while (i < expected.size() && i < found.size() && expected.get(i).equals(found.get(i))) {
            i++;
        }
        if (i < expected.size() || i < found.size()) {
            same(
                    what + " no. " + (i + 1),
                    i < expected.size() ? expected.get(i) : "none",
                    i < found.size() ? found.get(i) : "none");
        }
    }

    private void same(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            faults.add(what + " is " + found + " and should be " + expected);
        }
    }
}
