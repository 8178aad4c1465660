package org.complaintkit.repository;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.duty.Notice;
import org.complaintkit.fixture.Passing;
import org.complaintkit.repository.BrokenWrites.OtherItems;
import org.jspecify.annotations.Nullable;

/** Stores that write in two transactions what belongs into one. */
final class BrokenCommits {
    private BrokenCommits() {}

    /** What has a transaction of its own. */
    enum Part {
        NOTICES,
        NUMBERS,
        LINK,
        LISTS
    }

    /** The time between two commits: until somebody has looked twice, or a fiftieth of a second. */
    private static final class Gap {
        private int looks;

        synchronized void looked() {
            looks++;
            notifyAll();
        }

        synchronized void pass() {
            int enough = looks + 2;
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
            long left = end - System.nanoTime();
            try {
                while (looks < enough && left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                    left = end - System.nanoTime();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Commits twice, and others read in between. */
    static final class TwoCommits extends Passing {
        private final Part part;
        private final boolean partFirst;
        private final Gap gap = new Gap();
        private volatile @Nullable CaseChange between;

        private TwoCommits(CaseRepository sound, Part part, boolean partFirst) {
            super(sound);
            this.part = part;
            this.partFirst = partFirst;
        }

        static TwoCommits first(Part part, CaseRepository sound) {
            return new TwoCommits(sound, part, true);
        }

        static TwoCommits last(Part part, CaseRepository sound) {
            return new TwoCommits(sound, part, false);
        }

        @Override
        public synchronized void save(CaseChange change) {
            String id = change.value().id();
            long version = sound.load(id).map(StoredCase::version).orElse(0L);
            boolean good = version == change.expectedVersion()
                    && change.numbers().entrySet().stream()
                            .allMatch(each -> each.getValue() == sound.lastNumber(each.getKey()) + 1);
            try {
                between = good ? change : null;
                if (partFirst && good) {
                    gap.pass();
                }
                sound.save(change);
                if (!partFirst) {
                    gap.pass();
                }
            } finally {
                between = null;
            }
        }

        @Override
        public Claim<Notice> unpublished(String afterKey, int limit) {
            CaseChange now = between;
            Claim<Notice> claim = sound.unpublished(afterKey, limit);
            gap.looked();
            if (now == null || part != Part.NOTICES) {
                return claim;
            }
            Set<Notice> items = new LinkedHashSet<>(claim.items());
            if (partFirst) {
                items.addAll(now.notices());
            } else {
                items.removeAll(now.notices());
            }
            return new OtherItems<>(claim, List.copyOf(items));
        }

        @Override
        public long lastNumber(String sequence) {
            CaseChange now = between;
            long last = sound.lastNumber(sequence);
            Long taken =
                    now == null || part != Part.NUMBERS ? null : now.numbers().get(sequence);
            if (taken == null) {
                return last;
            }
            return partFirst ? taken : taken - 1;
        }

        @Override
        public List<AuditEntry> audit(String caseId) {
            CaseChange now = between;
            List<AuditEntry> trail = sound.audit(caseId);
            return now == null || part != Part.LINK || partFirst
                    ? trail
                    : trail.stream().filter(link -> !link.equals(now.audit())).toList();
        }

        @Override
        public List<Place> find(CaseQuery query) {
            CaseChange now = between;
            List<Place> found = sound.find(query);
            return now == null || part != Part.LISTS || partFirst
                    ? found
                    : found.stream()
                            .filter(place -> !place.caseId().equals(now.value().id()))
                            .toList();
        }
    }

    /** Its second transaction can fail, on a name with NUL; what the first one wrote stays. */
    static final class NothingRolledBack extends Passing {
        private final Part part;

        NothingRolledBack(CaseRepository sound, Part part) {
            super(sound);
            this.part = part;
        }

        @Override
        public synchronized void save(CaseChange change) {
            List<Notice> notices = part == Part.NOTICES ? before(change.notices()) : change.notices();
            Map<String, Long> numbers = change.numbers();
            if (part == Part.NUMBERS) {
                numbers = numbers.entrySet().stream()
                        .filter(each -> !hard(each.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            }
            sound.save(new CaseChange(
                    change.value(), change.expectedVersion(), notices, change.audit(), numbers, change.newer()));
            boolean hardLink = part == Part.LINK && hard(change.audit().kind());
            if (notices.size() < change.notices().size()
                    || numbers.size() < change.numbers().size()
                    || hardLink) {
                throw new IllegalStateException("the second transaction failed");
            }
        }

        private static List<Notice> before(List<Notice> notices) {
            return notices.stream().takeWhile(each -> !hard(each.key())).toList();
        }

        private static boolean hard(String name) {
            return name.contains("\u0000");
        }
    }

    /** Has no ORDER BY: while others write, the rows come as they lie. */
    static final class UnorderedWhileWriting extends Passing {
        private final Set<Thread> writing = ConcurrentHashMap.newKeySet();
        private final Gap gap = new Gap();

        UnorderedWhileWriting(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            writing.add(Thread.currentThread());
            try {
                gap.pass();
                sound.save(change);
            } finally {
                writing.remove(Thread.currentThread());
            }
        }

        @Override
        public Claim<Notice> unpublished(String afterKey, int limit) {
            Claim<Notice> claim = sound.unpublished(afterKey, limit);
            List<Notice> items = new ArrayList<>();
            boolean unordered = !writing.isEmpty();
            claim.items().forEach(each -> items.add(unordered ? 0 : items.size(), each));
            gap.looked();
            return new OtherItems<>(claim, items);
        }
    }

    /** Each session draws positions in blocks of a hundred, as a sequence with a cache does. */
    static final class PositionsInBlocks extends Passing {
        private final Map<Thread, Long> next = new HashMap<>();
        private final Map<String, Long> positions = new HashMap<>();

        PositionsInBlocks(CaseRepository sound) {
            super(sound);
        }

        @Override
        public synchronized void save(CaseChange change) {
            sound.save(change);
            next.putIfAbsent(Thread.currentThread(), 100L * next.size());
            for (Notice each : change.notices()) {
                positions.putIfAbsent(each.key(), next.merge(Thread.currentThread(), 1L, Long::sum));
            }
        }

        @Override
        public synchronized Claim<Notice> unpublished(String afterKey, int limit) {
            Claim<Notice> claim = sound.unpublished(afterKey, limit);
            List<Notice> items = new ArrayList<>(claim.items());
            items.sort(Comparator.comparing(each -> positions.getOrDefault(each.key(), Long.MAX_VALUE)));
            return new OtherItems<>(claim, items);
        }
    }
}
