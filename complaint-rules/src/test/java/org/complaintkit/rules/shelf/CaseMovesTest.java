package org.complaintkit.rules.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.audit.AuditTrail;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.CaseMoves;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.DeskBuilder;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.TestPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseMovesTest {
    private static final Instant RECEIVED = Instant.parse("2025-03-03T02:00:00Z");
    private static final Instant NOW = Instant.parse("2025-03-04T02:00:00Z");
    private static final CaseEvent TOLD = CaseEvent.of("M-1", "ANYTHING", "LEGAL", NOW);

    @TempDir
    private Path folder;

    private final InMemoryCaseRepository repository = new InMemoryCaseRepository();
    private final List<Notice> sent = new ArrayList<>();

    private DeskBuilder under(RuleBook... books) {
        return ComplaintDesk.under(books)
                .repository(repository)
                .dutyPort(sent::add)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Case stored() {
        return repository.load("C-1").orElseThrow().value();
    }

    private static String limit(Case value) {
        return value.effective().orElseThrow().limit().day().toString();
    }

    private Packs newer() throws IOException {
        return Packs.folder(TestPack.good()
                .edited("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"")
                .edited(
                        "pack.json",
                        "\"unit\": \"working days\", \"default\": 5",
                        "\"unit\": \"working days\", \"default\": 4")
                .writeTo(folder.resolve("new")));
    }

    @Test
    void a_case_stays_on_its_version_until_it_is_moved_and_the_trail_says_so() throws IOException {
        try (PackShelf shelf = PackShelf.of(Packs.folder(TestPack.good().writeTo(folder.resolve("old"))))) {
            ComplaintDesk old = under(shelf.get("TST")).open();
            old.receive(Complaint.received("C-1", RECEIVED, "LETTER")
                    .category("CRIME")
                    .build());
            String limit = limit(stored());
            shelf.activate(newer());
            ComplaintDesk desk = under(shelf.get("TST")).open();
            CaseMoves moves = under(shelf.get("TST")).moves();
            int told = sent.size();

            assertThatThrownBy(() -> desk.handle("C-1", CaseEvent.of("E-1", "COMPLAINT_REGISTERED", "LEGAL", NOW)))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.code()).isEqualTo("OTHER_PACKS"));
            Outcome preview = moves.preview("C-1", TOLD);
            assertThat(limit(preview.now())).isLessThan(limit);
            assertThat(limit(stored())).isEqualTo(limit);

            Outcome moved = moves.move("C-1", TOLD);
            assertThat(moved).isEqualTo(preview);
            assertThat(stored()).isEqualTo(moved.now());
            assertThat(stored().packs())
                    .containsExactly(shelf.get("TST").policy().pack());
            assertThat(stored().event("M-1").orElseThrow().type()).isEqualTo(CaseMoves.PACKS_CHANGED);
            assertThat(stored().event("M-1").orElseThrow().value("to")).startsWith("TST 1.1.0");
            List<AuditEntry> trail = repository.audit("C-1");
            assertThat(trail).last().satisfies(last -> assertThat(last.kind()).isEqualTo(CaseMoves.PACKS_CHANGED));
            assertThat(AuditTrail.firstBroken(trail, trail.get(trail.size() - 1).hash()))
                    .isEmpty();

            assertThat(limit(desk.find("C-1", NOW, NOW).orElseThrow())).isEqualTo(limit(stored()));
            assertThatThrownBy(() -> desk.find("C-1", RECEIVED, NOW.minusNanos(1)))
                    .as("other packs gave the answers then")
                    .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                        assertThat(e.code()).isEqualTo("MOVED_SINCE");
                        assertThat(e.rule()).contains(NOW.toString(), "TST 1.0.0");
                    });

            assertThat(moves.move("C-1", TOLD).notices()).isEmpty();
            assertThat(repository.audit("C-1")).hasSize(trail.size());
            desk.handle("C-1", CaseEvent.of("E-1", "COMPLAINT_REGISTERED", "LEGAL", NOW));
            assertThat(sent).extracting(Notice::key).doesNotHaveDuplicates();
            assertThat(sent.size()).isGreaterThanOrEqualTo(told);
        }
    }

    @Test
    void one_goes_back_as_one_came() throws IOException {
        try (PackShelf shelf = PackShelf.of(Packs.folder(TestPack.good().writeTo(folder.resolve("old"))))) {
            under(shelf.get("TST"))
                    .open()
                    .receive(Complaint.received("C-1", RECEIVED, "LETTER")
                            .category("CRIME")
                            .build());
            Case before = stored();
            shelf.activate(newer());
            under(shelf.get("TST")).moves().move("C-1", TOLD);
            shelf.rollback("TST");
            under(shelf.get("TST")).moves().move("C-1", CaseEvent.of("M-2", "", "LEGAL", NOW));
            assertThat(stored().packs()).isEqualTo(before.packs());
            assertThat(limit(stored())).isEqualTo(limit(before));
            assertThat(stored().duties()).isEqualTo(before.duties());
            assertThatThrownBy(() -> under(shelf.get("TST")).moves().move("C-2", TOLD))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.code()).isEqualTo("UNKNOWN_CASE"));
        }
    }
}
