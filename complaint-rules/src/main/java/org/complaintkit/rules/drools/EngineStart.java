package org.complaintkit.rules.drools;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;

/**
 * The engine's share of a start, on short-lived threads beside the reading of a pack: of the time to a first decision the
 * classes of Drools take the most. The threads have the context class loader of whoever asked and hold up no end of the
 * process.
 */
final class EngineStart {
    /** On first use an empty base; one thread alone does so, since initialisers of classes that meet half-way can lock. */
    private static final class Drools {
        static final FutureTask<Boolean> STARTED = aside(() -> {
            KieSession session =
                    KieBaseBuilder.createKieBaseFromModel(List.of()).newKieSession();
            session.dispose();
            return true;
        });
    }

    private EngineStart() {}

    /** Begins to start Drools, if nobody has yet; returns at once, and says whether that is done. */
    static boolean begin() {
        return Drools.STARTED.isDone();
    }

    /**
     * Does some work of the engine aside, once Drools has started.
     *
     * @param before what needs no engine; it is done meanwhile, and what it throws keeps the work from being done
     */
    static <T> Supplier<T> after(Runnable before, Supplier<T> work) {
        FutureTask<T> done = aside(() -> {
            before.run();
            result(Drools.STARTED);
            return work.get();
        });
        return () -> result(done);
    }

    private static <T> FutureTask<T> aside(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "complaint-kit pack");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** What came of it; what was thrown there is thrown here. */
    private static <T> T result(FutureTask<T> task) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
