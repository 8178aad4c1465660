package org.complaintkit.desk;

/** The process dies. An error, so that nothing in the desk can take it for a fault of a port and go on. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where, null, false, false);
    }
}
