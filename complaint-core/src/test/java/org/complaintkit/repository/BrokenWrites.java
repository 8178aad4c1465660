package org.complaintkit.repository;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.Passing;

/** Stores that are broken where they write. */
final class BrokenWrites {
    private BrokenWrites() {}

    private static CaseChange with(CaseChange change, long version, List<Notice> notices, Map<String, Long> numbers) {
        return new CaseChange(change.value(), version, notices, change.audit(), numbers, change.newer());
    }

    /** Writes over whatever is there. */
    static final class LostUpdate extends Passing {
        LostUpdate(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            long version =
                    sound.load(change.value().id()).map(StoredCase::version).orElse(0L);
            sound.save(with(change, version, change.notices(), change.numbers()));
        }
    }

    /** Puts the duties into an outbox first, in a write of their own. */
    static final class DutyBeforeCase extends Passing {
        private final List<Notice> early = new ArrayList<>();

        DutyBeforeCase(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            try {
                sound.save(change);
            } catch (StaleCaseException e) {
                early.addAll(change.notices());
                throw e;
            }
        }

        @Override
        public Claim<Notice> unpublished(String afterKey, int limit) {
            Claim<Notice> claim = sound.unpublished(afterKey, limit);
            List<Notice> all = new ArrayList<>(claim.items());
            all.addAll(early);
            return new OtherItems<>(claim, all);
        }
    }

    /** Holds ids as a database does whose collation takes A for a. */
    static final class IdsWithoutCase extends Passing {
        private final Map<String, String> known = new HashMap<>();

        IdsWithoutCase(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            String id = change.value().id();
            if (!id.equals(known.computeIfAbsent(id.toLowerCase(Locale.ROOT), each -> id))) {
                throw new StaleCaseException(id, change.expectedVersion(), 1);
            }
            sound.save(change);
        }

        @Override
        public Optional<StoredCase> load(String caseId) {
            return sound.load(known.getOrDefault(caseId.toLowerCase(Locale.ROOT), caseId));
        }
    }

    /** Has no unique index on the key. */
    static final class RepeatedKey extends Passing {
        private int stored;

        RepeatedKey(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            List<Notice> notices = new ArrayList<>();
            change.notices().forEach(each -> notices.add(named(each, ++stored + "#" + each.key())));
            sound.save(with(change, change.expectedVersion(), notices, change.numbers()));
        }

        @Override
        public Claim<Notice> unpublished(String afterKey, int limit) {
            Claim<Notice> claim = sound.unpublished(afterKey, limit);
            return new OtherItems<>(
                    claim,
                    claim.items().stream()
                            .map(each ->
                                    named(each, each.key().substring(each.key().indexOf('#') + 1)))
                            .toList());
        }

        static Notice named(Notice notice, String key) {
            return new Notice(
                    key,
                    notice.kind(),
                    notice.caseId(),
                    notice.pack(),
                    notice.code(),
                    notice.to(),
                    notice.clause(),
                    notice.at(),
                    notice.by());
        }
    }

    /** Deletes what is confirmed, key and all. */
    static final class ForgottenKey extends Passing {
        private final Map<String, Notice> waiting = new LinkedHashMap<>();

        ForgottenKey(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            sound.save(change);
            change.notices().forEach(each -> waiting.putIfAbsent(each.key(), each));
        }

        @Override
        public Claim<Notice> unpublished(String afterKey, int limit) {
            return new OtherItems<>(sound.unpublished(afterKey, limit), List.copyOf(waiting.values()));
        }

        @Override
        public void published(Collection<String> keys) {
            keys.forEach(waiting::remove);
        }
    }

    /** Notes what is confirmed, known or not, and never stores it again. */
    static final class Tombstones extends Passing {
        private final Set<String> confirmed = new HashSet<>();

        Tombstones(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            List<Notice> notices = change.notices().stream()
                    .filter(each -> !confirmed.contains(each.key()))
                    .toList();
            sound.save(with(change, change.expectedVersion(), notices, change.numbers()));
        }

        @Override
        public void published(Collection<String> keys) {
            confirmed.addAll(keys);
            sound.published(keys);
        }
    }

    /** Confirms everything up to the key. */
    static final class ConfirmedTooMuch extends Passing {
        ConfirmedTooMuch(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void published(Collection<String> keys) {
            List<String> all = new ArrayList<>();
            try (Claim<Notice> claim = sound.unpublished("", 1_000)) {
                claim.items().forEach(each -> all.add(each.key()));
            }
            int last = keys.stream().mapToInt(all::indexOf).max().orElse(-1);
            sound.published(all.subList(0, last + 1));
        }
    }

    /** Stores what it knows, and only that. */
    static final class DroppedNewer extends Passing {
        DroppedNewer(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            sound.save(new CaseChange(
                    change.value(), change.expectedVersion(), change.notices(), change.audit(), change.numbers(), ""));
        }
    }

    /** Takes any number that is not taken. */
    static final class Gaps extends Passing {
        private final Map<String, Long> last = new HashMap<>();

        Gaps(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            change.numbers().forEach((sequence, number) -> {
                if (number <= lastNumber(sequence)) {
                    throw StaleCaseException.number(sequence, number, lastNumber(sequence));
                }
            });
            sound.save(with(change, change.expectedVersion(), change.notices(), Map.of()));
            last.putAll(change.numbers());
        }

        @Override
        public long lastNumber(String sequence) {
            return last.getOrDefault(sequence, 0L);
        }
    }

    /** Draws the number in a write of its own, as a database sequence does. */
    static final class NumberFirst extends Passing {
        private final Map<String, Long> last = new HashMap<>();

        NumberFirst(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            last.putAll(change.numbers());
            sound.save(with(change, change.expectedVersion(), change.notices(), Map.of()));
        }

        @Override
        public long lastNumber(String sequence) {
            return last.getOrDefault(sequence, 0L);
        }
    }

    /** A claim that shows other things than it holds. */
    record OtherItems<T>(Claim<T> claim, List<T> items) implements Claim<T> {
        @Override
        public void close() {
            claim.close();
        }
    }

    /** The link of a trail at another moment. */
    static AuditEntry at(AuditEntry entry, Instant recordedAt) {
        return new AuditEntry(
                entry.caseId(),
                entry.sequence(),
                entry.kind(),
                recordedAt,
                entry.content(),
                entry.previous(),
                entry.hash());
    }
}
