package org.complaintkit.policy;

/**
 * A row of {@code duties.csv}: what becomes of a duty once the rules have asked for it. It is owed once in a round; one whose
 * {@code dischargedBy} names all the ways out of a state, and nothing else, is owed each time the case comes to that state.
 *
 * @param code code of kind DUTY
 * @param clause the clause that demands it
 * @param basis where it comes from
 * @param role who owes it, a code of kind ROLE; {@code OWNER} for whoever owns the case
 * @param dischargedBy the event that fulfils it; where empty, the host says so with {@code DUTY_FULFILLED}
 * @param blocksClosing whether the case cannot be closed while it is owed
 */
public record DutyRule(
        String code, String clause, Basis basis, String role, EventExpression dischargedBy, boolean blocksClosing) {}
