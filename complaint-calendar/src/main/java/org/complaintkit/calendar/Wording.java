package org.complaintkit.calendar;

/**
 * What a text says about time, and what that stands for.
 *
 * @param text the term as asked: maybe a word without a number, maybe several terms
 * @param meaning what the word stands for; the term itself if it is no word
 * @param standard whether the meaning is the default of CONV-12, and so neither the text's nor the question's
 */
public record Wording(Term text, Term meaning, boolean standard) {
    /** The convention from which the defaults of words come. */
    static final String SOURCE = "CONV-12";

    /** A legal source, with that of the default where there is one. */
    String source(String counting) {
        if (!standard) {
            return counting;
        }
        return counting.isEmpty() ? SOURCE : SOURCE + ", " + counting;
    }
}
