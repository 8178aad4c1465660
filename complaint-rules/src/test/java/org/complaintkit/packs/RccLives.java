package org.complaintkit.packs;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Joined;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.Policy;

/**
 * Lives of complaints under the shipped policy, generated: all its channels, categories, labels and events, the usual ways
 * through its states more often than the rest. Whatever is drawn a desk admits, in whatever order it learns of it.
 */
final class RccLives {
    static final String PARTY = "P0";

    private static final String ARCHIVED = "ARCHIVED_EVENT";
    /** They touch two cases: by itself none of them happens to one. */
    private static final Set<String> MERGERS = Set.of(Joined.JOINED, Joined.PARTED, Joined.MERGED, Joined.UNMERGED);

    /** Events whose from and to are days and no roles: the door refuses anything else. */
    private static final Set<String> NEEDS_DATES = Set.of("TIME_LEFT_OUT");

    private static final List<String> PERSONS = List.of(PARTY, "P1", "P2", "P3", "");
    private static final List<String> UNITS = List.of("U0", "U1", "U2", "U3", "U9", "");
    private static final List<String> USUAL = List.of(
            "COMPLAINT_REGISTERED",
            "COMPLAINT_ACCEPTED",
            "ASSIGNED_EVENT",
            "ASSIGNED_EVENT",
            "TRANSFER_SIGNED",
            "CONTACTED",
            "INVESTIGATION_STARTED",
            "INVESTIGATION_STARTED",
            "RESPONSIBILITY_DETERMINED",
            "RESPONSIBILITY_DETERMINED",
            "REPLIED_TO_CUSTOMER",
            "REPLIED_TO_CUSTOMER",
            "REPLIED_TO_FORWARDER",
            "RECORD_FILED",
            "CLOSED_EVENT",
            "CLOSED_EVENT",
            "FOLLOWED_UP",
            "REPEAT_RECEIVED",
            "CUSTOMER_OBJECTED",
            "WITHDRAWAL_REQUESTED",
            "WITHDRAWAL_VOLUNTARY",
            "WITHDRAWAL_COERCED",
            "OVERRUN_REPORTED",
            "FORM_RETURNED",
            "MEDIA_EVENT",
            "JUDICIAL_STARTED",
            "ESCALATION_REPORTED",
            "DUTY_FULFILLED",
            ARCHIVED);
    private static final List<Map<String, Object>> DATA = List.of(
            Map.of(),
            Map.of("to", "PARTY"),
            Map.of("to", PARTY),
            Map.of("to", List.of("COMPLAINED_UNIT", PARTY)),
            Map.of("to", "COMPLAINED_UNIT"),
            Map.of("to", "LEGAL", "escalation", "RCC-E04"),
            Map.of("reason", "settled"),
            Map.of("outcome", "OURS"),
            Map.of("outcome", "BOTH", "amount", 12_000),
            Map.of("outcome", "CUSTOMER"),
            Map.of("facts", List.of("MEDIA_CENTRAL", "BEYOND_AUTHORITY")),
            Map.of("facts", List.of("VULNERABLE", "JUDICIAL_DISPUTE", "MALICIOUS")),
            Map.of("kind", "MEDIA_SIGN"),
            Map.of("level", "MEDIA_MUNICIPAL"),
            Map.of("count", 11),
            Map.of("fields", List.of("lessons and rectification")),
            Map.of("duty", "INVESTIGATE"));

    /** What these events usually say. */
    private static final Map<String, Map<String, Object>> FITTING = Map.of(
            "ASSIGNED_EVENT", Map.of("to", "COMPLAINED_UNIT"),
            "RESPONSIBILITY_DETERMINED", Map.of("outcome", "OURS"),
            "WITHDRAWAL_VOLUNTARY", Map.of("reason", "settled"),
            "ESCALATION_REPORTED", Map.of("to", "LEGAL", "escalation", "RCC-E04"));

    private RccLives() {}

    /**
     * A life.
     *
     * @param events in the order in which they happened, no two at one instant, the archiving at most once and last
     * @param end not before the last event
     */
    record Life(Matter matter, Reception reception, List<CaseEvent> events, Instant end) {
        Complaint complaint() {
            return complaint(new Random(0));
        }

