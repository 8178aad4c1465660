package org.complaintkit.rules.pack;

import java.util.Comparator;
import java.util.Locale;

/**
 * One thing that is wrong in a pack, told so that somebody who does not program can mend it. Immutable; ordered by place.
 *
 * @param told what is wrong and what to do, in any of the languages
 * @param file name of the file inside the pack
 * @param at place in the file
 * @param text the offending text, cut at 80 characters; may be empty
 */
public record PackFault(Told told, String file, Position at, String text) implements Comparable<PackFault> {
    private static final int LONGEST_TEXT = 80;
    private static final Comparator<PackFault> BY_PLACE = Comparator.comparing(PackFault::file)
            .thenComparing(PackFault::at)
            .thenComparing(PackFault::code)
            .thenComparing(PackFault::text)
            .thenComparing(fault -> fault.told().kind())
            .thenComparing(fault -> String.join("\n", fault.told().arguments()))
            .thenComparing(fault -> fault.told().word());

    public PackFault {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        text = line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) : line;
    }

    /** Stable code in upper snake case, such as {@code UNKNOWN_CODE}. */
    public String code() {
        return told.code();
    }

    /** Whether the pack can be used all the same: as far as worked cases go, always. */
    public Severity severity() {
        return severity(told, file);
    }

    static Severity severity(Told told, String file) {
        return file.startsWith(PackFiles.CASES) ? Severity.WARNING : told.kind().severity();
    }

    /** What is wrong, in English. */
    public String reason() {
        return reason(Locale.ENGLISH);
    }

    /** What is wrong, in the language of the locale: English, or Chinese in either script. */
    public String reason(Locale locale) {
        return told.reason(locale).replaceAll("\\p{Cntrl}+", " ");
    }

    /** What to do, in English. */
    public String suggestion() {
        return suggestion(Locale.ENGLISH);
    }

    /** What to do, in the language of the locale. */
    public String suggestion(Locale locale) {
        return told.wayOut(locale).replaceAll("\\p{Cntrl}+", " ");
    }

    /** {@code grading.drl:12:3}; without numbers where the file as a whole is meant. */
    public String place() {
        return at.line() == 0 ? file : file + ":" + at;
    }

    @Override
    public int compareTo(PackFault other) {
        return BY_PLACE.compare(this, other);
    }

    /** One line in English: place, code, offending text, reason, suggestion. */
    @Override
    public String toString() {
        return place() + ": " + code() + (text.isEmpty() ? "" : " '" + text + "'") + ": " + reason()
                + (suggestion().isEmpty() ? "" : " (" + suggestion() + ")");
    }
}
