package org.complaintkit.policy;

/** By what complaints are counted apart. Each is a code of kind DIMENSION, as tables and the vocabulary name it. */
public enum Dimension {
    /** Category that the policy decided; each of them where categories stand side by side. */
    BY_TYPE("CATEGORY"),
    /** Channel by which it came. */
    BY_SOURCE("CHANNEL"),
    /** How far the handling has come: the last state, filing away apart. */
    BY_RESULT("STATE"),
    /** Each cause that the complaint or an event names. */
    BY_CAUSE("CAUSE"),
    /** Unit found responsible, or else complained about, in the host's identifiers. */
    BY_UNIT(""),
    /** Role that handles it. */
    BY_OWNER("ROLE"),
    /** Responsibility outcome. */
    BY_OUTCOME("OUTCOME"),
    /** The given fact {@code product}, in the host's words. */
    BY_PRODUCT(""),
    /** Each remedy that events name, or else each demand. */
    BY_HANDLING("DEMAND"),
    /** Each demand of the complainant. */
    BY_DEMAND("DEMAND"),
    /** The last answer of the complainant to the question whether he is satisfied. */
    BY_SATISFACTION("SATISFACTION"),
    /** Class that decides the limit. */
    BY_CLASS("COMPLEXITY"),
    /** Grade of gravity. */
    BY_GRADE("GRADE"),
    /** Each label that holds. */
    BY_LABEL("LABEL"),
    /** Kind of complainant. */
    BY_COMPLAINANT("COMPLAINANT"),
    /** Parts of the period reported on: its months, or its days where it is no longer than a month. */
    BY_PERIOD(""),
    /** How the case counts. */
    COUNT_STATUS("COUNT_STATUS");

    private final String kind;

    Dimension(String kind) {
        this.kind = kind;
    }

    /** Kind of its values in the vocabulary; empty where they are words of the host. */
    public String kind() {
        return kind;
    }
}
