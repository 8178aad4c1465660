package org.complaintkit.rules.pack;

import java.util.Comparator;

/**
 * One thing that is wrong in a pack, told so that somebody who does not program can mend it. Immutable; ordered by place.
 *
 * @param code stable code in upper snake case, such as {@code UNKNOWN_CODE}
 * @param file name of the file inside the pack
 * @param at place in the file
 * @param text the offending text, cut at 80 characters; may be empty
 * @param reason what is wrong with it
 * @param suggestion what to do
 */
public record PackFault(String code, String file, Position at, String text, String reason, String suggestion)
        implements Comparable<PackFault> {
    private static final int LONGEST_TEXT = 80;
    private static final Comparator<PackFault> BY_PLACE = Comparator.comparing(PackFault::file)
            .thenComparing(PackFault::at)
            .thenComparing(PackFault::code)
            .thenComparing(PackFault::text)
            .thenComparing(PackFault::reason);

    public PackFault {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        text = line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) : line;
    }

    /** {@code grading.drl:12:3}; without numbers where the file as a whole is meant. */
    public String place() {
        return at.line() == 0 ? file : file + ":" + at;
    }

    @Override
    public int compareTo(PackFault other) {
        return BY_PLACE.compare(this, other);
    }

    /** One line: place, offending text, reason, suggestion. */
    @Override
    public String toString() {
        return place() + ": " + code + (text.isEmpty() ? "" : " '" + text + "'") + ": " + reason
                + (suggestion.isEmpty() ? "" : " (" + suggestion + ")");
    }
}
