package org.complaintkit.calendar.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.Convention;
import org.complaintkit.calendar.Convention.LastDay;
import org.complaintkit.calendar.Convention.TargetRule;
import org.complaintkit.calendar.CountedDay;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.ServiceHours;
import org.complaintkit.calendar.SkippedDay;
import org.complaintkit.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** The count that a proof claims, made anew by a {@link ProofChecker} under one reading of the calendar. */
final class CheckedCount {
    private static final int LISTED_DAYS = 50_000;

    private final Proof proof;
    private final CheckedTerm term;
    private final CheckedCalendar calendar;
    private final @Nullable CheckedService service;
    private final ZoneId zone;
    private final DueMoment start;
    private final DueMoment limit;
    private final DueMoment target;
    private final List<CountedDay> counted = new ArrayList<>();
    private final List<SkippedDay> skipped = new ArrayList<>();

    CheckedCount(Proof proof, WorkingCalendar from) {
        this.proof = proof;
        this.term = CheckedTerm.of(proof.term());
        this.calendar = new CheckedCalendar(from);
        this.zone = proof.zone();
        ServiceHours hours = proof.serviceHours();
        this.service = hours == null ? null : new CheckedService(hours, calendar, zone);
        this.start = started();
        DueMoment low;
        if (term.byTheClock()) {
            boolean served = term.shape() == CheckedTerm.Shape.SERVICE;
            CheckedHours clock = new CheckedHours(proof, calendar, served ? service : null);
            this.limit = capped(clock.end(start, term.most()));
            this.target = earlier(clock.end(start, term.least()), limit);
            if (isListed()) {
                clock.days(start, limit, counted, skipped);
            }
        } else {
            CheckedDays days = new CheckedDays(proof, term, calendar);
            LocalDate most = days.prolonged(start.day(), days.last(start.day(), term.most()));
            this.limit = capped(on(most));
            low = term.least() < term.most() ? earlier(on(days.last(start.day(), term.least())), limit) : limit;
            this.target = earlier(target(low), limit);
            if (isListed() && term.date() == null) {
                days.list(start.day(), most == null ? LocalDate.MAX : most, limit, counted, skipped);
            }
        }
    }

    /** Longer spans are not listed. */
    private boolean isListed() {
        return !limit.isNever() && limit.day().toEpochDay() - start.day().toEpochDay() <= LISTED_DAYS;
    }

    DueMoment start() {
        return start;
    }

    DueMoment limit() {
        return limit;
    }

    DueMoment target() {
        return target;
    }

    List<CountedDay> counted() {
        return counted;
    }

    List<SkippedDay> skipped() {
        return skipped;
    }

    /**
     * Whether the count rests on a day that no schedule settles. Of one that another rule's limit cuts off only the days
     * up to there matter; what moves back onto a day of rest may yet move on, though.
     */
    boolean unsettled() {
        DueMoment cap = proof.cap();
        if (cap == null || !limit.equals(cap) || !calendar.settles(cap)) {
            return calendar.unsettled();
        }
        boolean stays = proof.convention().lastDay() != LastDay.BACK
                || calendar.look(cap.day()).working();
        return calendar.unsettled() && !(stays && calendar.settledThrough(cap.day()));
    }

    private DueMoment started() {
        DueMoment asked = proof.asked();
        LocalDate day = asked.day();
        Instant at = asked.wholeDay() ? beginning(day) : asked.at();
        LocalTime cutOff = proof.convention().cutOff();
        if (cutOff != null && !asked.wholeDay() && LocalTime.ofInstant(at, zone).compareTo(cutOff) >= 0) {
            day = day.plusDays(1);
            at = beginning(day);
        }
        if (proof.convention().restDayStart() == Convention.RestDayStart.NEXT_WORKING_DAY) {
            while (!calendar.working(day)) {
                day = day.plusDays(1);
                at = beginning(day);
            }
        }
        if (service != null && proof.convention().outsideHours() == Convention.OutsideHours.NEXT_OPENING) {
            calendar.dependOn(day);
            at = service.opening(at);
            day = LocalDate.ofInstant(at, zone);
            calendar.dependOn(day);
        }
        return asked.wholeDay() ? new DueMoment(day, beginning(day.plusDays(1)), true) : new DueMoment(day, at, false);
    }

    /** The limit or target on a counted day, moved off a day of rest. */
    private DueMoment on(@Nullable LocalDate day) {
        return day == null ? DueMoment.never() : ending(moved(day));
    }

    private LocalDate moved(LocalDate day) {
        LocalDate moved = day;
        if (proof.convention().lastDay() == LastDay.FORWARD) {
            while (!calendar.working(moved)) {
                moved = moved.plusDays(1);
            }
        } else if (proof.convention().lastDay() == LastDay.BACK) {
            while (!calendar.working(moved)) {
                moved = moved.minusDays(1);
            }
            return moved.isAfter(start.day()) || term.date() != null ? moved : day;
        }
        return moved;
    }

    private DueMoment target(DueMoment low) {
        TargetRule rule = proof.convention().target();
        if (rule == TargetRule.SAME || low.isNever()) {
            return low;
        }
        LocalDate day = rule == TargetRule.LAST_WORKING_DAY_BEFORE ? low.day().minusDays(1) : low.day();
        while (!calendar.working(day)) {
            day = day.minusDays(1);
        }
        if (term.date() != null || day.isAfter(start.day())) {
            return ending(day);
        }
        return calendar.working(start.day()) ? ending(start.day()) : low;
    }

    /** The end of a day by the convention. */
    private DueMoment ending(LocalDate day) {
        switch (proof.convention().timeOfDay()) {
            case KEEP -> {
                ZonedDateTime end = start.at().atZone(zone).with(CheckedCalendar.inRange(day));
                return new DueMoment(end.toLocalDate(), end.toInstant(), false);
            }
            case CLOSE_OF_BUSINESS -> {
                calendar.dependOn(day);
                List<Instant[]> open = service == null ? List.of() : service.on(day);
                if (!open.isEmpty()) {
                    return new DueMoment(day, open.get(open.size() - 1)[1], false);
                }
            }
            case END_OF_DAY -> {}
        }
        return new DueMoment(day, beginning(day.plusDays(1)), true);
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private DueMoment capped(DueMoment counted) {
        DueMoment cap = proof.cap();
        return cap == null ? counted : earlier(counted, cap);
    }

    static DueMoment earlier(DueMoment a, DueMoment b) {
        boolean second = a.at().isAfter(b.at()) || (a.at().equals(b.at()) && a.wholeDay() && !b.wholeDay());
        return second ? b : a;
    }
}
