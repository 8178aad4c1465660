package org.complaintkit.examples.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.StaleCaseException;
import org.complaintkit.repository.testing.Samples;

/**
 * A process of a host, to be killed: {@code sweep URL NAME} lets time pass again and again, {@code write URL NAME} stores
 * cases and tells each on standard output once it is stored. It lives through a database that fails; anything else ends it
 * at once, with the reason on standard error. Ends with its parent.
 */
final class Node {
    static final Duration LATER = Duration.ofDays(30);

    private Node() {}

    public static void main(String[] arguments) throws Exception {
        HikariDataSource pool = TestDatabase.pool(arguments[1], 4);
        Runnable work = arguments[0].equals("sweep") ? sweeping(pool, arguments[2]) : writing(pool, arguments[2]);
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> running = scheduler.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (StorageException e) {
                        System.err.println(e.getMessage());
                    }
                },
                0,
                50,
                TimeUnit.MILLISECONDS);
        Thread parent = new Thread(Node::endWithParent);
        parent.setDaemon(true);
        parent.start();
        try {
            running.get();
        } catch (ExecutionException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void endWithParent() {
        try {
            int last = System.in.read();
            while (last >= 0) {
                last = System.in.read();
            }
        } catch (IOException e) {
            System.err.println("the parent is gone");
        }
        Runtime.getRuntime().halt(0);
    }

    /** The receiver of the duties writes down what arrives, repeats included. */
    private static Runnable sweeping(HikariDataSource pool, String name) {
        Transactions wire = Transactions.of(pool);
        ComplaintDesk desk = ComplaintDesk.under(TestRules.book())
                .repository(new PostgresCaseRepository(Transactions.of(pool)))
                .dutyPort(notice -> wire.run(
                        connection -> Row.update(connection, "insert into wire values (?, ?)", notice.key(), name)))
                .clock(new TestClock(Samples.MONDAY.plus(LATER)))
                .open();
        return desk::sweep;
    }

    /** Each case takes the next number of one sequence. */
    private static Runnable writing(HikariDataSource pool, String name) {
        CaseRepository repository = new PostgresCaseRepository(Transactions.of(pool));
        int[] written = {0};
        return () -> {
            for (int i = 0; i < 50; i++) {
                String id = name + "-" + written[0]++;
                Outcome received = Samples.received(id);
                CaseChange change = CaseChange.first(
                        received.now(),
                        received.notices(),
                        AuditTrail.next(null, id, "COMPLAINT_RECEIVED", Samples.MONDAY, id));
                numbered(repository, change);
                System.out.println(id);
                System.out.flush();
            }
        };
    }

    private static void numbered(CaseRepository repository, CaseChange change) {
        boolean stored = false;
        while (!stored) {
            try {
                repository.save(change.taking("cases", repository.lastNumber("cases") + 1));
                stored = true;
            } catch (StaleCaseException e) {
                stored = false;
            }
        }
    }

    /** One in a process of its own; {@code errors} is what it has on standard error. */
    record Running(Process process, Path errors) {
        boolean alive() {
            return process.isAlive();
        }

        /** SIGKILL; returns when it is dead. */
        void kill() throws InterruptedException, IOException {
            process.destroyForcibly().waitFor();
            Files.delete(errors);
        }

        String lastWords() {
            try {
                return Files.readString(errors);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Starts one in a process of its own. */
    static Running start(String mode, String url, String name, ProcessBuilder.Redirect output) throws IOException {
        Path errors = Files.createTempFile("node", ".err");
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        path,
                        Node.class.getName(),
                        mode,
                        url,
                        name)
                .redirectOutput(output)
                .redirectError(errors.toFile())
                .start();
        return new Running(process, errors);
    }
}
