package org.complaintkit.rules.shelf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.rules.drools.DroolsRuleBook;

/**
 * The versions of one pack. Immutable.
 *
 * @param held all, in the order in which they came
 * @param active those that were activated and not taken back, the one activated last at the end; one that was activated
 *     again stands here as often, so that what was before can be had back
 */
record Line(List<Loaded> held, List<PackVersion> active) {
    /** Of a pack of which nothing came yet. */
    static final Line EMPTY = new Line(List.of(), List.of());

    /** A version with what must be closed when it goes. */
    record Loaded(DroolsRuleBook book, PackVersion version) {
        static Loaded of(DroolsRuleBook book) {
            return new Loaded(book, book.policy().pack());
        }
    }

    Line {
        held = List.copyOf(held);
        List<PackVersion> changes = new ArrayList<>();
        for (PackVersion version : active) {
            if (changes.isEmpty() || !changes.get(changes.size() - 1).equals(version)) {
                changes.add(version);
            }
        }
        active = List.copyOf(changes);
    }

    /** The version that was activated last. */
    PackVersion current() {
        return active.get(active.size() - 1);
    }

    Optional<Loaded> find(PackVersion version) {
        return held.stream().filter(each -> each.version().equals(version)).findFirst();
    }

    /** A version that is held. */
    DroolsRuleBook book(PackVersion version) {
        return find(version).orElseThrow().book();
    }

    /** With a version as the newest; one that is held already is not held twice, and for one that is the newest all stays. */
    Line activating(Loaded loaded) {
        List<Loaded> more = new ArrayList<>(held);
        if (find(loaded.version()).isEmpty()) {
            more.add(loaded);
        }
        List<PackVersion> newest = new ArrayList<>(active);
        newest.add(loaded.version());
        return new Line(more, newest);
    }

    /** As before the last activation that changed anything, without what went since. */
    Line back() {
        return new Line(held, active.subList(0, active.size() - 1));
    }

    Line without(PackVersion version) {
        return new Line(
                held.stream().filter(each -> !each.version().equals(version)).toList(),
                active.stream().filter(each -> !each.equals(version)).toList());
    }

    /** The active books, the one activated last first. */
    private List<DroolsRuleBook> newestFirst() {
        List<PackVersion> versions = new ArrayList<>(active);
        Collections.reverse(versions);
        return versions.stream().distinct().map(this::book).toList();
    }

    /** The newest of the active versions that are in force on a day. */
    Optional<DroolsRuleBook> on(LocalDate day) {
        return newestFirst().stream().filter(book -> book.policy().inForce(day)).findFirst();
    }

    /**
     * The active versions with the days that newer ones leave to each, the newest first; one to which none is left is not
     * among them. Of one that goes on after a newer one has ended, only the days before are kept: see {@link #requireWhole}.
     */
    List<RuleBook> tenures() {
        List<RuleBook> tenures = new ArrayList<>();
        List<Days> taken = new ArrayList<>();
        for (DroolsRuleBook book : newestFirst()) {
            Days days = Days.of(book.policy());
            days.without(taken).stream().findFirst().ifPresent(left -> tenures.add(Tenure.of(book, left)));
            taken.add(days);
        }
        return tenures;
    }

    /**
     * Refuses a line in which a version is in force before and after a newer one: a desk knows a version by its identity, and
     * so takes it for one stretch of days.
     *
     * @throws InvalidInputException VERSION_INSIDE_ANOTHER
     */
    void requireWhole() {
        List<Days> taken = new ArrayList<>();
        for (DroolsRuleBook book : newestFirst()) {
            Days days = Days.of(book.policy());
            List<Days> left = days.without(taken);
            if (left.size() > 1) {
                throw InvalidInputException.of(
                                "VERSION_INSIDE_ANOTHER", "pack " + current().id())
                        .value(book.policy().pack().version() + ": " + left.get(0) + ", " + left.get(1))
                        .rule("of each version one stretch of days, and not days before and after a newer version")
                        .wayOut(
                                "first let a version have the days that follow: activate one for them, or keep the one in between")
                        .build();
            }
            taken.add(days);
        }
    }

    /** Days from which on another of its versions may be in force than the day before. */
    List<LocalDate> divides() {
        List<LocalDate> days = new ArrayList<>(List.of(LocalDate.MIN));
        for (DroolsRuleBook book : newestFirst()) {
            Days each = Days.of(book.policy());
            days.add(each.first());
            if (each.to() != null) {
                days.add(each.last().plusDays(1));
            }
        }
        return days;
    }
}
