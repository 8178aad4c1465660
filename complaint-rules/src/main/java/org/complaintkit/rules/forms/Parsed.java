package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.complaintkit.rules.pack.Told;

/**
 * A part of a sentence that was understood.
 *
 * @param end behind its last character
 * @param slips what is wrong in it, if this reading of the sentence is the one that holds
 */
record Parsed<T>(T value, int end, List<Slip> slips) {
    Parsed {
        slips = List.copyOf(slips);
    }

    /** A word that stands where it should and is not the right one. */
    record Slip(Told told, int at, String text) {}

    static <T> Parsed<T> of(T value, int end) {
        return new Parsed<>(value, end, List.of());
    }

    <S> Parsed<S> as(Function<T, S> other) {
        return new Parsed<>(other.apply(value), end, slips);
    }

    Parsed<T> upTo(int further) {
        return new Parsed<>(value, further, slips);
    }

    Parsed<T> with(List<Slip> more) {
        List<Slip> all = new ArrayList<>(slips);
        all.addAll(more);
        return new Parsed<>(value, end, all);
    }

    /** The one that understood more of the sentence; of equals the one with fewer slips, then the first. */
    static <T> @org.jspecify.annotations.Nullable Parsed<T> longer(
            @org.jspecify.annotations.Nullable Parsed<T> one, @org.jspecify.annotations.Nullable Parsed<T> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        boolean better = other.end == one.end ? other.slips.size() < one.slips.size() : other.end > one.end;
        return better ? other : one;
    }
}
