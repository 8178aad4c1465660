package org.complaintkit.decision;

import java.math.BigDecimal;
import org.complaintkit.policy.Basis;

/**
 * An amount that a case carries.
 *
 * @param name as the table of amounts names it, without variant
 * @param value in the currency of the pack, at most two decimals
 * @param role who owes it, a code of kind ROLE; empty where that is no question
 * @param clause the clause that demands it
 * @param basis where it comes from
 */
public record Amount(String name, BigDecimal value, String role, String clause, Basis basis) {}
