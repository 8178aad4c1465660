package org.complaintkit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Limits by the clock as a {@link ProofChecker} verifies them: it adds up what was open between start and limit. */
final class CheckedHours {
    private final Proof proof;
    private final WorkingCalendar calendar;
    private final ZoneId zone;

    CheckedHours(Proof proof, WorkingCalendar calendar) {
        this.proof = proof;
        this.calendar = calendar;
        this.zone = proof.zone();
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        int most = proof.term() instanceof Term.Range range ? range.most() : ((Term.Amount) proof.term()).amount();
        int least = proof.term() instanceof Term.Range range ? range.least() : most;
        check("limit", proof.limit(), most, faults);
        check("target", proof.target(), least, faults);
        return faults;
    }

    private void check(String what, DueMoment end, int amount, List<String> faults) {
        DueMoment cap = proof.cap();
        Duration wanted = Duration.ofMinutes((long) amount * minutes());
        if (end.isNever()) {
            if (cap != null || !runsOut(wanted)) {
                faults.add(what + " is never, but the clock goes on");
            }
            return;
        }
        boolean isCap = end.equals(cap);
        if (!isCap && (end.wholeDay() || !LocalDate.ofInstant(end.at(), zone).equals(end.day()))) {
            faults.add(what + " is not an instant of its day");
        }
        if (end.at().isBefore(proof.start().at()) && !isCap) {
            faults.add(what + " lies before the start");
            return;
        }
        if (isCap && end.at().isBefore(proof.start().at())) {
            return;
        }
        Duration open = Duration.ZERO;
        Instant lastOpen = proof.start().at();
        for (Instant[] stretch : running(end.at())) {
            open = open.plus(Duration.between(stretch[0], stretch[1]));
            lastOpen = stretch[1];
        }
        int order = open.compareTo(wanted);
        if (isCap ? order > 0 : order != 0 || !lastOpen.equals(end.at())) {
            faults.add(what + " leaves " + open + " and should leave " + wanted);
        }
    }

    private int minutes() {
        TermUnit unit = proof.term() instanceof Term.Range range ? range.unit() : ((Term.Amount) proof.term()).unit();
        return unit == TermUnit.HOURS || unit == TermUnit.WORKING_HOURS ? 60 : 1;
    }

    /** Whether the clock stops for ever before so much time has passed. */
    private boolean runsOut(Duration wanted) {
        Instant stop = proof.pauses().stream()
                .filter(pause -> pause.to() == null)
                .map(Pause::from)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (stop == null) {
            return false;
        }
        Duration open = Duration.ZERO;
        for (Instant[] stretch : running(stop)) {
            open = open.plus(Duration.between(stretch[0], stretch[1]));
        }
        return open.compareTo(wanted) < 0;
    }

    /** Stretches from the start to an instant in which the clock runs. */
    private List<Instant[]> running(Instant end) {
        List<Instant[]> running = new ArrayList<>();
        if (proof.start().at().isBefore(end)) {
            running.add(new Instant[] {proof.start().at(), end});
        }
        if (TermKind.of(proof.term()) == TermKind.WORKING_HOURS) {
            running = withinService(end);
        }
        for (Pause pause : proof.pauses()) {
            Instant to = pause.to();
            running = without(running, pause.from(), to == null ? Instant.MAX : to);
        }
        return running;
    }

    private List<Instant[]> withinService(Instant end) {
        List<Instant[]> open = new ArrayList<>();
        Instant done = proof.start().at();
        LocalDate last = LocalDate.ofInstant(end, zone);
        for (LocalDate day = proof.start().day().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (Instant[] shift : stretches(day)) {
                Instant from = shift[0].isAfter(done) ? shift[0] : done;
                Instant to = shift[1].isBefore(end) ? shift[1] : end;
                if (from.isBefore(to)) {
                    open.add(new Instant[] {from, to});
                    done = to;
                }
            }
        }
        return open;
    }

    private static List<Instant[]> without(List<Instant[]> stretches, Instant from, Instant to) {
        List<Instant[]> left = new ArrayList<>();
        for (Instant[] s : stretches) {
            if (s[0].isBefore(from)) {
                left.add(new Instant[] {s[0], s[1].isBefore(from) ? s[1] : from});
            }
            if (s[1].isAfter(to)) {
                left.add(new Instant[] {s[0].isAfter(to) ? s[0] : to, s[1]});
            }
        }
        return left;
    }

    /** First instant not before the given one at which service is open. */
    Instant opening(Instant from) {
        for (LocalDate day = LocalDate.ofInstant(from, zone).minusDays(1); ; day = day.plusDays(1)) {
            for (Instant[] shift : stretches(day)) {
                if (shift[1].isAfter(from)) {
                    return shift[0].isAfter(from) ? shift[0] : from;
                }
            }
        }
    }

    /** Stretches of service that begin on a day. */
    List<Instant[]> stretches(LocalDate day) {
        List<Instant[]> stretches = new ArrayList<>();
        if (day.isBefore(calendar.firstDay())) {
            return stretches;
        }
        for (Shift shift : Objects.requireNonNull(proof.serviceHours()).shifts(calendar.day(day))) {
            Instant from = wall(day, shift.from());
            Instant to = wall(day, shift.to());
            if (from.isBefore(to)) {
                stretches.add(new Instant[] {from, to});
            }
        }
        return stretches;
    }

    /** First instant at which the wall clock shows a time of a day, or a later one. */
    private Instant wall(LocalDate day, int minute) {
        LocalDate date = minute >= Shift.DAY ? day.plusDays(1) : day;
        int within = minute >= Shift.DAY ? minute - Shift.DAY : minute;
        var local = date.atTime(within / 60, within % 60);
        var offsets = zone.getRules().getValidOffsets(local);
        if (!offsets.isEmpty()) {
            return local.toInstant(offsets.get(0));
        }
        return zone.getRules().getTransition(local).getInstant();
    }
}
