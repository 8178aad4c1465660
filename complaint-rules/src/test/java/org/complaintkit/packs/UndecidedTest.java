package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.json.CaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Undecided is a pack that asks for a category and finds none; one that asks for none is silent. */
class UndecidedTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    private static Packs packs;

    @BeforeAll
    static void load() {
        packs = Packs.shipped();
    }

    @AfterAll
    static void close() {
        packs.close();
    }

    private static Case received(List<String> ids) {
        RuleBook[] books = ids.stream().map(packs::get).toArray(RuleBook[]::new);
        return ComplaintDesk.under(books)
                .clock(Clock.fixed(MONDAY, ZoneOffset.UTC))
                .open()
                .receive(
                        Complaint.received("C-1", MONDAY, "PHONE").text("hello").build())
                .now();
    }

    private static String answer(String ids) {
        return CaseJson.write("q", received(List.of(ids.split(" "))), ZoneOffset.UTC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CBR", "CN2020", "DISP", "PSD2", "MCH", "PRV", "KPI", "PTN", "VBK"})
    void a_pack_that_asks_for_no_category_is_not_undecided_about_it(String pack) {
        assertThat(packs.get(pack).answers(Answer.CATEGORY)).isFalse();
        assertThat(answer(pack)).contains("\"category\":null,\"categories\":[]").doesNotContain("undecided");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FJB", "RCC", "CN2020 RCC", "RCC CN2020", "MCH INS"})
    void one_that_asks_and_finds_none_is_undecided_whatever_stands_beside_it(String ids) {
        assertThat(answer(ids)).contains("\"category\":null,\"undecided\":true");
    }

    @Test
    void every_pack_that_is_undecided_asks() {
        for (String id : packs.ids()) {
            assertThat(received(List.of(id)).decision().undecided()
                            && !packs.get(id).answers(Answer.CATEGORY))
                    .as(id.toLowerCase(Locale.ROOT))
                    .isFalse();
        }
    }
}
