/**
 * Three ways to write a rule, one meaning.
 *
 * <p>{@link org.complaintkit.rules.forms.RuleForms} reads a file of rules in any {@link
 * org.complaintkit.rules.pack.RuleForm} into the trees of {@link org.complaintkit.rules.syntax}, and prints a tree in any
 * of them where the form can say it. A decision table is read by {@code TableReader}, its heading by {@code TableColumns},
 * its cells by {@code ConditionCell}, and printed by {@code TablePrinter}; sentences are read by {@code SentenceReader}
 * with the {@code Phrases} that {@link org.complaintkit.rules.wording.Sentences} prints, and others of the same meaning.
 * {@code CodeNames} knows which code a label means.
 *
 * <p>Checks, analysis, explanations, coverage and compilation see the tree and cannot tell in which form a rule was
 * written; a fault is placed in the cell or the words that it is about.
 */
@NullMarked
package org.complaintkit.rules.forms;

import org.jspecify.annotations.NullMarked;
