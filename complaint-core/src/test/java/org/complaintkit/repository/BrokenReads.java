package org.complaintkit.repository;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.complaintkit.audit.AuditEntry;
import org.complaintkit.fixture.Passing;
import org.complaintkit.json.StoredCaseJson;
import org.complaintkit.repository.BrokenWrites.OtherItems;

/** Stores that are broken where they read. */
final class BrokenReads {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TEXT_COLUMN = 65_535;

    private BrokenReads() {}

    /** Keeps what was loaded once until this process writes it. */
    static final class StaleRead extends Passing {
        private final Map<String, Optional<StoredCase>> cache = new HashMap<>();

        StaleRead(CaseRepository sound) {
            super(sound);
        }

        @Override
        public Optional<StoredCase> load(String caseId) {
            return cache.computeIfAbsent(caseId, sound::load);
        }

        @Override
        public void save(CaseChange change) {
            sound.save(change);
            cache.put(change.value().id(), sound.load(change.value().id()));
        }
    }

    /** Forgets to sort by the moment. */
    static final class OrderById extends Passing {
        OrderById(CaseRepository sound) {
            super(sound);
        }

        @Override
        public Claim<Place> due(Instant by, Place after, int limit) {
            Claim<Place> claim = sound.due(by, after, limit);
            List<Place> sorted = claim.items().stream()
                    .sorted(Comparator.comparing(Place::caseId))
                    .toList();
            return new OtherItems<>(claim, sorted);
        }
    }

    /** Does something to the words of the complaint. */
    private static class Words extends Passing {
        private final UnaryOperator<String> doing;

        Words(CaseRepository sound, UnaryOperator<String> doing) {
            super(sound);
            this.doing = doing;
        }

        @Override
        public Optional<StoredCase> load(String caseId) {
            return sound.load(caseId)
                    .map(stored -> edited(stored, complaint -> {
                        ((ObjectNode) complaint)
                                .put("text", doing.apply(complaint.get("text").textValue()));
                        return complaint;
                    }));
        }
    }

    private static StoredCase edited(StoredCase stored, UnaryOperator<JsonNode> complaint) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(StoredCaseJson.write(stored.value(), ""));
            json.set("complaint", complaint.apply(json.get("complaint")));
            return new StoredCase(
                    StoredCaseJson.read(json.toString()).value(), stored.version(), stored.lastAudit(), stored.newer());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A column that is too short. */
    static final class CutText extends Words {
        CutText(CaseRepository sound) {
            super(sound, text -> text.substring(0, Math.min(TEXT_COLUMN, text.length())));
        }
    }

    /** A column that holds no NUL. */
    static final class WithoutNul extends Words {
        WithoutNul(CaseRepository sound) {
            super(sound, text -> text.replace("\u0000", ""));
        }
    }

