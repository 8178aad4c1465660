package org.complaintkit.decision;

/** What a rule can propose. Each is a verb of the stage's fact: {@code decide.category("VIOLATION")}. */
public enum Answer {
    /** {@code category(code)}: a category that applies; one becomes the primary one. */
    CATEGORY("category", "CATEGORY"),
    /** {@code label(code)}: a label that applies. */
    LABEL("label", "LABEL"),
    /** {@code complexity(code)}: the class that decides the limit. */
    COMPLEXITY("complexity", "COMPLEXITY"),
    /** {@code grade(code)}: the grade of gravity. */
    GRADE("grade", "GRADE"),
    /** {@code owner(role)}: who handles it. */
    OWNER("owner", "ROLE"),
    /** {@code assist(role)}: who helps. */
    ASSIST("assist", "ROLE"),
    /** {@code supervisor(role)}: who watches. */
    SUPERVISOR("supervisor", "ROLE"),
    /** {@code approver(role)}: who approves what is to be answered. */
    APPROVER("approver", "ROLE"),
    /** {@code deadline(id)}: a deadline that applies. */
    DEADLINE("deadline", "DEADLINE"),
    /** {@code ends(milestone, event pattern)}: an event that the milestone needs. */
    ENDS("ends", ""),
    /** {@code duty(code)}: what is owed. */
    DUTY("duty", "DUTY"),
    /** {@code prohibition(code)}: what must not be done. */
    PROHIBITION("prohibition", "PROHIBITION"),
    /** {@code finding(code)}: a breach to record; the event keeps its effect. */
    FINDING("finding", "FINDING"),
    /** {@code noEffect(code)}: a breach to record; the clause denies the event its effect. */
    NO_EFFECT("noEffect", "FINDING"),
    /** {@code escalate(id)}: who is told, by the table of escalations. */
    ESCALATE("escalate", "ESCALATION"),
    /** {@code count(code)}: how it counts in the statistics. */
    COUNT("count", "COUNT_STATUS"),
    /** {@code amount(id)}: an amount that the case carries, by the table of amounts. */
    AMOUNT("amount", "AMOUNT"),
    /** {@code settledOn(form)}: no complaint case; the matter is settled on that form. */
    SETTLED_ON("settledOn", "FORM");

    private final String verb;
    private final String kind;

    Answer(String verb, String kind) {
        this.verb = verb;
        this.kind = kind;
    }

    /** The verb in a rule. */
    public String verb() {
        return verb;
    }

    /** Kind of the code in the vocabulary or the table that the verb names; empty for {@link #ENDS}. */
    public String kind() {
        return kind;
    }

    /** How many texts the verb takes. */
    public int arguments() {
        return this == ENDS ? 2 : 1;
    }
}
