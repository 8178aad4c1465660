package org.complaintkit.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintkit.decision.Answer;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.page.ReadPage;
import org.complaintkit.rules.wording.Words;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final Packs PACKS = ShippedPacks.PACKS;
    private static final Instant RECEIVED = Instant.parse("2025-09-26T02:20:00Z");
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINA, Locale.TAIWAN);

    private static Complaint.Builder complaint(String channel, String category) {
        return Complaint.received("C-1", RECEIVED, channel).category(category);
    }

    private static Explanation explain(Complaint complaint, String... packs) {
        return explainer(packs).explain(complaint, List.of(), RECEIVED);
    }

    private static Explainer explainer(String... packs) {
        return Explainer.under(Stream.of(packs).map(PACKS::get).toList());
    }

    private static Question question(Explanation explanation, Answer answer) {
        return explanation.questions().stream()
                .filter(each -> each.answer() == answer)
                .filter(each -> !each.matched().isEmpty() || !each.missed().isEmpty())
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    @Test
    void the_rule_that_decided_stands_with_its_sentence_clause_and_basis() {
        String text =
                explain(complaint("PHONE", "SERVICE_ATTITUDE").build(), "RCC").text(Locale.ENGLISH);
        assertThat(text)
                .contains("  owner: complained unit\n"
                        + "  - Decides: RCC-14b complained unit handles — the category is one of “work error”,"
                        + " “service attitude”, “internal management” [RCC-14b, text]\n")
                .contains("Effective limit: 2025-09-30 — reply to a general complaint (RCC-D01)")
                .contains("  RCC-11a | RCC 1.0.0 | Art. 11 | A complaint about an error, staff attitude");
    }

    @Test
    void a_rule_that_matched_and_gave_way_tells_the_row_to_which_it_lost() {
        Explanation explanation = explain(complaint("MEDIA", "SERVICE_PRODUCT").build(), "RCC");
        Question owner = question(explanation, Answer.OWNER);
        assertThat(owner.code()).isEqualTo("AUDIT_SUPERVISION");
        assertThat(owner.matched())
                .extracting(each -> each.rule().name(), Question.Matched::stands)
                .containsExactly(
                        tuple("RCC-10d media complaint", true), tuple("RCC-14d product department leads", false));
        assertThat(explanation.text(Locale.ENGLISH))
                .contains(
                        "  - Matched but gave way: RCC-14d product department leads — would say product management; its"
                                + " answer ranks 3, behind audit and supervision department with rank 2 (precedence.csv)"
                                + " [RCC-14d, text]\n");
    }

    @Test
    void what_is_nearest_comes_first_with_the_actual_and_the_needed_value() {
        Complaint complaint = complaint("PHONE", "SERVICE_ATTITUDE")
                .claimedLoss(new BigDecimal("499999"))
                .build();
        Question label = question(explain(complaint, "RCC"), Answer.LABEL);
        Miss nearest = label.missed().get(0);
        assertThat(nearest.rule().name()).isEqualTo("RCC-22 major by claimed loss");
        assertThat(nearest.then()).isEqualTo("MAJOR");
        assertThat(explain(complaint, "RCC").text(Locale.CHINA))
                .contains("差一个条件：RCC-22 major by claimed loss〔RCC-22，自拟默认〕——需要：主张的损失不少于")
                .contains("；实际：499999。若符合：加上标签“重大投诉”");
    }

    @Test
    void another_value_may_keep_out_a_rule_that_matched() {
        Explanation explanation = explain(complaint("PHONE", "SERVICE_PRODUCT").build(), "RCC");
        Question owner = question(explanation, Answer.OWNER);
        assertThat(owner.missed().stream().filter(miss -> miss.needs().size() == 1))
                .extracting(miss -> miss.rule().name(), Miss::then)
                .contains(tuple("RCC-14b complained unit handles", "COMPLAINED_UNIT"));
    }

    @Test
    void a_default_says_that_no_rule_matched() {
        Explanation explanation =
                explain(Complaint.received("C-1", RECEIVED, "PHONE").build(), "RCC");
        assertThat(explanation.text(Locale.ENGLISH))
                .contains("  category: undecided\n")
                .contains("No rule matched; the default of precedence.csv stands: complex [RCC-11c, default of ours]");
    }

    @Test
    void the_effective_limit_of_several_packs_tells_its_winner_and_the_others() {
        String text = explain(complaint("PHONE", "SERVICE_PRODUCT").build(), "RCC", "CBR")
                .text(Locale.ENGLISH);
        assertThat(text)
                .contains("This is the effective limit: it is the earliest of those that end the handling (")
                .contains("Also ends the handling, but later than the effective limit, ");
    }

    @Test
    void the_party_and_whoever_reports_to_the_party_are_passed_over_and_nobody_is_named() {
        Organisation staff = new Organisation() {
            @Override
            public List<Holder> holders(String role, String unit, LocalDate day) {
                return unit.equals("Outlet 12")
                        ? List.of(
                                new Holder("zhang-party", unit, false),
                                new Holder("li-below", unit, false),
                                new Holder("wang-ill", unit, true))
                        : List.of(new Holder("zhao-found", unit, false), new Holder("sun-later", unit, false));
            }

            @Override
            public Optional<String> superior(String unit, LocalDate day) {
                return unit.equals("Outlet 12") ? Optional.of("Branch") : Optional.empty();
            }

            @Override
            public Optional<String> chiefOf(String person, LocalDate day) {
                return person.equals("li-below") ? Optional.of("zhang-party") : Optional.empty();
            }
        };
        Complaint complaint = complaint("PHONE", "SERVICE_ATTITUDE")
                .about("Outlet 12", "zhang-party")
                .build();
        Explanation explanation = explainer("RCC").organisation(staff).explain(complaint, List.of(), RECEIVED);
        assertThat(explanation.passedOver())
                .extracting(PassedOver::level, PassedOver::place, PassedOver::why)
                .containsExactly(tuple(0, 1, PassedOver.Why.PARTY), tuple(0, 2, PassedOver.Why.REPORTS_TO_PARTY));
        for (Locale locale : LANGUAGES) {
            for (String told : List.of(explanation.text(locale), explanation.html(locale), explanation.json(locale))) {
                assertThat(told).doesNotContain("zhang", "li-below", "wang", "zhao", "sun-later");
            }
        }
        assertThat(explanation.text(Locale.ENGLISH)).contains("is the person complained about");
    }

    @Test
    void what_came_after_the_moment_is_not_looked_at() {
        CaseEvent reply = new CaseEvent(
                "e1",
                "REPLIED_TO_CUSTOMER",
                "UNIT_HEAD",
                "",
                RECEIVED.plusSeconds(7_200),
                RECEIVED.plusSeconds(7_200),
                Map.of());
        Complaint complaint = complaint("PHONE", "SERVICE_ATTITUDE").build();
        assertThat(explainer("RCC")
                        .explain(complaint, List.of(reply), RECEIVED.plusSeconds(60))
                        .text(Locale.ENGLISH))
                .doesNotContain("its end came: ");
        assertThat(explainer("RCC")
                        .explain(complaint, List.of(reply), RECEIVED.plusSeconds(9_000))
                        .text(Locale.ENGLISH))
                .contains("  Ended: its end came: 2025-09-26T12:20+08:00\n");
    }

    @Test
    void words_and_numbers_of_persons_do_not_show_and_hostile_ones_do_no_harm() {
        String canary = "CANARY-13800138000 <script>alert(1)</script>";
        Complaint complaint = Complaint.received("C-1\"><script>", RECEIVED, "PHONE")
                .receivedBy(canary)
                .text(canary + " 柜员态度恶劣")
                .given("linkedTo", canary)
                .about(canary, canary)
                .build();
        CaseEvent said = new CaseEvent(
                "e1",
                "CONTACTED",
                "UNIT_HEAD",
                canary,
                RECEIVED.plusSeconds(60),
                RECEIVED.plusSeconds(60),
                Map.of("reason", canary, "level", canary, "grade", canary));
        for (String pack : List.of("RCC", "INS", "FUR")) {
            Explanation explanation = explainer(pack).explain(complaint, List.of(said), RECEIVED.plusSeconds(86_400));
            for (Locale locale : LANGUAGES) {
                ReadPage page = ReadPage.of(explanation.html(locale));
                assertThat(page.texts("script")).isEmpty();
                assertThat(page.text()).contains("C-1\"><script>").doesNotContain("CANARY");
                assertThat(explanation.text(locale)).doesNotContain("CANARY", "13800138000");
                assertThat(explanation.json(locale)).doesNotContain("CANARY", "13800138000");
            }
        }
    }

    @Test
    void the_same_case_gives_the_same_bytes_and_several_fit_on_one_page() {
        Complaint complaint = complaint("MEDIA", "VIOLATION").build();
        Explanation one = explain(complaint, "RCC", "CBR");
        Explanation other = explain(complaint, "RCC", "CBR");
        assertThat(one.html(Locale.TAIWAN)).isEqualTo(other.html(Locale.TAIWAN));
        assertThat(one.json(Locale.CHINA)).isEqualTo(other.json(Locale.CHINA));
        ReadPage page = ReadPage.of(Explanation.html(List.of(one, other), Locale.CHINA));
        assertThat(page.texts("h1")).containsExactly("2 个案件的处理依据说明");
    }

    @Test
    void every_word_is_there_in_three_languages() {
        for (Locale locale : LANGUAGES) {
            Words words = Words.of(Explanation.class, "explain.csv", locale);
            assertThat(words.keys())
                    .allSatisfy(key -> assertThat(words.text(key, "A", "B", "C", "D", "E", "F", "G"))
                            .isNotEmpty());
        }
    }

    @Test
    void the_parameters_that_the_institution_set_are_told() {
        DroolsRuleBook book = PACKS.get("RCC").with(Map.of("rcc.major.loss", "70000"));
        Complaint complaint = complaint("PHONE", "SERVICE_ATTITUDE")
                .claimedLoss(new BigDecimal("70000"))
                .build();
        assertThat(Explainer.under(List.of(book))
                        .explain(complaint, List.of(), RECEIVED)
                        .text(Locale.ENGLISH))
                .contains("  Set by the institution: rcc.major.loss = 70000\n")
                .contains("[RCC-22, set by the institution]");
    }
}
