package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.fixture.Course.after;
import static org.complaintkit.fixture.Course.complaint;
import static org.complaintkit.fixture.Course.event;

import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestClocks;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.AccountRules;
import org.complaintkit.policy.Confidence;
import org.complaintkit.policy.Policy;
import org.junit.jupiter.api.Test;

/** What a case answers beside its events. */
class CaseTest {
    private static Case received(TestClocks own, TestClocks upper) {
        return own.under(upper).receive(complaint().build()).now();
    }

    private static Case received(TestClocks own) {
        return own.lifecycle().receive(complaint().build()).now();
    }

    private static TestBook book(String pack, boolean cumulative, String... categories) {
        List<TestBook.Rule> rules = List.of(categories).stream()
                .map(each -> TestBook.rule("rule " + each, Stage.CLASSIFICATION, Answer.CATEGORY, each, s -> true))
                .toList();
        return new TestBook(TestPolicy.policy(pack, cumulative, AccountRules.NONE), rules);
    }

    private static Case classified(RuleBook... books) {
        return new Lifecycle(List.of(books), CalendarRegistry.standard(), Organisation.UNKNOWN)
                .receive(complaint().build())
                .now();
    }

    @Test
    void categories_that_stand_side_by_side_in_one_pack_are_those_of_the_case() {
        assertThat(classified(book("T", false, "SERVICE"), book("U", true, "PRODUCT", "CRIME"))
                        .categories())
                .containsExactlyInAnyOrder("PRODUCT", "CRIME");
        assertThat(classified(book("T", false, "SERVICE"), book("U", true)).categories())
                .containsExactly("SERVICE");
        assertThat(classified(book("T", false), book("U", false, "PRODUCT")).categories())
                .containsExactly("PRODUCT");
    }

    @Test
    void a_case_counts_by_the_first_pack_that_counts() {
        TestClocks silent = TestClocks.none();
        TestClocks counting = TestClocks.none().rule(Stage.ACCOUNTING, Answer.COUNT, "COMPLAINT", situation -> true);

        assertThat(received(silent, counting).countStatus()).isEqualTo("COMPLAINT");
        assertThat(received(silent).countStatus()).isEmpty();
    }

    @Test
    void of_several_clauses_the_least_sure_one_tells_how_sure_a_pack_is() {
        Case now = received(TestClocks.none());

        assertThat(now.confidence("T", "T-01")).contains(Confidence.MEDIUM);
        assertThat(now.confidence("T 1.0.0", "T-99; T-01")).contains(Confidence.MEDIUM);
        assertThat(now.confidence("T", "T-99")).isEmpty();
        assertThat(now.confidence("U", "T-01")).isEmpty();
    }

    @Test
    void the_labels_of_a_case_are_those_of_all_its_packs() {
        TestClocks own = TestClocks.none().rule(Stage.CLASSIFICATION, Answer.LABEL, "EASY", situation -> true);
        TestClocks upper = TestClocks.none().rule(Stage.CLASSIFICATION, Answer.LABEL, "MAJOR", situation -> true);

        assertThat(received(own, upper).labels()).containsExactly("EASY", "MAJOR");
    }

    private static TestClocks ending(String id, String limit) {
        return TestClocks.none().deadline(id).cell("limit", limit).cell("ends_handling", "yes");
    }

    @Test
    void the_earliest_end_of_the_handling_is_the_effective_limit_and_says_so_where_several_compete() {
        Case two = received(
                ending("T-D01", "5 days"),
                ending("U-D01", "3 days").deadline("U-D02").cell("limit", "1 days"));

        assertThat(two.effective()).map(Deadline::id).contains("U-D01");
        assertThat(two.effectiveReason()).hasValueSatisfying(reason -> {
            assertThat(reason.code()).isEqualTo("U-D01");
            assertThat(reason.rule()).isEqualTo("earliest of T-D01, U-D01");
            assertThat(reason.pack()).isEqualTo("U 1.0.0");
        });
        assertThat(received(ending("T-D01", "5 days")).effectiveReason())
                .as("nothing competes with it")
                .isEmpty();
        assertThat(received(TestClocks.none().deadline("T-D01")).effective()).isEmpty();
    }

