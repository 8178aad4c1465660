package org.complaintkit.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Notice;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StoredCase;

/** All that a repository shows of some cases, to be compared before and after. */
record Contents(
        List<Optional<StoredCase>> cases, List<List<AuditEntry>> trails, List<Notice> waiting, List<Place> due) {
    static Contents of(CaseRepository repository, String... ids) {
        try (Claim<Place> due = repository.due(Instant.MAX, Place.FIRST, 100_000)) {
            return new Contents(
                    List.of(ids).stream().map(repository::load).toList(),
                    List.of(ids).stream().map(repository::audit).toList(),
                    waiting(repository),
                    due.items());
        }
    }

    static List<Notice> waiting(CaseRepository repository) {
        try (Claim<Notice> waiting = repository.unpublished("", 100_000)) {
            return waiting.items();
        }
    }
}
