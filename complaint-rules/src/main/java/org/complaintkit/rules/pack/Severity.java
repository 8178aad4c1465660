package org.complaintkit.rules.pack;

/** How bad a fault of a pack is. */
public enum Severity {
    /** The pack is refused. */
    ERROR,

    /** The pack works; somebody should look. */
    WARNING
}
