package org.complaintkit.repository;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Notice;

/**
 * Keeps cases in memory: the reference for implementers, and enough for tests, simulations and examples. One lock guards
 * everything; cases are immutable and need no copy.
 */
public final class InMemoryCaseRepository implements CaseRepository {
    private final Map<String, StoredCase> cases = new HashMap<>();
    private final Map<String, List<AuditEntry>> trails = new HashMap<>();
    private final TreeSet<Due> due = new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::caseId));
    private final Map<String, Notice> unpublished = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();

    private record Due(Instant at, String caseId) {}

    @Override
    public synchronized Optional<StoredCase> load(String caseId) {
        return Optional.ofNullable(cases.get(caseId));
    }

    @Override
    public synchronized void save(CaseChange change) {
        String id = change.value().id();
        StoredCase before = cases.get(id);
        long version = before == null ? 0 : before.version();
        if (version != change.expectedVersion()) {
            throw new StaleCaseException(id, change.expectedVersion(), version);
        }
        if (before != null) {
            before.value().nextMoment().ifPresent(at -> due.remove(new Due(at, id)));
        }
        cases.put(id, new StoredCase(change.value(), version + 1, change.audit()));
        change.value().nextMoment().ifPresent(at -> due.add(new Due(at, id)));
        trails.computeIfAbsent(id, each -> new ArrayList<>()).add(change.audit());
        for (Notice notice : change.notices()) {
            if (keys.add(notice.key())) {
                unpublished.put(notice.key(), notice);
            }
        }
    }

    @Override
    public synchronized List<String> due(Instant by, int limit) {
        return due.stream()
                .takeWhile(each -> !each.at().isAfter(by))
                .limit(limit)
                .map(Due::caseId)
                .toList();
    }

    @Override
    public synchronized List<Notice> unpublished(int limit) {
        return unpublished.values().stream().limit(limit).toList();
    }

    @Override
    public synchronized void published(Collection<String> confirmed) {
        confirmed.forEach(unpublished::remove);
    }

    @Override
    public synchronized List<AuditEntry> audit(String caseId) {
        return List.copyOf(trails.getOrDefault(caseId, List.of()));
    }
}
