/**
 * The language of rule files: a closed subset of DRL, and its tree.
 *
 * <p>{@link org.complaintkit.rules.syntax.RuleParser} reads a file into {@link org.complaintkit.rules.syntax.Rule}s, each
 * with its {@link org.complaintkit.rules.syntax.Condition}s, {@link org.complaintkit.rules.syntax.Operand}s and
 * {@link org.complaintkit.rules.syntax.Action}s. {@link org.complaintkit.rules.syntax.RuleChecker} holds them against the
 * tables of the pack and the {@link org.complaintkit.rules.syntax.Field}s that rules see.
 * {@link org.complaintkit.rules.syntax.RulePrinter} prints the tree as canonical DRL, the only text that ever reaches
 * Drools.
 *
 * <p>The tree is the one source of citations. What is not in the tree cannot be run: there are no calls, no types, no
 * loops and no second pattern in it.
 */
@NullMarked
package org.complaintkit.rules.syntax;

import org.jspecify.annotations.NullMarked;
