package org.complaintkit.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.stage.StageFact;
import org.complaintkit.rules.wall.ClassWall;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The rules of one pack, loaded: the base and its sessions. Shared by all rule books that differ only in parameters, which
 * live in the facts. Thread-safe.
 */
final class RuleEngine implements AutoCloseable {
    private final SessionPool sessions;

    private RuleEngine(Supplier<KieSession> sessions) {
        this.sessions = new SessionPool(sessions);
    }

    /**
     * Loads generated classes in a class loader of their own, without a container and without the repository, once the
     * wall has let them through.
     *
     * @param count how many rules they must come to: R0, R1 and so on
     */
    static RuleEngine load(GeneratedRules rules, int count) {
        ClassWall.check(rules.classes());
        if (rules.models().isEmpty() && count == 0) {
            return new RuleEngine(() -> {
                throw new IllegalStateException("a pack without rules is never asked");
            });
        }
        ClassLoader loader = new PackClassLoader(rules.classes(), RuleEngine.class.getClassLoader());
        try {
            List<Model> models = new ArrayList<>();
            for (String model : rules.models()) {
                models.add(Class.forName(model, false, loader)
                        .asSubclass(Model.class)
                        .getDeclaredConstructor()
                        .newInstance());
            }
            KieBase base = KieBaseBuilder.createKieBaseFromModel(models);
            if (!names(base).equals(expected(count))) {
                throw new IllegalStateException("the classes have other rules than the pack");
            }
            return new RuleEngine(base::newKieSession);
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            throw InvalidInputException.of("COMPILED_RULES", "compiled pack")
                    .value(rules.models())
                    .rule("classes that fit this version of the engine and the rules of the pack, but: " + e)
                    .wayOut("compile the pack again")
                    .cause(e)
                    .build();
        }
    }

    private static List<String> names(KieBase base) {
        return base.getKiePackages().stream()
                .flatMap(part -> part.getRules().stream())
                .map(org.kie.api.definition.rule.Rule::getName)
                .sorted()
                .toList();
    }

    private static List<String> expected(int count) {
        return IntStream.range(0, count)
                .mapToObj(GeneratedRules::nameOf)
                .sorted()
                .toList();
    }

    /** Puts one fact to the rules. Each rule fires at most once for it, so more firings than rules mean a fault. */
    void fire(StageFact fact, Hits hits, int limit) {
        sessions.use(session -> {
            int fired = fire(session, fact, hits, limit);
            if (fired > limit) {
                throw new IllegalStateException("more than " + limit + " rules fired for one question");
            }
            return fired;
        });
    }

    private static int fire(KieSession session, StageFact fact, Hits hits, int limit) {
        FactHandle handle = session.insert(fact);
        int fired = session.fireAllRules(hits, limit + 1);
        session.delete(handle);
        return fired;
    }

    long sessionsOpened() {
        return sessions.opened();
    }

    long sessionsDisposed() {
        return sessions.disposed();
    }

    @Override
    public void close() {
        sessions.close();
    }
}
