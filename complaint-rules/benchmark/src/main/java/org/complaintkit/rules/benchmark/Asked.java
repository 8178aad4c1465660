package org.complaintkit.rules.benchmark;

import java.util.Set;

/** The question, as the usual form of Drools sees it. */
public final class Asked {
    private final Question question;

    Asked(Question question) {
        this.question = question;
    }

    /** A condition's field. */
    public String getChannel() {
        return question.channel();
    }

    /** A condition's field. */
    public Set<String> getIntakeCategories() {
        return Set.of(question.kind());
    }

    /** A condition's field. */
    public long getClaimedLoss() {
        return question.loss();
    }

    /** A condition's field. */
    public long getComplainantCount() {
        return question.persons();
    }
}
