package org.complaintkit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTableTest {
    private static final SignalTable TABLE = SignalTable.of(rows(
            "没有|没|并没有|没有人,NEGATION,,3",
            "不,NEGATION,,0",
            "not|never,NEGATION,,2",
            "倒没有,NEGATED,,4",
            "虽然|although,CONCESSION,,12",
            "我认了|i can live with,CONCEDED,,12",
            "最气人的是|worst of all,STRESS,,20",
            "才是问题|is the problem,STRESSED,,12",
            "说是我|claims i,REPORT,,8",
            "还|但|but,TURN,,0",
            "不但|没完没了|not only,PLAIN,,0",
            "atm|机器|kettle,WORDS,machine,0",
            "{machine}|app,WORDS,thing,0",
            "骂|rude,CATEGORY,RUDE,6",
            "打不开,CATEGORY,DOWN,6",
            "{thing} & 坏|死机|broken|crash*,CATEGORY,DOWN,6",
            "利息 .. 低|少,CATEGORY,PRICE,6",
            "利息|rate,TOPIC,PRICE,2",
            "太差|outrage*,GRIEVANCE,,3",
            "匿名|anonymous,OTHERWISE,NAMELESS,6",
            "两件事|second|②,EQUAL,,1",
            "second floor,PLAIN,,1",
            "感谢|thank you,PRAISE,,1",
            "一样要紧|fifty fifty,EQUAL,,2",
            "queue|window|rota|counter,HINT,ORDER,4",
            "lunch,HINT,ORDER,1",
            "passbook|slip|digit,HINT,ERROR,4",
            "kindly|greetings|sunshine,HINT,,4"));

    private static List<SignalRule> rows(String... rows) {
        List<SignalRule> rules = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            rules.add(new SignalRule(
                    cells[0],
                    SignalRule.Kind.valueOf(cells[1]),
                    cells[2],
                    Integer.parseInt(cells[3]),
                    List.of(),
                    "",
                    Basis.DEFAULT));
        }
        return rules;
    }

    private static String read(String text) {
        return String.join(
                " ",
                TABLE.read(text).stream()
                        .map(hit -> hit.rule().code() + "=" + hit.weight())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "骂我, RUDE=6",
        "匿名, NAMELESS=6",
        "'匿名，利息太差', NAMELESS=6",
        "'匿名，骂我', RUDE=6",
        "'骂我。两件事：打不开', RUDE=6 DOWN=6",
        "'利息低，利息骂。②打不开', PRICE=6 RUDE=6 DOWN=6",
        "'骂我。两件事', RUDE=6",
        "'(1) rude (2) app broken', RUDE=6 DOWN=6",
        "'最气人的是骂我。2、打不开', RUDE=6 DOWN=6",
        "'最气人的是骂我。12、打不开', RUDE=12 DOWN=6",
        "'worst of all rude on the second floor, app broken', RUDE=12 DOWN=6",
        "'感谢，打不开', ''",
        "'没有感谢，骂我', RUDE=6",
        "没有骂我, ''",
        "不骂, ''",
        "不但骂我, RUDE=6",
        "没完没了骂我, RUDE=6",
        "没办成还骂我, RUDE=6",
        "不是没有不骂, RUDE=6",
        "骂我倒没有, ''",
        "虽然骂我, RUDE=3",
        "骂我我认了, RUDE=3",
        "最气人的是骂我, RUDE=12",
        "'最气人的是，骂我', RUDE=12",
        "骂我才是问题, RUDE=12",
        "说是我骂他, RUDE=3",
        "not at all rude, ''",
        "never was she rude, ''",
        "not only rude, RUDE=6",
        "not kind but rude, RUDE=6",
        "打不开, DOWN=6"
    })
    void words_around_say_how_a_word_is_meant(String text, String read) {
        assertThat(read(text)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "机器坏了, DOWN=6",
        "坏了，那台机器, DOWN=6",
        "坏了。那台机器, ''",
        "my app crashes, DOWN=6",
        "a broken kettle, DOWN=6",
        "利息低, PRICE=6",
        "低利息, ''",
        "利息, ''",
        "机器没有坏, ''"
    })
    void a_thing_and_what_happened_to_it_make_a_grievance(String text, String read) {
        assertThat(read(text)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "利息太差, PRICE=5",
        "太差了，这利息, PRICE=5",
        "利息没有太差, ''",
        "太差了, ''",
        "outrageous rate, PRICE=5",
        "利息太差还骂我, PRICE=2 RUDE=6",
        "利息不低太差, ''"
    })
    void a_topic_needs_a_grievance_and_gives_way_to_a_clear_one(String text, String read) {
        assertThat(read(text)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ＲＵＤＥ",
                "r\u0336u\u0336d\u0336e\u0336",
                "r\u200Bu\u200Bd\u200Be",
                "\u202Erude\u202C",
                "RUUUDE",
                "r\u00FCde",
                "駡"
            })
    void a_word_is_known_however_it_is_written(String text) {
        assertThat(read(text)).isEqualTo("RUDE=6");
    }

    @ParameterizedTest
    @CsvSource({
        "'No rota. Window, counter, queue', ORDER=5",
        "'No rota, only a queue', ''",
        "'rota rota rota counter counter', ''",
        "'rota, counter, queue, lunch, rude', RUDE=6",
        "'rota, counter, queue, slip', ''",
        "'rota, counter, queue, lunch', ORDER=5",
        "'rota, counter, queue, lunch. Thank you', ''",
        "'rota, counter, queue, lunch. Kindly, greetings', ''",
        "'kindly, greetings, sunshine', ''",
        "'rota, counter, queue, lunch, two of them, fifty fifty', ''"
    })
    void many_words_that_hint_at_a_category_speak_for_it_where_nothing_else_does(String text, String read) {
        assertThat(read(text)).isEqualTo(read);
    }

    @Test
    void the_words_that_hinted_are_told_with_the_place_of_the_first() {
        SignalTable.Hit hit =
                TABLE.read("At the counter: no rota, no queue, lunch").get(0);
        assertThat(hit.words()).isEqualTo("counter + queue + rota");
        assertThat(hit.at()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"并没有人骂我, ''", "'骂我，两样一样要紧', ''", "'骂我，打不开，一样要紧', RUDE=6 DOWN=6"})
    void denials_within_another_count_once_and_grievances_said_to_be_equal_do_not_lead(String text, String read) {
        assertThat(read(text)).isEqualTo(read);
    }

    @Test
    void a_place_speaks_once_for_a_code_and_the_words_and_the_place_are_told() {
        SignalTable twice = SignalTable.of(rows("骂,CATEGORY,RUDE,6", "柜员 & 骂,CATEGORY,RUDE,7", "推,CATEGORY,RUDE,4"));
        assertThat(twice.read("那柜员骂人推人")).extracting(SignalTable.Hit::words).containsExactly("柜员 & 骂", "推");
        assertThat(twice.read("那柜员骂人推人")).extracting(SignalTable.Hit::at).containsExactly(1, 5);
    }

    @Test
    void a_list_of_words_that_no_row_before_has_is_refused() {
        assertThatThrownBy(() -> SignalTable.of(rows("{machine} & 坏,CATEGORY,DOWN,6")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("UNKNOWN_WORDS");
        assertThatThrownBy(() -> rows("a & ,CATEGORY,DOWN,6"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("MALFORMED_SIGNAL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "没", "不", "!", "\uD800", "not ", "机器", "骂", "骂没有", "\u200B", "\u0336", "\u202E骂", "atm ", "还", "虽然，"
            })
    void a_million_hostile_characters_are_read_in_bounded_time(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        TABLE.read(text);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        TABLE.read(text);
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before)
                .isLessThan(1_000_000_000L);
    }

    @Test
    void what_is_invisible_does_not_hide_what_follows_it() {
        assertThat(read("\u200B".repeat(50_000) + "骂")).isEqualTo("RUDE=6");
    }

    @Test
    void a_thing_and_what_happened_to_it_stand_near_each_other_in_latin_letters_less_so() {
        assertThat(read("机器" + "的".repeat(28) + "坏了")).isEqualTo("DOWN=6");
        assertThat(read("机器" + "的".repeat(31) + "坏了")).isEmpty();
        assertThat(read("my app " + "zx ".repeat(20) + "crashes")).isEqualTo("DOWN=6");
        assertThat(read("my app " + "zx ".repeat(40) + "crashes")).isEmpty();
    }

    @Test
    void a_longer_word_that_only_hints_does_not_hide_one_that_speaks() {
        assertThat(SignalTable.of(rows("骂,CATEGORY,RUDE,6", "他骂人,HINT,ORDER,4")).read("他骂人"))
                .extracting(hit -> hit.rule().code())
                .containsExactly("RUDE");
    }
}
