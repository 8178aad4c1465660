package org.complaintkit.rules.drools;

import java.util.ArrayList;
import java.util.List;
import org.complaintkit.decision.Answer;
import org.complaintkit.rules.stage.ProposalSink;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/**
 * What the rules propose for one question. As the filter of the agenda it learns which rule is about to fire; it lets all
 * of them through. Used by one thread.
 */
final class Hits implements AgendaFilter, ProposalSink {
    private final List<Hit> hits = new ArrayList<>();
    private String rule = "";

    /**
     * One verb that ran.
     *
     * @param rule name under which Drools knows the rule that called it
     */
    record Hit(String rule, Answer answer, String code, String detail) {}

    @Override
    public boolean accept(Match match) {
        rule = match.getRule().getName();
        return true;
    }

    @Override
    public void propose(Answer answer, String code, String detail) {
        hits.add(new Hit(rule, answer, code, detail));
    }

    /** In the order in which the verbs ran. */
    List<Hit> list() {
        return hits;
    }
}
