/**
 * The questions put to a rule book, and the shape of an answer with its reasons.
 *
 * <p>The host of the rules walks the {@link org.complaintkit.decision.Stage}s. At each it hands a
 * {@link org.complaintkit.decision.RuleBook} (the port, filled by the rules module) a read-only
 * {@link org.complaintkit.decision.Situation}: the complaint, the answers so far and the history of the case. The rules
 * answer with {@link org.complaintkit.decision.Proposal}s; an {@link org.complaintkit.decision.ObservedRuleBook} lets
 * somebody look on. {@link org.complaintkit.decision.Resolution} orders them by the
 * policy's precedence; each answer keeps its {@link org.complaintkit.decision.Reason}. What no precedence orders is
 * undecided, never settled by chance. What a complaint's text speaks for are its {@link org.complaintkit.decision.Signals},
 * read by the pack's table and, beside it, a host's {@link org.complaintkit.decision.SignalSource}.
 * {@link org.complaintkit.decision.Decision} collects the answers of the stages that decide on a complaint, {@link
 * org.complaintkit.decision.Account} those of the accounting; {@link org.complaintkit.decision.Layers} lets a lower pack
 * tighten an upper one.
 */
@NullMarked
package org.complaintkit.decision;

import org.jspecify.annotations.NullMarked;
