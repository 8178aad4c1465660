/**
 * The facts that rules see, one for each stage, with the verbs of that stage.
 *
 * <p>{@link org.complaintkit.rules.stage.StageFact} shows the complaint and the case,
 * {@link org.complaintkit.rules.stage.Classified}, {@link org.complaintkit.rules.stage.Graded} and
 * {@link org.complaintkit.rules.stage.Assigned} add the answers of the stages before. The facts themselves,
 * {@link org.complaintkit.rules.stage.Classification} to {@link org.complaintkit.rules.stage.Accounting}, carry the
 * verbs, which hand their arguments to a {@link org.complaintkit.rules.stage.ProposalSink} and change nothing. Compiled
 * packs are linked against this package: a change here makes them stale.
 */
@NullMarked
package org.complaintkit.rules.stage;

import org.jspecify.annotations.NullMarked;
