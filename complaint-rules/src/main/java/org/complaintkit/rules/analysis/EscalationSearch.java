package org.complaintkit.rules.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.complaintkit.decision.Answer;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.syntax.Rule;

/** Looks for escalations that something names and that can never fire all the same. */
final class EscalationSearch {
    private static final String FILE = "escalations.csv";

    private final Model model;
    private final Notes notes;
    private final BiFunction<String, String, Position> places;

    EscalationSearch(Model model, Notes notes, BiFunction<String, String, Position> places) {
        this.model = model;
        this.notes = notes;
        this.places = places;
    }

    void search() {
        Set<String> running = new TreeSet<>();
        model.policy().extensions().forEach(each -> running.add(each.into()));
        for (Rule rule : model.rules()) {
            if (model.applies(rule)) {
                codes(rule, Answer.DEADLINE).forEach(running::add);
            }
        }
        long looked = (long) model.rules().size() + model.policy().deadlines().size();
        for (String id : model.policy().escalations().keySet()) {
            model.diagrams().work(looked);
            List<Rule> named = model.rules().stream()
                    .filter(rule -> codes(rule, Answer.ESCALATE).contains(id))
                    .toList();
            List<String> clocks = model.policy().deadlines().values().stream()
                    .filter(row ->
                            row.onBreach().contains(id) || row.onWarning().contains(id))
                    .map(DeadlineRule::id)
                    .toList();
            boolean reported = model.policy().reports().stream()
                    .anyMatch(row -> row.onBreach().contains(id));
            boolean fires = reported
                    || clocks.stream().anyMatch(running::contains)
                    || named.stream().anyMatch(model::applies);
            if (!fires && !(named.isEmpty() && clocks.isEmpty())) {
                notes.add(
                        FaultKind.ESCALATION_NEVER.told(id),
                        FILE,
                        places.apply(FILE, id),
                        id,
                        named,
                        notes.witnessOf(named).orElse(""));
            }
        }
    }

    private List<String> codes(Rule rule, Answer answer) {
        List<String> codes = new ArrayList<>();
        model.effects(rule).stream()
                .filter(effect -> effect.answer() == answer)
                .forEach(effect -> codes.add(effect.code()));
        return codes;
    }
}
