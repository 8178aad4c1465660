package org.complaintkit.decision;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** One question to the rules. The stages are put in this order; each sees the answers of those before it. */
public enum Stage {
    /** What is it about, and what must be remembered about it? */
    CLASSIFICATION(EnumSet.of(Answer.CATEGORY, Answer.LABEL)),
    /** How complex and how grave is it? */
    GRADING(EnumSet.of(Answer.COMPLEXITY, Answer.GRADE, Answer.LABEL)),
    /** Who handles it, who helps, who watches? */
    RESPONSIBILITY(EnumSet.of(Answer.OWNER, Answer.ASSIST, Answer.SUPERVISOR, Answer.APPROVER)),
    /** Which clocks run, and whose events stop them? */
    DEADLINES(EnumSet.of(Answer.DEADLINE, Answer.ENDS)),
    /** What must be done, and what must not? */
    DUTIES(EnumSet.of(Answer.DUTY, Answer.PROHIBITION)),
    /** Is what happened in order? Put for each event, before it takes effect. */
    CHECKS(EnumSet.of(Answer.FINDING, Answer.NO_EFFECT)),
    /** Who must be told now? */
    ESCALATION(EnumSet.of(Answer.ESCALATE)),
    /** How does it count, what does it cost, and on which form is it settled? Put last, when all else is known. */
    ACCOUNTING(EnumSet.of(Answer.COUNT, Answer.AMOUNT, Answer.SETTLED_ON));

    @SuppressWarnings("ImmutableEnumChecker") // handed out as copies only
    private final Set<Answer> answers;

    Stage(Set<Answer> answers) {
        this.answers = answers;
    }

    /** What rules of this stage may answer. */
    public Set<Answer> answers() {
        return EnumSet.copyOf(answers);
    }

    /** Name of the stage's fact in a rule: {@code Classification}. */
    public String fact() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Name of the stage's file in a pack: {@code classification.drl}. */
    public String file() {
        return name().toLowerCase(Locale.ROOT) + ".drl";
    }
}
