/**
 * Proofs for people: what was counted and why, as month sheets.
 *
 * <ol>
 *   <li>{@link org.complaintkit.calendar.drawing.ProofCalendar} draws a {@link org.complaintkit.calendar.Proof} as plain text,
 *       {@link org.complaintkit.calendar.drawing.ProofPage} as HTML, both in three languages.
 *   <li>{@link org.complaintkit.calendar.drawing.Markup} writes HTML in which nothing can run and nothing is loaded; pages of
 *       other modules are written by it too.
 * </ol>
 *
 * <p>It reads the fields of a proof and no more: it neither counts nor asks a calendar, so what is drawn is what the proof
 * says, right or wrong.
 */
@NullMarked
package org.complaintkit.calendar.drawing;

import org.jspecify.annotations.NullMarked;
