package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.Course.at;
import static org.complaintkit.fixture.Course.complaint;
import static org.complaintkit.fixture.Course.event;
import static org.complaintkit.fixture.Course.limits;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.json.StoredCaseJson;
import org.complaintkit.policy.Transition.Guard;
import org.complaintkit.policy.Transition.Round;
import org.junit.jupiter.api.Test;

/** Packs of one case that do not agree on what begins or ends a matter. */
class TracksTest {
    private static final CaseEvent NEW_FACTS = event("03-06T09:00", "CONTACTED");
    private static final CaseEvent WITHDRAWN = event("03-09T09:00", "WITHDRAWAL_REQUESTED");
    private static final CaseEvent REPLY = event("03-05T09:00", "REPLIED_TO_CUSTOMER");

    private static TestClocks plain(String id) {
        return TestClocks.none()
                .deadline(id)
                .cell("end", "REPLIED_TO_CUSTOMER")
                .cell("limit", "20 days")
                .cell("ends_handling", "yes")
                .cell("cancelled_by", "ENTERED[state=WITHDRAWN]");
    }

    /** Begins anew when somebody is contacted, and ends with the wish to withdraw. */
    private static TestClocks restarting(String id) {
        return plain(id)
                .step("RECEIVED", "CONTACTED", "RECEIVED", Guard.NONE, Round.REWORK)
                .step("REPLIED", "CONTACTED", "RECEIVED", Guard.NONE, Round.AFRESH)
                .step("RECEIVED", "WITHDRAWAL_REQUESTED", "WITHDRAWN", Guard.NONE, Round.NONE);
    }

    /** The case after each event was stored and read again. */
    private static Case after(Lifecycle lifecycle, String asOf, CaseEvent... events) {
        Case value = lifecycle.receive(complaint().build()).now();
        for (CaseEvent event : events) {
            value = StoredCaseJson.read(
                            StoredCaseJson.write(lifecycle.handle(value, event).now(), ""))
                    .value();
        }
        return lifecycle.advance(value, at(asOf)).now();
    }

    @Test
    void a_round_that_only_an_upper_pack_knows_is_one_for_its_clocks_alone() {
        Case now = after(plain("T-D01").under(restarting("T-D02")), "03-10T00:00", NEW_FACTS);

        assertThat(limits(now)).containsExactlyInAnyOrder("T-D01 2026-03-22 OPEN", "T-D02 2026-03-26 OPEN");
        assertThat(now.state()).isEqualTo("RECEIVED");
    }

    @Test
    void it_is_one_for_its_clocks_alone_in_the_other_order_too() {
        Case now = after(restarting("T-D02").under(plain("T-D01")), "03-10T00:00", NEW_FACTS);

        assertThat(limits(now)).containsExactlyInAnyOrder("T-D01 2026-03-22 OPEN", "T-D02 2026-03-26 OPEN");
    }

    @Test
    void after_the_answer_a_round_of_an_upper_pack_is_a_new_complaint_for_all() {
        Case now = after(plain("T-D01").under(restarting("T-D02")), "03-10T00:00", REPLY, NEW_FACTS);

        assertThat(limits(now)).containsExactlyInAnyOrder("T-D01 2026-03-26 OPEN", "T-D02 2026-03-26 OPEN");
        assertThat(now.state()).isEqualTo("RECEIVED");
        assertThat(now.round()).isEqualTo(2);
    }

    @Test
    void an_end_that_only_an_upper_pack_knows_ends_its_clocks_alone() {
        Lifecycle lifecycle = plain("T-D01").under(restarting("T-D02"));
        Case asked = after(lifecycle, "03-10T00:00", WITHDRAWN);
        assertThat(limits(asked)).containsExactlyInAnyOrder("T-D01 2026-03-22 OPEN", "T-D02 2026-03-22 CANCELLED");
        assertThat(asked.state()).isEqualTo("WITHDRAWAL_CHECK");

        Case checked = after(lifecycle, "03-11T00:00", WITHDRAWN, event("03-10T09:00", "WITHDRAWAL_VOLUNTARY"));
        assertThat(limits(checked))
                .containsExactlyInAnyOrder("T-D01 2026-03-22 CANCELLED", "T-D02 2026-03-22 CANCELLED");
    }

    @Test
    void a_round_of_an_upper_pack_leaves_what_runs_on_as_it_was() {
        TestClocks own = plain("T-D01")
                .deadline("T-D03")
                .cell("start", "RECOGNISED")
                .cell("end", "NOTE")
                .cell("limit", "20 days")
                .deadline("T-D05", situation -> !situation.answers().labels().contains("MAJOR"))
                .cell("superseded_when", "not asked");
        TestClocks upper = restarting("T-D02")
                .deadline("T-D04")
                .cell("start", "RECOGNISED")
                .cell("end", "NOTE")
                .cell("limit", "20 days");
        CaseEvent major = event("03-04T09:00", "NOTE", Map.of("facts", "MAJOR"));
        Case now = after(own.under(upper), "03-10T00:00", major, NEW_FACTS);

        assertThat(limits(now))
                .contains("T-D03 2026-03-22 MET", "T-D05 2026-03-05 SUPERSEDED", "T-D04 2026-03-26 OPEN");
        assertThat(now.deadlines())
                .filteredOn(each -> each.id().equals("T-D05"))
                .extracting(Deadline::supersededAt)
                .containsExactly(at("03-04T09:00"));
        assertThat(now.previousDeadlines()).extracting(Deadline::id).containsExactlyInAnyOrder("T-D02", "T-D04");
    }

    @Test
    void a_pack_whose_own_table_leads_on_begins_no_round_with_another() {
        TestClocks own = plain("T-D01").step("RECEIVED", "CONTACTED", "REGISTERED", Guard.NONE, Round.NONE);
        Case now = after(own.under(restarting("T-D02")), "03-10T00:00", NEW_FACTS);

        assertThat(limits(now)).containsExactlyInAnyOrder("T-D01 2026-03-22 OPEN", "T-D02 2026-03-26 OPEN");
        assertThat(now.state()).isEqualTo("REGISTERED");
    }

    @Test
    void a_pack_whose_own_handling_is_over_takes_a_round_of_another_for_a_complaint_that_is_received() {
        TestClocks own = plain("T-D01")
                .cell("end", "FORM_RETURNED")
                .deadline("T-D03")
                .cell("end", "NOTE")
                .cell("limit", "20 days");
        Case now =
                after(own.under(restarting("T-D02")), "03-10T00:00", event("03-03T09:00", "FORM_RETURNED"), NEW_FACTS);

        assertThat(limits(now))
                .containsExactlyInAnyOrder("T-D01 2026-03-26 OPEN", "T-D03 2026-03-26 OPEN", "T-D02 2026-03-26 OPEN");
    }

    @Provide
    Arbitrary<List<String>> courses() {
        return Arbitraries.of("CONTACTED", "REPLIED_TO_CUSTOMER", "WITHDRAWAL_REQUESTED", "WITHDRAWAL_VOLUNTARY")
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 200)
    void what_becomes_of_a_pack_does_not_hang_on_its_place(@ForAll("courses") List<String> types) {
        CaseEvent[] events = new CaseEvent[types.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = event("03-%02dT09:00".formatted(3 + i), types.get(i));
        }
        Case one = after(plain("T-D01").under(restarting("T-D02")), "05-01T00:00", events);
        Case other = after(restarting("T-D02").under(plain("T-D01")), "05-01T00:00", events);

        assertThat(limits(one)).containsExactlyInAnyOrderElementsOf(limits(other));
    }
}
