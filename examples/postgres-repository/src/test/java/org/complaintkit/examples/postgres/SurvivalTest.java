package org.complaintkit.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.TestClock;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.repository.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Servers and nodes die by SIGKILL in the middle of their work; nothing is lost and nothing is doubled. Small in every
 * build; profile {@code endurance} has 100,000 due limits, ten kills of each kind, and fifty of a writer.
 */
class SurvivalTest {
    private static final int LIMITS = Integer.getInteger("survival.limits", 300);
    private static final int KILLS = Integer.getInteger("survival.kills", 1);
    private static final int WRITER_KILLS = Integer.getInteger("survival.writerKills", 3);
    private static final int AT_ONCE = 200;
    /** Longer than any pause of the machine or start of a process. */
    private static final long STANDSTILL = TimeUnit.MINUTES.toNanos(3);
    /** What one node hands out before it confirms. */
    private static final int DELIVERIES = 10;

    private TestDatabase database;
    private HikariDataSource pool;
    private Transactions transactions;

    @BeforeEach
    void start() {
        database = TestDatabase.start();
        pool = database.pool(4);
        Migrations.run(pool);
        transactions = Transactions.of(pool);
    }

    @AfterEach
    void stop() {
        pool.close();
        database.close();
    }

    @Test
    void two_nodes_sweep_one_database_and_whatever_is_killed_nothing_is_lost_or_doubled() throws Exception {
        Case sample = ComplaintDesk.under(TestRules.book())
                .clock(new TestClock(Samples.MONDAY.plus(Node.LATER)))
                .open()
                .receive(Samples.complaint("C", Samples.MONDAY).build())
                .now();
        Case swept = Samples.later(sample, Node.LATER).now();
        long limitsEach = swept.deadlines().stream()
                .filter(each -> each.state(swept.advancedTo()) == DeadlineState.BREACHED)
                .count();
        int cases = Math.toIntExact((LIMITS + limitsEach - 1) / limitsEach);
        transactions.run(connection -> Row.update(connection, "create table wire (key text, node text)"));
        Set<String> expected = received(cases, swept);

        long began = System.nanoTime();
        Node.Running[] nodes = {sweeper("a"), sweeper("b")};
        int killedNodes = 0;
        int killedServers = 0;
        Progress progress = new Progress();
        long left = left();
        while (left > 0) {
            long done = count("complaint_case where version >= 2");
            progress.reached(done + count("complaint_notice where published"), List.of(nodes));
            int due = Math.toIntExact(Math.min(2L * KILLS, done * (2L * KILLS + 1) / cases));
            if (killedNodes + killedServers < due) {
                if (killedNodes <= killedServers) {
                    int victim = killedNodes++ % 2;
                    nodes[victim].kill();
                    nodes[victim] = sweeper("n" + killedNodes);
                } else {
                    killedServers++;
                    database.kill();
                    database.restart();
                }
            }
            nodes[0].process().waitFor(20, TimeUnit.MILLISECONDS);
            left = left();
        }
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        for (Node.Running node : nodes) {
            node.kill();
        }

        List<String> held = column("select key as v from complaint_notice");
        List<String> arrived = column("select key as v from wire");
        Set<String> lost = new TreeSet<>(expected);
        lost.removeIf(new TreeSet<>(held)::contains);
        Set<String> neverArrived = new TreeSet<>(expected);
        neverArrived.removeIf(new TreeSet<>(arrived)::contains);
        Set<String> more = new TreeSet<>(held);
        more.addAll(arrived);
        more.removeAll(expected);
        long movedOn = count("complaint_audit where kind = 'TIME_PASSED'");
        long doubled = held.size() - new TreeSet<>(held).size() + movedOn - cases;
        int repeats = arrived.size() - new TreeSet<>(arrived).size();
        System.out.printf(
                Locale.ROOT,
                "survived: %d cases, %d due limits, %d notices, %d s; killed %d nodes and %d servers; lost %d, never arrived"
                        + " %d, doubled %d, not expected %d, repeated on the wire %d%n",
                cases,
                cases * limitsEach,
                held.size(),
                seconds,
                killedNodes,
                killedServers,
                lost.size(),
                neverArrived.size(),
                doubled,
                more.size(),
                repeats);
        assertThat(killedNodes).isEqualTo(KILLS);
        assertThat(killedServers).isEqualTo(KILLS);
        assertThat(lost).as("lost").isEmpty();
        assertThat(neverArrived).as("never arrived").isEmpty();
        assertThat(more).as("not expected").isEmpty();
        assertThat(held).as("each notice held once").doesNotHaveDuplicates();
        assertThat(movedOn).as("each case moved on once").isEqualTo(cases);
        assertThat(repeats)
                .as("only what was under way when something died arrives again")
                .isLessThanOrEqualTo(3 * KILLS * DELIVERIES);
    }

