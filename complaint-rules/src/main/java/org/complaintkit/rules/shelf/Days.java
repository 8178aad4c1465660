package org.complaintkit.rules.shelf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days, both ends included.
 *
 * @param first {@link LocalDate#MIN} where it has no beginning
 * @param last {@link LocalDate#MAX} where it has no end; never before the first
 */
record Days(LocalDate first, LocalDate last) {
    /** The days on which a policy is in force by its own dates. */
    static Days of(Policy policy) {
        LocalDate from = policy.effectiveFrom();
        LocalDate to = policy.effectiveTo();
        return new Days(from == null ? LocalDate.MIN : from, to == null ? LocalDate.MAX : to);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** What is left of it where others are taken away, the earliest stretch first. */
    List<Days> without(List<Days> others) {
        List<Days> left = List.of(this);
        for (Days other : others) {
            List<Days> next = new ArrayList<>();
            left.forEach(each -> each.without(other, next));
            left = next;
        }
        return left;
    }

    private void without(Days other, List<Days> left) {
        if (other.last.isBefore(first) || other.first.isAfter(last)) {
            left.add(this);
            return;
        }
        if (first.isBefore(other.first)) {
            left.add(new Days(first, other.first.minusDays(1)));
        }
        if (last.isAfter(other.last)) {
            left.add(new Days(other.last.plusDays(1), last));
        }
    }

    /** As a policy has its first day. */
    @Nullable
    LocalDate from() {
        return first.equals(LocalDate.MIN) ? null : first;
    }

    /** As a policy has its last day. */
    @Nullable
    LocalDate to() {
        return last.equals(LocalDate.MAX) ? null : last;
    }

    @Override
    public String toString() {
        return (from() == null ? "the beginning" : first.toString()) + " to " + (to() == null ? "no end" : last);
    }
}
