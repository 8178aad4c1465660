package org.complaintkit.policy;

/**
 * What a pack asks of a pack above it: a stricter value for one of its parameters. An institution may promise more than the
 * regulator demands, never less.
 *
 * @param parameter id of a parameter of the upper pack, which says in which direction it may be tightened
 * @param value the stricter value: a number, or a term as text
 * @param clause the clause of the lower pack that promises it
 */
public record Tightening(String parameter, Object value, String clause) {}
