package org.complaintkit.rules.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Rule;

/**
 * What the checks of a pack said of one event, and which of them one or two facts kept silent. A rule about another event
 * is no near miss: that nothing else happened is no fact that could have differed.
 *
 * @param event the type of the event
 * @param at when it happened
 * @param matched what was found, and what was denied its effect
 * @param missed the checks that found nothing and would have, nearest first
 */
record Check(Policy policy, String event, Instant at, List<Question.Matched> matched, List<Missed> missed) {
    Check {
        matched = List.copyOf(matched);
        missed = List.copyOf(missed);
    }

    /**
     * A check that found nothing.
     *
     * @param answer whether it would have recorded a finding, or denied the event its effect besides
     */
    record Missed(Answer answer, Miss miss) {}

    /** What a pack was asked of each of these events. */
    static List<Check> of(Transcript transcript, List<Rule> rules, List<CaseEvent> events) {
        List<Rule> own =
                rules.stream().filter(rule -> rule.stage() == Stage.CHECKS).toList();
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < events.size() && !own.isEmpty(); i++) {
            Transcript.Asked asked = transcript.checks().get(i);
            List<Question.Matched> matched = new ArrayList<>();
            List<Missed> missed = new ArrayList<>();
            for (Answer answer : Stage.CHECKS.answers()) {
                Question question = Question.of(Stage.CHECKS, answer, asked, own);
                matched.addAll(question.matched());
                question.missed().stream()
                        .flatMap(miss -> miss.without(Field.EVENT).stream())
                        .sorted(Miss.NEAREST)
                        .forEach(miss -> missed.add(new Missed(answer, miss)));
            }
            CaseEvent event = events.get(i);
            checks.add(new Check(asked.policy(), event.type(), event.occurredAt(), matched, missed));
        }
        return checks;
    }
}
