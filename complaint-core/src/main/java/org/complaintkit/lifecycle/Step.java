package org.complaintkit.lifecycle;

import java.time.Instant;

/**
 * A change of state.
 *
 * @param at when the case entered the state
 * @param event type of the event that moved it
 * @param state the state entered
 * @param implied whether the event was not told but shown by a later one
 */
public record Step(Instant at, String event, String state, boolean implied) {}
