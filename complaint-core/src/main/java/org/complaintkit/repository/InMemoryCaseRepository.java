package org.complaintkit.repository;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Notice;

/**
 * Keeps cases in memory: the reference for implementers, and enough for tests, simulations and examples. One lock guards
 * everything; cases are immutable and need no copy.
 */
public final class InMemoryCaseRepository implements CaseRepository {
    private final Map<String, StoredCase> cases = new HashMap<>();
    private final Map<String, List<AuditEntry>> trails = new HashMap<>();
    private final TreeSet<Place> due = new TreeSet<>();
    private final TreeSet<Place> received = new TreeSet<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final TreeMap<Long, Notice> waiting = new TreeMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Set<String> heldCases = new HashSet<>();
    private final Set<String> heldKeys = new HashSet<>();

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
        change.numbers().forEach((sequence, number) -> {
            if (number != lastNumber(sequence) + 1) {
                throw StaleCaseException.number(sequence, number, lastNumber(sequence));
            }
        });
        if (before != null) {
            before.value().nextMoment().ifPresent(at -> due.remove(new Place(at, id)));
            received.remove(new Place(before.value().complaint().receivedAt(), id));
        }
        cases.put(id, new StoredCase(change.value(), version + 1, change.audit(), change.newer()));
        change.value().nextMoment().ifPresent(at -> due.add(new Place(at, id)));
        received.add(new Place(change.value().complaint().receivedAt(), id));
        trails.computeIfAbsent(id, each -> new ArrayList<>()).add(change.audit());
        sequences.putAll(change.numbers());
        for (Notice notice : change.notices()) {
            long position = positions.size() + 1L;
            if (positions.putIfAbsent(notice.key(), position) == null) {
                waiting.put(position, notice);
            }
        }
    }

    @Override
    public synchronized Claim<Place> due(Instant by, Place after, int limit) {
        Stream<Place> open = due.tailSet(after, false).stream()
                .takeWhile(place -> !place.at().isAfter(by));
        return claim(open, heldCases, Place::caseId, limit);
    }

    @Override
    public synchronized Claim<Notice> unpublished(String afterKey, int limit) {
        Stream<Notice> open = waiting.tailMap(positions.getOrDefault(afterKey, 0L), false).values().stream();
        return claim(open, heldKeys, Notice::key, limit);
    }

    @Override
    public synchronized void published(Collection<String> keys) {
        for (String key : keys) {
            Long position = positions.get(key);
            if (position != null) {
                waiting.remove(position);
            }
        }
    }

    @Override
    public synchronized List<AuditEntry> audit(String caseId) {
        return List.copyOf(trails.getOrDefault(caseId, List.of()));
    }

    @Override
    public synchronized List<Place> find(CaseQuery query) {
        return received.tailSet(query.after(), false).stream()
                .filter(place -> !place.at().isBefore(query.from()))
                .takeWhile(place -> place.at().isBefore(query.before()))
                .filter(place -> query.states().isEmpty() || query.states().contains(state(place)))
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized long lastNumber(String sequence) {
        return sequences.getOrDefault(sequence, 0L);
    }

    private String state(Place place) {
        StoredCase found = cases.get(place.caseId());
        return found == null ? "" : found.value().state();
    }

    private <T> Claim<T> claim(Stream<T> open, Set<String> held, Function<T, String> name, int limit) {
        List<T> items = open.filter(item -> !held.contains(name.apply(item)))
                .limit(limit)
                .toList();
        items.forEach(item -> held.add(name.apply(item)));
        return new Held<>(items, held, name);
    }

    /** A claim ends with its process anyway, as the whole store does. */
    private final class Held<T> implements Claim<T> {
        private final List<T> items;
        private final Set<String> held;
        private final Function<T, String> name;
        private boolean closed;

        Held(List<T> items, Set<String> held, Function<T, String> name) {
            this.items = items;
            this.held = held;
            this.name = name;
        }

        @Override
        public List<T> items() {
            return items;
        }

        @Override
        public void close() {
            synchronized (InMemoryCaseRepository.this) {
                if (!closed) {
                    items.forEach(item -> held.remove(name.apply(item)));
                    closed = true;
                }
            }
        }
    }
}
