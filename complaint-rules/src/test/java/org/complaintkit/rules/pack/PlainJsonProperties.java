package org.complaintkit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the reader of plain JSON reads is what Jackson reads; of everything else it says nothing. */
class PlainJsonProperties {
    private static final String[] PIECES =
            ("{ } [ ] : , \" \"a\" \"a/b~c\" \"投诉\" \"\\n\" \"\\ \"a\": \"b\":[ \"c\":{ true false null nul 0 -0 - 01 12.50 1. .5"
                            + " 1e3 1E+2 123456789012345678901234567890123 -7 \u200B \"\u200B\" # \"\uD83D\uDE00\" \"\uD83D\" \n \r\n \t \r")
                    .split(" ", -1);
    private static final String[] SINGLE =
            "true|false|null|0|-0|-12.50|70000000000|\"\"|\"x y\"|\"投诉，一\"|\"/~#\"|\"\uD83D\uDE00\"".split("\\|", -1);
    private static final String[] BLANKS = "| |\n|\r\n  |\t".split("\\|", -1);
    private static final List<String> NAMES = List.of("a", "b/c", "d~", "标题");

    @Property(tries = 300)
    void plain_values_are_read_as_jackson_reads_them(@ForAll Random random) {
        String text = value(random, 0);
        assertThat(PlainJson.read(text)).as(text).isPresent();
        requireTheSame(text);
    }

    @Property(tries = 1000)
    void what_is_read_of_a_damaged_text_is_what_jackson_reads(@ForAll Random random) {
        String text = value(random, 0);
        int at = random.nextInt(text.length());
        String put = random.nextBoolean() ? PIECES[random.nextInt(PIECES.length)] : "";
        requireTheSame(text.substring(0, at) + put + text.substring(at + random.nextInt(2)));
    }

    private static void requireTheSame(String text) {
        Optional<JsonFile> plain = PlainJson.read(text);
        if (plain.isPresent()) {
            Faults faults = new Faults();
            assertThat(AnyJson.read("pack.json", text, faults)).as(text).isEqualTo(plain);
            assertThat(faults.all()).as(text).isEmpty();
        }
    }

    private static String value(Random random, int depth) {
        int kind = random.nextInt(depth > 5 ? 2 : 4);
        if (kind < 2) {
            return SINGLE[random.nextInt(SINGLE.length)];
        }
        boolean object = kind == 2;
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        List<String> parts = new ArrayList<>();
        for (String name : names.subList(0, random.nextInt(names.size()))) {
            parts.add((object ? "\"" + name + "\" : " : "") + value(random, depth + 1));
        }
        String blank = BLANKS[random.nextInt(BLANKS.length)];
        String inside = blank + String.join(blank + "," + blank, parts) + blank;
        return object ? "{" + inside + "}" : "[" + inside + "]";
    }
}
