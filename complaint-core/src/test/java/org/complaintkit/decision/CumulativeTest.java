package org.complaintkit.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.complaintkit.fixture.TestBook;
import org.complaintkit.fixture.TestPolicy;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.AccountRules;
import org.junit.jupiter.api.Test;

/** Categories that stand side by side. */
class CumulativeTest {
    private static final TestBook BOOK = new TestBook(TestPolicy.policy("T", true, AccountRules.NONE), TestRules.all());

    private static Decision decided(String... categories) {
        return Decision.of(
                BOOK,
                Situation.of(
                        Complaint.received("C-1", Instant.EPOCH, "TELEPHONE")
                                .categories(List.of(categories))
                                .build(),
                        TestPolicy.ZONE));
    }

    @Test
    void none_of_several_categories_is_the_primary_one() {
        Decision decision = decided("PRODUCT", "CRIME");

        assertThat(decision.categories()).containsExactly("CRIME", "PRODUCT");
        assertThat(decision.category()).isEmpty();
        assertThat(decision.undecided()).isFalse();
        assertThat(decision.reasons())
                .filteredOn(reason -> reason.answer().equals("category"))
                .extracting(Reason::code)
                .containsExactly("CRIME", "PRODUCT");
    }

    @Test
    void a_case_without_any_category_is_undecided() {
        assertThat(decided().undecided()).isTrue();
    }
}
