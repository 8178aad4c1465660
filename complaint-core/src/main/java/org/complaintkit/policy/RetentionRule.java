package org.complaintkit.policy;

/**
 * A row of {@code retention.csv}: how long the records of a case are kept, and what is owed once they need not be.
 *
 * @param id such as {@code RCC-K01}
 * @param start the event from which the time counts
 * @param keep a term with parameters in braces, {@code {rcc.retentionYears} years}
 * @param when a label that the case must carry; empty where it holds for any
 * @param duty code of kind DUTY that is owed from the end on; who owes it is in the table of duties
 * @param clause the clause that demands it
 * @param basis where the time comes from
 */
public record RetentionRule(
        String id, EventExpression start, LimitRule keep, String when, String duty, String clause, Basis basis) {}
