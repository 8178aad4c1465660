/**
 * What a decision costs, as a ratio of what other engines take for the same sixty rules in the same run:
 * {@link org.complaintkit.rules.benchmark.RuleRatios} asks warm engines,
 * {@link org.complaintkit.rules.benchmark.FreshProcess} cold ones; {@link org.complaintkit.rules.benchmark.SimulateMany}
 * lets a hundred thousand past cases be decided by two versions. Every engine has to answer as the hand-written rules do
 * before it is measured.
 */
@NullMarked
package org.complaintkit.rules.benchmark;

import org.jspecify.annotations.NullMarked;
