package org.complaintkit.model;

import java.util.Objects;

/**
 * A text that identifies a person: a name, a telephone number, an address, the words of a complaint.
 *
 * <p>It prints as {@code ***}, so that logs, exceptions and proofs never carry it; only {@link #reveal()} gives the text
 * away, and a search for that word finds every place that does. Immutable and thread-safe.
 */
public final class Personal {
    private static final String MASK = "***";
    private static final Personal EMPTY = new Personal("");

    private final String text;

    private Personal(String text) {
        this.text = text;
    }

    /** Wraps a text; the empty text is allowed and means "not given". */
    public static Personal of(String text) {
        return text.isEmpty() ? EMPTY : new Personal(text);
    }

    /** Nothing given. */
    public static Personal none() {
        return EMPTY;
    }

    /** What stands in the place of what was erased; that something was said stays known. */
    public static final String ERASED = "erased";

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The text itself: for storage and for the screens of those who may see it, never for a log. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Personal personal && personal.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }

    /** Always the mask, or the empty text where nothing was given. */
    @Override
    public String toString() {
        return text.isEmpty() ? "" : MASK;
    }
}
