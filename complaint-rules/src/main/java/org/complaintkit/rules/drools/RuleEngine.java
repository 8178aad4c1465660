package org.complaintkit.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.stage.StageFact;
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

    /** Loads generated classes in a class loader of their own, without a container and without the repository. */
    static RuleEngine load(GeneratedRules rules) {
        if (rules.models().isEmpty()) {
            return new RuleEngine(() -> {
                throw new IllegalStateException("a pack without rules is never asked");
            });
        }
        ClassLoader loader = new PackClassLoader(rules.classes(), RuleEngine.class.getClassLoader());
        try {
            List<Model> models = new ArrayList<>();
            for (String model : rules.models()) {
                models.add(Class.forName(model, true, loader)
                        .asSubclass(Model.class)
                        .getDeclaredConstructor()
                        .newInstance());
            }
            KieBase base = KieBaseBuilder.createKieBaseFromModel(models);
            return new RuleEngine(base::newKieSession);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw InvalidInputException.of("COMPILED_RULES", "compiled pack")
                    .value(rules.models())
                    .rule("classes that fit this version of the engine")
                    .wayOut("compile the pack again")
                    .cause(e)
                    .build();
        }
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
