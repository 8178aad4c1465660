package org.complaintkit.rules.shelf;

import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.duty.Notice;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.rules.simulate.Difference;
import org.jspecify.annotations.Nullable;

/**
 * What moving cases under the active versions would come to, a page at a time.
 *
 * @param cases those of the page that lie under other versions or parameters and are not archived, in the order of their receipt
 * @param next the page that follows; empty after the last one
 */
public record MovePreview(List<Change> cases, Optional<CaseQuery> next) {
    public MovePreview {
        cases = List.copyOf(cases);
    }

    /**
     * What would become of one case.
     *
     * @param from the versions under which it lies
     * @param to the versions under which it would lie; empty if none governs the day of its receipt
     * @param differences what would come out otherwise; empty if nothing but the version
     * @param notices what would leave the case: duties, warnings and escalations of which nobody was told yet
     * @param refusal why it cannot be moved; null if it can
     */
    public record Change(
            String caseId,
            List<PackVersion> from,
            List<PackVersion> to,
            List<Difference> differences,
            List<Notice> notices,
            @Nullable InvalidInputException refusal) {
        public Change {
            from = List.copyOf(from);
            to = List.copyOf(to);
            differences = List.copyOf(differences);
            notices = List.copyOf(notices);
        }
    }
}