        /** The same complaint with all its lists in another order. */
        Complaint complaint(Random order) {
            Complaint.Builder complaint = Complaint.received("C-1", reception.at(), reception.channel())
                    .receivedBy(reception.receivedBy())
                    .complainant(new Complainant(
                            "INDIVIDUAL",
                            reception.anonymous(),
                            reception.reachable(),
                            false,
                            Personal.none(),
                            Personal.none()))
                    .categories(shuffled(matter.categories(), order))
                    .facts(shuffled(matter.facts(), order))
                    .causes(shuffled(matter.causes(), order))
                    .demands(shuffled(matter.demands(), order))
                    .complainantCount(matter.persons())
                    .claimedLoss(BigDecimal.valueOf(matter.loss()))
                    .about(matter.unit(), matter.party());
            reception.given().forEach(name -> complaint.given(name, "yes"));
            return complaint.build();
        }
    }

    /** What is complained about. */
    record Matter(
            List<String> categories,
            List<String> facts,
            List<String> causes,
            List<String> demands,
            int persons,
            int loss,
            String unit,
            String party) {}

    /** How it came in. */
    record Reception(
            Instant at, String channel, String receivedBy, boolean anonymous, boolean reachable, List<String> given) {}

    private record Beat(int gap, String type, String by, String person, Map<String, Object> data) {}

    static Arbitrary<Life> of(Policy policy) {
        return Combinators.combine(
                        matters(policy),
                        receptions(policy),
                        beats(policy).list().ofMaxSize(14).withSizeDistribution(RandomDistribution.uniform()),
                        Arbitraries.integers().between(0, 60 * 24 * 60))
                .as(RccLives::life)
                .withoutEdgeCases();
    }

    static <T> List<T> shuffled(List<T> items, Random order) {
        List<T> other = new ArrayList<>(items);
        Collections.shuffle(other, order);
        return List.copyOf(other);
    }

    private static Arbitrary<Matter> matters(Policy policy) {
        return Combinators.combine(
                        several(codes(policy, "CATEGORY")),
                        several(codes(policy, "LABEL")),
                        several(codes(policy, "CAUSE")),
                        several(codes(policy, "DEMAND")),
                        Arbitraries.of(1, 1, 2, 10),
                        Arbitraries.of(0, 1, 499_999, 500_000),
                        Arbitraries.of(UNITS),
                        Arbitraries.frequency(Tuple.of(6, PARTY), Tuple.of(2, "P1"), Tuple.of(1, "")))
                .as(Matter::new);
    }

    private static Arbitrary<Reception> receptions(Policy policy) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300 * 24 * 60),
                        Arbitraries.of(codes(policy, "CHANNEL")),
                        Arbitraries.of("", "OUTLET", "GRASS_ROOTS_COOPERATIVE", "U1"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, true, true, false),
                        several(List.of("formIssued", "linkedTo")))
                .as((minutes, channel, receivedBy, anonymous, reachable, given) -> new Reception(
                        Instant.parse("2025-03-01T00:00:00Z").plus(Duration.ofMinutes(minutes)),
                        channel,
                        receivedBy,
                        anonymous,
                        reachable,
                        given));
    }

    private static Arbitrary<Beat> beats(Policy policy) {
        List<String> types = codes(policy, "EVENT").stream()
                .filter(type -> !NEEDS_DATES.contains(type) && !type.equals(CaseEvent.RECEIVED))
                .filter(type -> !MERGERS.contains(type))
                .toList();
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(1, 180),
                                Arbitraries.integers().between(181, 12 * 24 * 60)),
                        Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of(USUAL)), Tuple.of(1, Arbitraries.of(types))),
                        Arbitraries.oneOf(
                                Arbitraries.of("PARTY", "ACCEPTANCE_DEPT", "UNIT_HEAD", "CUSTOMER"),
                                Arbitraries.of(codes(policy, "ROLE"))),
                        Arbitraries.of(PERSONS),
                        Arbitraries.of(DATA),
                        Arbitraries.of(true, false))
                .as((gap, type, by, person, data, fitting) ->
                        new Beat(gap, type, by, person, fitting ? FITTING.getOrDefault(type, data) : data));
    }

    private static Life life(Matter matter, Reception reception, List<Beat> beats, int rest) {
        List<CaseEvent> events = new ArrayList<>();
        Instant at = reception.at();
        for (Beat beat : beats) {
            at = at.plus(Duration.ofMinutes(beat.gap()));
            events.add(new CaseEvent("e" + events.size(), beat.type(), beat.by(), beat.person(), at, at, beat.data()));
            if (beat.type().equals(ARCHIVED)) {
                break;
            }
        }
        return new Life(matter, reception, List.copyOf(events), at.plus(Duration.ofMinutes(rest)));
    }

    private static Arbitrary<List<String>> several(List<String> codes) {
        return Arbitraries.of(codes).list().ofMaxSize(3).uniqueElements();
    }

    private static List<String> codes(Policy policy, String kind) {
        return List.copyOf(policy.vocabulary().kind(kind).keySet());
    }
}
