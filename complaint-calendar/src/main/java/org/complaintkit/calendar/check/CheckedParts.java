package org.complaintkit.calendar.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Forecast;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.ServiceHours;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.Wording;
import org.complaintkit.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** A combined term as a {@link ProofChecker} verifies it: each part by itself, and which of them decides. */
final class CheckedParts {
    private final Proof proof;
    private final Term.Combined term;
    private final WorkingCalendar calendar;
    private final List<String> faults = new ArrayList<>();

    CheckedParts(Proof proof, Term.Combined term, WorkingCalendar calendar) {
        this.proof = proof;
        this.term = term;
        this.calendar = calendar;
    }

    List<String> faults(int depth) {
        List<Proof> parts = proof.parts();
        if (parts.size() != term.parts().size()) {
            faults.add(parts.size() + " parts are proved and should be "
                    + term.parts().size());
            return faults;
        }
        Map<Term, Wording> words = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Proof part = parts.get(i);
            String no = "part " + (i + 1);
            ProofChecker.faults(part, calendar, depth + 1).forEach(fault -> faults.add(no + ": " + fault));
            same(no + " text", term.parts().get(i), part.wording().text());
            same(no + " question", question(proof), question(part));
            Wording before = words.putIfAbsent(part.wording().text(), part.wording());
            same(no + " meaning", before == null ? part.wording() : before, part.wording());
        }
        if (hours(parts, new HashSet<>()).size() > 1) {
            faults.add("parts have different service hours");
        }
        if (faults.isEmpty()) {
            decides(parts);
        }
        return faults;
    }

    private static Set<ServiceHours> hours(List<Proof> parts, Set<ServiceHours> into) {
        for (Proof part : parts) {
            ServiceHours hours = part.serviceHours();
            if (hours != null) {
                into.add(hours);
            }
            hours(part.parts(), into);
        }
        return into;
    }

    /** What all parts share. A convention of one's own is the same for all terms. */
    private static List<Object> question(Proof proof) {
        boolean custom = proof.conventionName().equals(Conventions.CUSTOM);
        return List.of(
                proof.zone(),
                proof.conventionName(),
                custom ? proof.convention() : "",
                proof.asked(),
                proof.pauses(),
                String.valueOf(proof.cap()));
    }

    private void decides(List<Proof> parts) {
        Proof decides = parts.get(0);
        for (Proof part : parts) {
            decides = wins(part.limit(), decides.limit()) ? part : decides;
        }
        Proof whole = decides.decidingFor(proof.wording(), forecast(parts, decides), parts);
        same("whole", whole, proof);
    }

    private @Nullable Forecast forecast(List<Proof> parts, Proof decides) {
        List<Forecast> outlooks = parts.stream().map(CheckedParts::outlook).toList();
        DueMoment earliest = decided(outlooks.stream().map(Forecast::earliest));
        DueMoment latest = decided(outlooks.stream().map(Forecast::latest));
        boolean settled = parts.stream().allMatch(part -> part.forecast() == null);
        boolean nothingBefore = !term.later() && decides.forecast() == null && earliest.equals(decides.limit());
        if (settled || (nothingBefore && isSettled(decides.limit()))) {
            return null;
        }
        DueMoment low = decides.target();
        DueMoment high = decides.target();
        for (Forecast outlook : outlooks) {
            DueMoment hope = term.later() ? outlook.latest() : outlook.earliest();
            DueMoment hurdle = term.later() ? earliest : latest;
            if (!wins(hurdle, hope)) {
                low = CheckedCount.earlier(low, outlook.earliestTarget());
                high = CheckedCount.earlier(outlook.latestTarget(), high).equals(high) ? outlook.latestTarget() : high;
            }
        }
        DueMoment most = CheckedCount.earlier(high, latest);
        return new Forecast(decides.limit(), earliest, latest, low, most, CheckedCalendar.assumption(calendar, latest));
    }

    /** What a part says of itself; of a settled one each bound is its answer. */
    private static Forecast outlook(Proof part) {
        Forecast own = part.forecast();
        return own != null
                ? own
                : new Forecast(part.limit(), part.limit(), part.limit(), part.target(), part.target(), "");
    }

    private DueMoment decided(Stream<DueMoment> moments) {
        return moments.reduce((holder, moment) -> wins(moment, holder) ? moment : holder)
                .orElseThrow();
    }

    private boolean isSettled(DueMoment limit) {
        return new CheckedCalendar(calendar).settles(limit);
    }

    private boolean wins(DueMoment candidate, DueMoment holder) {
        if (candidate.at().equals(holder.at()) && candidate.wholeDay() == holder.wholeDay()) {
            // One moment, though service over midnight may count it to the day before: what is named first stays.
            return false;
        }
        boolean first = CheckedCount.earlier(candidate, holder).equals(candidate);
        return first != term.later();
    }

    private void same(String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            faults.add(what + " is not as it should be");
        }
    }
}
