/**
 * A policy as data: what a pack's tables say, read and checked, before any rule runs.
 *
 * <p>{@link org.complaintkit.policy.Policy} is the whole. It names its {@link org.complaintkit.policy.Clause}s, the
 * {@link org.complaintkit.policy.Vocabulary} of its codes and its {@link org.complaintkit.policy.Parameter}s. Numbers live
 * in its tables: {@link org.complaintkit.policy.DeadlineRule}, {@link org.complaintkit.policy.EscalationRule},
 * {@link org.complaintkit.policy.DutyRule}, {@link org.complaintkit.policy.ReportRule},
 * {@link org.complaintkit.policy.Form}, {@link org.complaintkit.policy.Transition} and
 * {@link org.complaintkit.policy.Precedence}; {@link org.complaintkit.policy.AccountRules} holds amounts, numbers and
 * measures, which reckon with {@link org.complaintkit.policy.Formula}s, and the {@link
 * org.complaintkit.policy.IndicatorRule}s that say what reports hold. What parameters must fulfil together is a
 * {@link org.complaintkit.policy.Consistency}. Conditions live in its rules, which this package does not see. Of roles the
 * library itself knows only what {@link org.complaintkit.policy.Roles} says: who never handles a complaint.
 *
 * <p>Tables speak of events in one notation: an {@link org.complaintkit.policy.EventPattern} names one, an
 * {@link org.complaintkit.policy.EventExpression} joins several. Every row carries its clause and its
 * {@link org.complaintkit.policy.Basis}: a default is never reported as a citation.
 */
@NullMarked
package org.complaintkit.policy;

import org.jspecify.annotations.NullMarked;