    private static boolean isMajor(Situation situation) {
        return situation.answers().labels().contains("MAJOR");
    }

    @Test
    void a_limit_that_gave_way_competes_no_more() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01", situation -> !isMajor(situation))
                .cell("ends_handling", "yes")
                .deadline("T-D02", CaseTest::isMajor)
                .cell("ends_handling", "yes")
                .cell("limit", "10 days");

        Case now = after(clocks, "03-03T10:00", event("03-03T09:00", "NOTE", Map.of("facts", List.of("MAJOR"))));

        assertThat(now.effective()).map(Deadline::id).contains("T-D02");
        assertThat(now.effectiveReason()).isEmpty();
    }

    @Test
    void of_variants_of_one_deadline_the_one_in_force_comes_first_and_of_earlier_rounds_what_this_one_lacks() {
        TestClocks clocks = TestClocks.none()
                .deadline("T-D01/A", situation -> !isMajor(situation))
                .cell("ends_handling", "yes")
                .deadline("T-D01/B", CaseTest::isMajor)
                .cell("ends_handling", "yes")
                .deadline("T-D03", situation -> situation.standing().round() == 1);

        Case now = after(clocks, "03-03T10:00", event("03-03T09:00", "NOTE", Map.of("facts", List.of("MAJOR"))));
        assertThat(now.lastDeadlines())
                .extracting(each -> each.rule().id())
                .containsExactly("T-D01/B", "T-D01/A", "T-D03");

        Case again = after(
                clocks,
                "03-06T00:00",
                event("03-03T09:00", "REPLIED_TO_CUSTOMER"),
                event("03-05T09:00", "REPEAT_RECEIVED"));
        assertThat(again.lastDeadlines())
                .extracting(each -> each.rule().id() + " " + each.round())
                .containsExactly("T-D01/A 2", "T-D03 1");
    }

    @Test
    void how_far_the_handling_may_be_extended_is_asked_of_what_ends_it() {
        TestClocks other =
                TestClocks.none().deadline("T-D01").granted("T-D02").extension("T-D01", "T-D02", "60 working days");
        TestClocks handling = ending("T-D01", "5 days").granted("T-D02").extension("T-D01", "T-D02", "60 days");

        assertThat(received(other).maximumLimit()).isEmpty();
        assertThat(received(handling).maximumLimit())
                .map(most -> most.toText(TestPolicy.ZONE))
                .contains("2026-05-01");
    }

    @Test
    void a_case_names_itself_without_a_person() {
        assertThat(received(TestClocks.none()).toString()).isEqualTo("Case[C-1, RECEIVED, as of 2026-03-02T02:00:00Z]");
    }

    /** Rules that have nothing to say of categories. */
    private record Silent(TestBook book) implements RuleBook {
        @Override
        public Policy policy() {
            return book.policy();
        }

        @Override
        public List<Proposal> ask(Stage stage, Situation situation) {
            return book.ask(stage, situation);
        }

        @Override
        public boolean answers(Answer question) {
            return question != Answer.CATEGORY;
        }

        @Override
        public RuleBook with(Map<String, ?> parameters) {
            return new Silent((TestBook) book.with(parameters));
        }
    }

    @Test
    void where_no_pack_has_a_category_the_first_one_that_asks_for_one_is_undecided() {
        Case value = classified(new Silent(book("T", false)), book("U", false));

        assertThat(value.decision(Answer.CATEGORY)).isSameAs(value.decisions().get("U"));
        assertThat(value.decision(Answer.GRADE)).isSameAs(value.decisions().get("T"));
        Case silent = classified(new Silent(book("T", false)), new Silent(book("U", false)));
        assertThat(silent.decision(Answer.CATEGORY)).isSameAs(silent.decisions().get("T"));
    }
}
