/**
 * The case, and the pure function (policies, case, event, instant) -> outcome.
 *
 * <p>{@link org.complaintkit.lifecycle.Lifecycle} is that function: it receives a complaint, lets an event happen to a
 * {@link org.complaintkit.lifecycle.Case}, or lets time pass, and answers with an
 * {@link org.complaintkit.lifecycle.Outcome}. It reads no clock and stores nothing. A
 * {@link org.complaintkit.lifecycle.CaseEvent} states what happened; states follow the transition tables of the policies.
 *
 * <p>Inside, a {@code Draft} is the case in the making: {@code Tracks} leads each pack along its own {@code Track} by a
 * {@code StateMachine}, {@code Addressee} says whose limits a decision is about, {@code Facts} collects what events add,
 * {@code History} answers what has happened, {@code Clocks} starts, repeats and stops its deadlines,
 * {@code Extensions} lets those count that keep their conditions, {@code Obligations} raises and fulfils its duties,
 * {@code Recurring} those that come again, {@code Retold} what is told again of a limit that has moved,
 * {@link org.complaintkit.lifecycle.Persons} says who complains, as far as cases were merged,
 * {@code Books} reckons its amounts and makes the number for its {@link org.complaintkit.lifecycle.Register}, and
 * {@code Fold} puts events and moments of time through all of them in order. {@code Lasting} says what of it outlasts an
 * erasure.
 */
@NullMarked
package org.complaintkit.lifecycle;

import org.jspecify.annotations.NullMarked;
