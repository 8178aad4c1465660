package org.complaintkit.packs;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.Policy;
import org.complaintkit.report.ReportDuty;
import org.complaintkit.rules.drools.DroolsRuleBook;

/** A kind of thing that packs declare: what of it there is, and what of it the worked cases touch. */
interface Coverage {
    /** What it is called in the report, such as {@code deadlines met}. */
    String title();

    /** What a pack has of it, each in words that a report can show. */
    Stream<String> declared(DroolsRuleBook pack);

    /** What of it no case can touch, with the reason: taken from the tables, so that it goes when the reason does. */
    default Map<String, String> exempt(DroolsRuleBook pack) {
        return Map.of();
    }

    /** What a case touches of it, as the case stands in the end. */
    default void ended(Policy policy, Case value, Consumer<String> touched) {}

    /** What a report of the institution touches of it, as it stands in the end. */
    default void reported(ReportDuty duty, Consumer<String> touched) {}

    /** What a question to the rules touches of it. */
    default void asked(DroolsRuleBook pack, Question question, List<Proposal> proposals, Consumer<String> touched) {}

    /**
     * A question to the rules of a pack.
     *
     * @param policy with the parameters in force
     */
    record Question(Policy policy, Stage stage, Situation situation) {}
}
