package org.complaintkit.policy;

import java.util.Map;

/**
 * A row of {@code measures.csv}: what the policy's lists advise against a cause of complaints.
 *
 * @param cause code of kind CAUSE
 * @param clause the clause that names the measure
 * @param basis where it comes from
 * @param measure code of the measure, its own in the pack
 * @param labels the measure in words, by language tag
 */
public record MeasureRule(String cause, String clause, Basis basis, String measure, Map<String, String> labels) {}
