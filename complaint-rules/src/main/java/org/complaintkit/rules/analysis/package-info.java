/**
 * What is wrong with the rules of a pack together, though each is well-formed by itself.
 *
 * <p>{@link org.complaintkit.rules.analysis.PackAnalysis} finds it, {@link org.complaintkit.rules.analysis.Finding} tells
 * it, each with a complaint that shows it. Nothing is sampled: a {@link org.complaintkit.rules.analysis.Space} cuts what
 * each field can hold into classes that no condition tells apart, {@link org.complaintkit.rules.analysis.Diagrams} hold
 * functions over them, a {@link org.complaintkit.rules.analysis.Model} turns conditions into such functions and replaces
 * answers of earlier stages by what they follow from. What cannot be at all is left out by a {@link
 * org.complaintkit.rules.analysis.World}.
 *
 * <p>{@link org.complaintkit.rules.analysis.MissingCases} writes the worked cases that a pack lacks, for rules and,
 * by a {@link org.complaintkit.rules.analysis.TableSearch}, for rows of tables; {@link
 * org.complaintkit.rules.analysis.TreeRuleBook} decides witnesses and such cases without a compiler. Long
 * searches tell {@link org.complaintkit.rules.analysis.Steps} how far they have got.
 */
@NullMarked
package org.complaintkit.rules.analysis;

import org.jspecify.annotations.NullMarked;
