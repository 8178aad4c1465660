package org.complaintkit.repository.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.complaintkit.repository.CaseRepository;

/** Threads that begin at once, every second one by way of another process. */
final class Threads {
    private Threads() {}

    /** What one of several threads does. */
    @FunctionalInterface
    interface Work {
        void by(int thread, CaseRepository repository) throws Exception;
    }

    /** Threads 0, 2, 4 work on {@link Stores#repository()}, the others on {@link Stores#another()}; ends when all have. */
    static void together(Stores stores, int threads, Work work) {
        CaseRepository[] views = {stores.repository(), stores.another()};
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                all.add(() -> {
                    start.await();
                    work.by(thread, views[thread % 2]);
                    return true;
                });
            }
            for (Future<Boolean> done : pool.invokeAll(all)) {
                assertThat(done.get()).isTrue();
            }
        } catch (Exception e) {
            throw new AssertionError("a thread failed: " + e.getMessage(), e);
        } finally {
            pool.shutdown();
        }
    }
}
