package org.complaintkit.desk;

import java.time.Instant;
import java.util.List;

/**
 * What one tick over the open cases did.
 *
 * @param until the moment up to which time was let pass
 * @param cases cases, and reports of the institutions, that moved on
 * @param delivered notices handed to the duty port
 * @param undelivered notices that the port did not take; the next sweep sends them again
 * @param failures cases and reports that could not be moved on, each with the reason; the sweep went on without them
 */
public record Sweep(Instant until, int cases, int delivered, int undelivered, List<String> failures) {
    public Sweep {
        failures = List.copyOf(failures);
    }
}
