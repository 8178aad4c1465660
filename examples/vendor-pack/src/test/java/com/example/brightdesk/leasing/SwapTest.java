package com.example.brightdesk.leasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.complaintkit.desk.CaseMoves;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.shelf.MovePreview;
import org.complaintkit.rules.shelf.PackShelf;
import org.complaintkit.rules.shelf.RunningDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host with open cases, to which the vendor delivers a new version. */
class SwapTest {
    private static final Path FIRST = Path.of("target/classes/com/example/brightdesk/leasing");
    private static final Instant NOW = Instant.parse("2025-05-06T09:00:00Z");

    @TempDir
    private Path second;

    /** The version in which an urgent complaint is answered within three working days. */
    private void newVersion() throws IOException {
        Path source = Path.of("src/main/resources/com/example/brightdesk/leasing");
        try (var files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, second.resolve(file.getFileName()));
            }
        }
        Path manifest = second.resolve("pack.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("\"1.0.0\"", "\"1.1.0\"")
                        .replace("\"default\": 5", "\"default\": 3"));
    }

    @Test
    void versions_are_swapped_while_cases_run() throws IOException {
        newVersion();
        CaseRepository repository = new InMemoryCaseRepository();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Complaint complaint = Complaint.received("C-1", Instant.parse("2025-05-02T13:00:00Z"), "PHONE")
                .category("CAR")
                .facts(List.of("CAR_OFF_ROAD"))
                .build();
        CaseEvent acknowledged = CaseEvent.of("E-1", "ACKNOWLEDGED", "FLEET_TEAM", NOW);
        CaseEvent told = CaseEvent.of("SWAP-1", CaseMoves.PACKS_CHANGED, "FLEET_TEAM", NOW);
        CaseQuery cases = CaseQuery.received(complaint.receivedAt(), NOW);
        List<MovePreview.Change> changes = new ArrayList<>();

        // REFERENCE swap
        PackShelf shelf = PackShelf.of(Packs.folder(FIRST));
        RunningDesk running = RunningDesk.of(
                shelf,
                List.of("LCL"),
                repository,
                books -> ComplaintDesk.under(books).clock(clock));
        running.desk().receive(complaint);

        shelf.activate(Packs.folder(second)); // new complaints meet it; C-1 stays on the version that decided it
        running.of("C-1").handle("C-1", acknowledged);
        running.sweep(); // the cases of both versions, each under its own

        Optional<CaseQuery> page = Optional.of(cases);
        while (page.isPresent()) {
            MovePreview preview = running.preview(page.get(), told);
            changes.addAll(preview.cases()); // of each case what would come out otherwise, and who would be told
            page = preview.next();
        }
        changes.stream() // what cannot be moved says why: change.refusal()
                .filter(change -> change.refusal() == null)
                .forEach(change -> running.move(change.caseId(), told));

        shelf.rollback("LCL"); // new complaints meet the version before; C-1 stays where it was moved
        shelf.retireUnused("LCL", running.used(cases)::contains); // all cases: one left out keeps no version
        // REFERENCE end

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.caseId()).isEqualTo("C-1");
            assertThat(change.differences().toString())
                    .contains("LCL-D02", "2025-05-02 > 2025-05-12", "2025-05-02 > 2025-05-08");
        });
        assertThat(repository.load("C-1").orElseThrow().value().packs())
                .singleElement()
                .satisfies(pack -> assertThat(pack.version()).isEqualTo("1.1.0"));
        assertThat(shelf.get("LCL").policy().pack().version()).isEqualTo("1.0.0");
        assertThat(shelf.versions("LCL")).hasSize(2);
        shelf.close();
    }
}