    /** Cases to move on and notices to deliver. */
    private long left() {
        return count("complaint_case where due_sec is not null and version < 2")
                + count("complaint_notice where not published");
    }

    /** Notices a standstill: what is lost must fail the test and not hang it. Takes in what only grows while work is done. */
    private static final class Progress {
        private long best = Long.MIN_VALUE;
        private long since = System.nanoTime();

        void reached(long now, List<Node.Running> nodes) {
            for (Node.Running node : nodes) {
                assertThat(node.alive())
                        .as(() -> "a node died by itself: " + node.lastWords())
                        .isTrue();
            }
            if (now > best) {
                best = now;
                since = System.nanoTime();
            }
            assertThat(System.nanoTime() - since)
                    .as(() -> "nothing moved on for so many nanoseconds; the nodes said: "
                            + nodes.stream().map(Node.Running::lastWords).toList())
                    .isLessThan(STANDSTILL);
        }
    }

    private Node.Running sweeper(String name) throws IOException {
        return Node.start("sweep", database.url(), name, ProcessBuilder.Redirect.DISCARD);
    }

    /** Keys that an undisturbed run would hold: those of the sample with another id. */
    private Set<String> received(int cases, Case swept) {
        ComplaintDesk desk = ComplaintDesk.under(TestRules.book())
                .repository(new PostgresCaseRepository(transactions))
                .clock(new TestClock(Samples.MONDAY))
                .deliverBySweep()
                .open();
        Set<String> expected = new TreeSet<>();
        for (int from = 0; from < cases; from += AT_ONCE) {
            int first = from;
            transactions.run(connection -> {
                for (int i = first; i < Math.min(cases, first + AT_ONCE); i++) {
                    String id = "C" + i;
                    desk.receive(Samples.complaint(id, Samples.MONDAY).build());
                    swept.notices().forEach(each -> expected.add(id + each.key().substring(1)));
                }
                return true;
            });
        }
        return expected;
    }

    @Test
    void what_a_writer_was_told_is_stored_survives_its_death_and_numbers_have_no_gap() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int i = 0; i < WRITER_KILLS; i++) {
            Path told = Files.createTempFile("writer", ".txt");
            Node.Running writer =
                    Node.start("write", database.url(), "W" + i, ProcessBuilder.Redirect.to(told.toFile()));
            Progress progress = new Progress();
            while (lines(told).size() < 5 + i % 7) {
                progress.reached(lines(told).size(), List.of(writer));
                writer.process().waitFor(20, TimeUnit.MILLISECONDS);
            }
            if (i % 5 == 1) {
                database.kill();
            }
            writer.kill();
            if (i % 5 == 1) {
                database.restart();
            }
            acknowledged.addAll(lines(told));
            Files.delete(told);
        }

        PostgresCaseRepository repository = new PostgresCaseRepository(transactions);
        for (String id : acknowledged) {
            List<AuditEntry> trail = repository.audit(id);
            assertThat(repository.load(id).orElseThrow().value().id()).isEqualTo(id);
            assertThat(AuditTrail.firstBroken(trail, trail.get(0).hash())).isEmpty();
        }
        long stored = count("complaint_case");
        System.out.printf(
                Locale.ROOT,
                "survived: %d kills of a writer; %d writes acknowledged, %d stored, last number %d%n",
                WRITER_KILLS,
                acknowledged.size(),
                stored,
                repository.lastNumber("cases"));
        assertThat(repository.lastNumber("cases")).isEqualTo(stored);
        assertThat(new TreeSet<>(acknowledged)).hasSameSizeAs(acknowledged);
        for (Notice notice : Samples.received("x").notices()) {
            String like = notice.key().substring(1);
            assertThat(count("complaint_notice where right(key, " + like.length() + ") = '" + like + "'"))
                    .isEqualTo(stored);
        }
    }

    /** Only what ends in a line end was told in full. */
    private static List<String> lines(Path told) throws IOException {
        String text = Files.readString(told);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private long count(String from) {
        return Long.parseLong(column("select count(*) as v from " + from).get(0));
    }

    private List<String> column(String sql) {
        return transactions.run(connection -> {
            List<String> values = new ArrayList<>();
            try (Row row = Row.of(connection, sql)) {
                while (row.next()) {
                    values.add(row.text("v"));
                }
            }
            return values;
        });
    }
}
