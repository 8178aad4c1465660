package org.complaintkit.rules.simulate;

/**
 * One thing that comes out otherwise in a case. It names codes, days and states, never a person.
 *
 * @param subject which of several: the id of a deadline, the code of a duty; empty where there is only one
 * @param before as the first scenario has it; empty where it has none
 * @param after as the second scenario has it; empty where it has none
 */
public record Difference(Aspect aspect, String subject, String before, String after) {}
