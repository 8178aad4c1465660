package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Transition.Guard;
import org.complaintkit.policy.Transition.Round;

/** The limits of one pack do not know what is decided about those of another. */
class AddresseeProperties {
    private static final Instant RECEIVED = Instant.parse("2026-03-02T02:00:00Z");
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final Lifecycle BOTH = clocks("T", "30 days").under(clocks("U", "20 working days"));

    /**
     * Something that happens.
     *
     * @param hours after the receipt
     * @param to the pack that it names; empty for a fact, which is about all
     * @param days from the receipt to the new limit
     */
    record Told(String type, int hours, String to, int days) {
        CaseEvent event(int position) {
            Map<String, Object> data = new HashMap<>();
            if (!to.isEmpty()) {
                data.put("pack", to);
                data.put("ground", "COMPLEX");
                data.put("newLimit", RECEIVED.plusSeconds(days * DAY).toString());
                data.put("from", "2026-03-10");
                data.put("to", "2026-03-" + (10 + days % 20));
            }
            Instant at = RECEIVED.plusSeconds(hours * HOUR);
            return new CaseEvent("e" + position, type, "LEADER", "", at, at, data);
        }
    }

    private static TestClocks clocks(String id, String limit) {
        return TestClocks.none()
                .step("RECEIVED", "REPEAT_RECEIVED", "RECEIVED", Guard.NONE, Round.REWORK)
                .deadline(id + "-D01")
                .cell("ends_handling", "yes")
                .cell("limit", limit)
                .cell("paused_by", "CONTACTED to FORM_RETURNED")
                .granted(id + "-D02")
                .cell("paused_by", "CONTACTED to FORM_RETURNED")
                .extension(id + "-D01", id + "-D02", "60 days");
    }

    @Provide
    Arbitrary<List<Told>> lives() {
        Arbitrary<Told> decision = Combinators.combine(
                        Arbitraries.of("EXTENSION_GRANTED", "EXTENSION_GRANTED", "NOTE", "NOTE", "TIME_LEFT_OUT"),
                        Arbitraries.integers().between(1, 1_000),
                        Arbitraries.of("T", "U"),
                        Arbitraries.integers().between(15, 65))
                .as(Told::new);
        Arbitrary<Told> fact = Combinators.combine(
                        Arbitraries.of("CONTACTED", "FORM_RETURNED", "REPEAT_RECEIVED", "REPLIED_TO_CUSTOMER"),
                        Arbitraries.integers().between(1, 1_000))
                .as((type, hours) -> new Told(type, hours, "", 0));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, decision), net.jqwik.api.Tuple.of(1, fact))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 150)
    void what_is_decided_for_one_pack_leaves_no_trace_on_the_limits_of_the_other(@ForAll("lives") List<Told> life) {
        for (String pack : List.of("T", "U")) {
            List<Told> own = life.stream()
                    .filter(told -> told.to().isEmpty() || told.to().equals(pack))
                    .toList();
            assertThat(standing(after(life), pack)).isEqualTo(standing(after(own), pack));
        }
    }

    private static Case after(List<Told> life) {
        Case value = BOTH.receive(Complaint.received("C-1", RECEIVED, "TELEPHONE")
                        .category("SERVICE")
                        .build())
                .now();
        for (int i = 0; i < life.size(); i++) {
            value = BOTH.handle(value, life.get(i).event(i)).now();
        }
        return BOTH.advance(value, RECEIVED.plusSeconds(1_500 * HOUR)).now();
    }

    private static List<String> standing(Case value, String pack) {
        List<String> standing = new ArrayList<>();
        value.previousDeadlines().forEach(each -> standing.add(each.pack() + " " + each.round() + " " + each));
        value.deadlines().forEach(each -> standing.add(each.pack() + " " + each.round() + " " + each));
        value.findings().forEach(each -> standing.add(each.pack() + " " + each));
        standing.removeIf(text -> !text.startsWith(pack + " "));
        standing.sort(String::compareTo);
        return standing;
    }
}
