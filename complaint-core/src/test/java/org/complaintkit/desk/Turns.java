package org.complaintkit.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.complaintkit.fixture.Passing;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.StoredCase;

/**
 * Lets several processes work at one store at once, one step of one of them at a time, in an order drawn from a seed: each
 * load and each save is a step, and any process may die before or after it.
 */
final class Turns {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    private final List<Node> processes = new ArrayList<>();
    private final Semaphore back = new Semaphore(0);
    /** What the processes threw; each is read when the one that threw it has handed back. */
    private final List<Throwable> failures = new ArrayList<>();

    /** A process, and the step from 1 at which it dies; 0 for one that lives. */
    final class Node extends Passing {
        private final Semaphore go = new Semaphore(0);
        private final int fatal;
        private int steps;
        private boolean ended;
        private boolean dead;

        private Node(CaseRepository sound, int fatal) {
            super(sound);
            this.fatal = fatal;
        }

        @Override
        public Optional<StoredCase> load(String caseId) {
            step();
            return sound.load(caseId);
        }

        @Override
        public void save(CaseChange change) {
            step();
            sound.save(change);
            count();
        }

        boolean dead() {
            return dead;
        }

        private void step() {
            back.release();
            go.acquireUninterruptibly();
            count();
        }

        private void count() {
            if (++steps == fatal) {
                throw new Crash("step " + steps);
            }
        }

        private void run(Runnable work) {
            go.acquireUninterruptibly();
            try {
                work.run();
            } catch (Crash e) {
                dead = true;
            } catch (Throwable e) {
                failures.add(e);
            } finally {
                ended = true;
                back.release();
            }
        }
    }

    /** A process that reaches the store. */
    Node node(CaseRepository store, int fatal) {
        processes.add(new Node(store, fatal));
        return processes.get(processes.size() - 1);
    }

    /** Lets each process do its work; {@code between} is run after each step. What one of them throws is thrown at the end. */
    void play(List<Runnable> works, RandomGenerator random, Runnable between) {
        for (int i = 0; i < works.size(); i++) {
            Node each = processes.get(i);
            Runnable work = works.get(i);
            THREADS.execute(() -> each.run(work));
        }
        List<Node> live = new ArrayList<>(processes);
        while (!live.isEmpty()) {
            Node next = live.get(random.nextInt(live.size()));
            next.go.release();
            back.acquireUninterruptibly();
            live.removeIf(each -> each.ended);
            between.run();
        }
        for (Throwable failure : failures) {
            throw new AssertionError("a process failed: " + failure, failure);
        }
    }
}
