package org.complaintkit.policy;

/** Where a value comes from. A {@link #DEFAULT} is never reported as a citation of the text. */
public enum Basis {
    /** The text says so. */
    TEXT,
    /** The text allows several meanings; this one was chosen. */
    READING,
    /** The text is silent or lost; the value is ours and can be changed by a parameter or in the pack. */
    DEFAULT,
    /** The host set a parameter away from its default. */
    PARAMETER
}
