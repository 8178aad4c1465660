package org.complaintkit.audit;

import java.time.Instant;

/**
 * One link of the trail of a case.
 *
 * @param caseId the case
 * @param sequence 1 for the first link
 * @param kind what was taken in: the type of an event, or {@code TIME_PASSED}
 * @param recordedAt when the desk took it in, by the desk's clock
 * @param content SHA-256 of what was taken in and what came of it, hexadecimal
 * @param previous hash of the link before; 64 zeros for the first
 * @param hash SHA-256 over all of the above, hexadecimal
 */
public record AuditEntry(
        String caseId, long sequence, String kind, Instant recordedAt, String content, String previous, String hash) {}
