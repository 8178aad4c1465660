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
    private final List<String> rules;

    private RuleEngine(Supplier<KieSession> sessions, List<String> rules) {
        this.sessions = new SessionPool(sessions);
        this.rules = rules;
    }

    /**
     * Begins to load generated classes in a class loader of their own, without a container and without the repository,
     * once the wall has let them through.
     */
    static Supplier<RuleEngine> load(GeneratedRules rules) {
        return EngineStart.after(() -> ClassWall.check(rules.classes()), () -> defined(rules));
    }

    private static RuleEngine defined(GeneratedRules rules) {
        if (rules.models().isEmpty()) {
            return new RuleEngine(
                    () -> {
                        throw new IllegalStateException("a pack without rules is never asked");
                    },
                    List.of());
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
            return new RuleEngine(base::newKieSession, names(base));
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            throw InvalidInputException.of("COMPILED_RULES", "compiled pack")
                    .value(rules.models())
                    .rule("classes that fit this version of the engine, but: " + e)
                    .wayOut("compile the pack again")
                    .cause(e)
                    .build();
        }
    }

    /** This engine, if the classes came to as many rules as the pack has: R0, R1 and so on. */
    RuleEngine require(int count) {
        List<String> expected = IntStream.range(0, count)
                .mapToObj(GeneratedRules::nameOf)
                .sorted()
                .toList();
        if (!rules.equals(expected)) {
            throw InvalidInputException.of("COMPILED_RULES", "compiled pack")
                    .value(rules.size() + " rules")
                    .rule("classes of the " + count
                            + " rules that the pack has, and of no other rules than the pack has")
                    .wayOut("compile the pack again")
                    .build();
        }
        return this;
    }

    private static List<String> names(KieBase base) {
        return base.getKiePackages().stream()
                .flatMap(part -> part.getRules().stream())
                .map(org.kie.api.definition.rule.Rule::getName)
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
