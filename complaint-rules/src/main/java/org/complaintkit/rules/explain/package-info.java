/**
 * Why a case stands as it does.
 *
 * <p>{@link org.complaintkit.rules.explain.Explainer} decides a complaint and its events again, looks over the shoulder of
 * the rules and gives an {@link org.complaintkit.rules.explain.Explanation}: for each
 * {@link org.complaintkit.rules.explain.Question} the rules that matched, those that gave way and those that a condition or
 * two kept out ({@link org.complaintkit.rules.explain.Miss}); for each event what checks found and nearly found
 * ({@link org.complaintkit.rules.explain.Check}), who may do it ({@code Act}) and why it did not move the case
 * ({@code Stay}); for the owner who was passed over
 * ({@link org.complaintkit.rules.explain.PassedOver}); for each deadline its proof; and every clause cited. It is told as
 * text, as JSON and as a page, in three languages, without what identifies a person.
 */
@NullMarked
package org.complaintkit.rules.explain;

import org.jspecify.annotations.NullMarked;
