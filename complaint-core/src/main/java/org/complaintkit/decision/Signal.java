package org.complaintkit.decision;

/**
 * Words of a complaint's text that speak for a category or a label, as the pack's table has them; never the
 * complainant's own.
 *
 * @param text the words of the table; empty where a host's {@link SignalSource} said it
 * @param at index in the text, in {@code char}s from 0; -1 where a host's source said it
 * @param code what they speak for
 * @param weight how strongly
 */
public record Signal(String text, int at, String code, int weight) {}
