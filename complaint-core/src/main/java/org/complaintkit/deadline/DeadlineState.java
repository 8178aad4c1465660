package org.complaintkit.deadline;

/** States of a deadline (CONV-19). */
public enum DeadlineState {
    /** Running, its limit not passed; a limit on day d is open during d. */
    OPEN,
    /** The end event came at or before the limit. */
    MET,
    /** The limit passed without the end event, whether it came later or not. */
    BREACHED,
    /** Replaced by an extension, another class or a new form before its limit. */
    SUPERSEDED,
    /** Made pointless before its limit, as by a voluntary withdrawal. */
    CANCELLED,
    /** The limit passed and what it was for has lapsed, which is no breach (ITB-D04). */
    LAPSED
}
