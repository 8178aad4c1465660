package org.complaintkit.model;

import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;

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

    /** What stands in the place of words that were erased; that something was said stays known. */
    public static final String ERASED = "erased";

    /** Codes; days and moments; times of day; small numbers and amounts; numbers of a year's cases, such as 2026-0001. */
    private static final Pattern NOT_PERSONAL = Pattern.compile("[A-Z][A-Z0-9_.-]*"
            + "|[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9:.]{5,18}(?:Z|[+-][0-9:]{2,6})?)?)?"
            + "|[0-9]{2}:[0-9]{2}|[0-9]{1,6}|[0-9]{1,12}\\.[0-9]{1,2}|(?:19|20)[0-9]{2}-[0-9]{1,6}");

    /**
     * A value told with a complaint or an event, without what may be a person's words: codes, dates, numbers and flags stay,
     * any other text becomes {@link #ERASED}. So does one of seven digits and more, which may be a telephone's number.
     */
    public static Object erased(Object value) {
        if (value instanceof Collection<?> items) {
            return items.stream().map(Personal::erased).toList();
        }
        return value instanceof String words && !NOT_PERSONAL.matcher(words).matches() ? ERASED : value;
    }

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