    /** A column in UTF-8. */
    static final class ThroughUtf8 extends Words {
        ThroughUtf8(CaseRepository sound) {
            super(sound, text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
    }

    /** A column without zone. */
    static final class LocalTimes extends Passing {
        private final Map<String, ZoneId> zones = new HashMap<>();

        LocalTimes(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            sound.save(change);
            zones.put(change.value().id(), ZoneId.systemDefault());
        }

        @Override
        public List<AuditEntry> audit(String caseId) {
            return sound.audit(caseId).stream()
                    .map(entry -> BrokenWrites.at(
                            entry,
                            LocalDateTime.ofInstant(entry.recordedAt(), zones.get(caseId))
                                    .atZone(ZoneId.systemDefault())
                                    .toInstant()))
                    .toList();
        }
    }

    /** A column of timestamps, which end at microseconds. */
    static final class Microseconds extends Passing {
        Microseconds(CaseRepository sound) {
            super(sound);
        }

        @Override
        public Claim<Place> due(Instant by, Place after, int limit) {
            Instant end = by.equals(Instant.MAX)
                    ? by
                    : by.truncatedTo(ChronoUnit.MICROS).plusNanos(999);
            return sound.due(end, after, limit);
        }
    }

    /** A row of the complaint that is inserted and never updated. */
    static final class FirstComplaint extends Passing {
        private final Map<String, String> rows = new HashMap<>();

        FirstComplaint(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            sound.save(change);
            rows.putIfAbsent(change.value().id(), StoredCaseJson.write(change.value(), ""));
        }

        @Override
        public Optional<StoredCase> load(String caseId) {
            return sound.load(caseId)
                    .map(stored -> edited(stored, complaint -> {
                        try {
                            return JSON.readTree(rows.get(caseId)).get("complaint");
                        } catch (JsonProcessingException e) {
                            throw new IllegalStateException(e);
                        }
                    }));
        }
    }

    /** Lists what is due and holds nothing. */
    static final class SharedClaims extends Passing {
        SharedClaims(CaseRepository sound) {
            super(sound);
        }

        @Override
        public Claim<Place> due(Instant by, Place after, int limit) {
            Claim<Place> claim = sound.due(by, after, limit);
            claim.close();
            return claim;
        }
    }

    /** Marks what is claimed and never takes the mark away. */
    static final class ClaimsForEver extends Passing {
        ClaimsForEver(CaseRepository sound) {
            super(sound);
        }

        @Override
        public Claim<Place> due(Instant by, Place after, int limit) {
            List<Place> items = sound.due(by, after, limit).items();
            return new Claim<>() {
                @Override
                public List<Place> items() {
                    return items;
                }

                @Override
                public void close() {
                    // the fault
                }
            };
        }
    }

    /** Goes on after the moment of the last page and forgets that others share it. */
    static final class PagesByMoment extends Passing {
        PagesByMoment(CaseRepository sound) {
            super(sound);
        }

        @Override
        public Claim<Place> due(Instant by, Place after, int limit) {
            return sound.due(by, new Place(after.at(), "\uffff"), limit);
        }
    }

    /** Asks for the page first and looks for the state on it. */
    static final class LimitBeforeState extends Passing {
        LimitBeforeState(CaseRepository sound) {
            super(sound);
        }

        @Override
        public List<Place> find(CaseQuery query) {
            return sound.find(query.in(Set.of())).stream()
                    .filter(place -> query.states().isEmpty()
                            || query.states()
                                    .contains(sound.load(place.caseId())
                                            .orElseThrow()
                                            .value()
                                            .state()))
                    .toList();
        }
    }

    /** An index of states that is written once. */
    static final class StateOfReceipt extends Passing {
        private final Map<String, String> states = new HashMap<>();

        StateOfReceipt(CaseRepository sound) {
            super(sound);
        }

        @Override
        public void save(CaseChange change) {
            sound.save(change);
            states.putIfAbsent(change.value().id(), change.value().state());
        }

        @Override
        public List<Place> find(CaseQuery query) {
            return sound.find(query.in(Set.of())).stream()
                    .filter(place -> query.states().isEmpty() || query.states().contains(states.get(place.caseId())))
                    .toList();
        }
    }

    /** A column of receipts that ends at milliseconds. */
    static final class MillisecondsOfReceipt extends Passing {
        MillisecondsOfReceipt(CaseRepository sound) {
            super(sound);
        }

        @Override
        public List<Place> find(CaseQuery query) {
            return sound.find(new CaseQuery(
                    query.from().truncatedTo(ChronoUnit.MILLIS).minusNanos(1),
                    query.before(),
                    query.states(),
                    query.after(),
                    query.limit()));
        }
    }

    /** Lists the newest first. */
    static final class NewestFirst extends Passing {
        NewestFirst(CaseRepository sound) {
            super(sound);
        }

        @Override
        public List<Place> find(CaseQuery query) {
            return sound.find(query).stream().sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** Goes on after the moment of the last page of a list and forgets that others share it. */
    static final class ListsByMoment extends Passing {
        ListsByMoment(CaseRepository sound) {
            super(sound);
        }

        @Override
        public List<Place> find(CaseQuery query) {
            return sound.find(
                    query.after().equals(Place.FIRST)
                            ? query
                            : query.after(new Place(query.after().at(), "\uffff")));
        }
    }

    /** Does something to a trail. */
    static final class Trails extends Passing {
        private final UnaryOperator<List<AuditEntry>> doing;

        private Trails(CaseRepository sound, UnaryOperator<List<AuditEntry>> doing) {
            super(sound);
            this.doing = doing;
        }

        @Override
        public List<AuditEntry> audit(String caseId) {
            return doing.apply(sound.audit(caseId));
        }

        /** Keeps the last ten links. */
        static Trails cut(CaseRepository sound) {
            return new Trails(sound, trail -> trail.subList(Math.max(0, trail.size() - 10), trail.size()));
        }

        /** Writes each link at least once. */
        static Trails doubled(CaseRepository sound) {
            return new Trails(
                    sound,
                    trail -> trail.stream()
                            .flatMap(link -> link.sequence() == 7 ? Stream.of(link, link) : Stream.of(link))
                            .toList());
        }

        /** Holds the number of a link as text. */
        static Trails sortedAsText(CaseRepository sound) {
            return new Trails(
                    sound,
                    trail -> trail.stream()
                            .sorted(Comparator.comparing(link -> Long.toString(link.sequence())))
                            .toList());
        }
    }

    /** Loads the link of the first write with the case. */
    static final class FirstLink extends Passing {
        FirstLink(CaseRepository sound) {
            super(sound);
        }

        @Override
        public Optional<StoredCase> load(String caseId) {
            return sound.load(caseId)
                    .map(stored -> new StoredCase(
                            stored.value(),
                            stored.version(),
                            sound.audit(caseId).get(0),
                            stored.newer()));
        }
    }
}
