package org.complaintkit.policy;

/**
 * What the library makes of a code, so that it knows none by name: the vocabulary marks the codes ({@code marks.csv}), those
 * that all packs share and those of a pack's own alike.
 */
public enum Mark {
    /** A state after the answer: whoever complains again then repeats. */
    ANSWERED("STATE"),
    /** A state in which the matter counts as handled. */
    HANDLED("STATE"),
    /** A state that ends the handling. */
    ENDED("STATE"),
    /** A state in which another case carries the matter on: its limits and duties go there, and nobody is told any more. */
    MERGED("STATE"),
    /** The last state: nothing happens to the case any more but what is marked {@link #LATER}. */
    FILED("STATE"),
    /** An event that may happen to a case that is filed. */
    LATER("EVENT"),
    /** An event from which on the records must not be erased, whatever their time: a court or a supervisor wants them. */
    HOLDS("EVENT"),
    /** An event that ends that. */
    RELEASES("EVENT"),
    /** An event that determines the responsibility outcome; what others say of it is hearsay. */
    DETERMINES("EVENT"),
    /** An event that grades the case. */
    GRADES("EVENT"),
    /** A category under which the pack leaves the case to the next one: that answers first, where it answers at all. */
    LEAVES("CATEGORY"),
    /** An event that tells how satisfied the customer is. */
    TELLS_SATISFACTION("EVENT"),
    /** A level at which the customer counts as satisfied. */
    SATISFIED("SATISFACTION"),
    /** A level that says that the customer gave no answer. */
    UNANSWERED("SATISFACTION");

    private final String kind;

    Mark(String kind) {
        this.kind = kind;
    }

    /** Kind of the codes that can have it. */
    public String kind() {
        return kind;
    }
}
