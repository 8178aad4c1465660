/**
 * A second hand: {@link org.complaintkit.calendar.check.ProofChecker} walks day by day and minute by minute through what a
 * {@link org.complaintkit.calendar.Proof} claims. It sees only what the calendar shows to everybody (days, texts of terms,
 * fields of conventions) and shares no arithmetic with the code that made the proof, so that one fault cannot hide in both;
 * a test of the architecture holds it to that. For QA teams, and for hosts that keep proofs and want to know years later
 * that they still hold.
 */
@NullMarked
package org.complaintkit.calendar.check;

import org.jspecify.annotations.NullMarked;
