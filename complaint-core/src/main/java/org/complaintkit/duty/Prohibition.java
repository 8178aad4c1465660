package org.complaintkit.duty;

import java.time.Instant;
import org.complaintkit.policy.Basis;

/**
 * Something that must not be done in a case.
 *
 * @param pack id of the pack
 * @param code code of kind PROHIBITION
 * @param rule the rule that asked for it
 * @param clause the clause that forbids it
 * @param basis where it comes from
 * @param since from when on
 */
public record Prohibition(String pack, String code, String rule, String clause, Basis basis, Instant since) {}
