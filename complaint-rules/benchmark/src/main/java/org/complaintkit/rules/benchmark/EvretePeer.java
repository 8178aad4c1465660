package org.complaintkit.rules.benchmark;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.builders.RuleSetBuilder;

/** Evrete in the same staged form: one fact, no updates, conditions as lambdas, a session for each fact. */
final class EvretePeer implements AutoCloseable {
    private static final Map<SixtyRules.Stage, Class<? extends Stages.Fact>> FACTS = Map.of(
            SixtyRules.Stage.CLASSIFICATION, Stages.Classification.class,
            SixtyRules.Stage.GRADING, Stages.Grading.class,
            SixtyRules.Stage.RESPONSIBILITY, Stages.Responsibility.class,
            SixtyRules.Stage.DEADLINES, Stages.Deadlines.class,
            SixtyRules.Stage.ESCALATION, Stages.Escalation.class);

    private final KnowledgeService service = new KnowledgeService();
    private final Map<Class<? extends Stages.Fact>, Knowledge> stages;

    EvretePeer() {
        stages = FACTS.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, entry -> knowledge(entry.getKey(), entry.getValue())));
    }

    private Knowledge knowledge(SixtyRules.Stage stage, Class<? extends Stages.Fact> type) {
        RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
        for (SixtyRules.Line line : SixtyRules.of(stage)) {
            Predicate<Stages.Fact> holds = line.atoms().stream()
                    .map(Atoms::test)
                    .reduce(Predicate::and)
                    .orElseThrow();
            rules = rules.newRule(line.name())
                    .forEach("$s", type)
                    .where((Object[] values) -> holds.test((Stages.Fact) values[0]), "$s")
                    .execute(context -> context.<Stages.Fact>get("$s").hit(line.rank(), line.code()));
        }
        return rules.build();
    }

    Verdict decide(Question question) {
        return Stages.walk(question, fact -> {
            StatelessSession session = stages.get(fact.getClass()).newStatelessSession();
            session.insert(fact);
            session.fire();
        });
    }

    @Override
    public void close() {
        service.shutdown();
    }
}
