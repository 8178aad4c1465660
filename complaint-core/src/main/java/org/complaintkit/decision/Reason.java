package org.complaintkit.decision;

import org.complaintkit.policy.Basis;

/**
 * Why an answer was given.
 *
 * @param answer the verb or table that answered: {@code category}, {@code owner}, {@code deadline} ...
 * @param code what was answered
 * @param rule name of the rule; empty where a table answered alone
 * @param clause clause ids, as the rule cites them
 * @param basis where the answer comes from; {@link Basis#DEFAULT} is not a citation
 * @param pack id and version of the pack, such as {@code RCC 1.0.0}
 */
public record Reason(String answer, String code, String rule, String clause, Basis basis, String pack) {}
