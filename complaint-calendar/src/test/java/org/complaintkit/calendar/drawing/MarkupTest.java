package org.complaintkit.calendar.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\" onload=\"alert(1)",
            "' onclick='x",
            "]]> --> </style></title><img src=x onerror=y>",
            "&lt;&#x3c;&amp",
            "\u202Egnp.exe\u2066",
            "a\u0000b\u0008\uD800c\uFFFE",
            "line\nbreak\ttab \u0085");

    @Test
    void any_text_comes_back_as_it_was_and_makes_no_element() throws Exception {
        for (String text : HOSTILE) {
            String page = Markup.page(
                    "en", text, "p { margin: 0; }\n", out -> out.element("p", text, "title", text, "class", text));
            var document = ParsedPage.of(page);
            assertThat(document.elements())
                    .containsExactly("html", "head", "meta", "meta", "meta", "title", "style", "body", "p");
            assertThat(document.text("p")).isEqualTo(shown(text));
            assertThat(document.text("title")).isEqualTo(shown(text));
            assertThat(document.attributes("p")).containsExactly("class", "title");
        }
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean gone = "\u0000\b\uFFFE\u202E\u2066\u0085".indexOf(c) >= 0 || c == 0xD800;
            shown.appendCodePoint(gone ? 0xFFFD : c);
        });
        return shown.toString();
    }

    /** The edges of what a page may not hold: control characters, what turns the direction of text, and no characters. */
    @Test
    void a_character_is_kept_or_replaced_whole() {
        for (int kept :
                new int[] {'\n', '\t', ' ', '~', 0xA0, 0x2029, 0x202F, 0x2065, 0x206A, 0xD7FF, 0xE000, 0xFFFD, 0x1F600
                }) {
            assertThat(written(kept)).as("%x", kept).isEqualTo(Character.toString(kept));
        }
        for (int gone :
                new int[] {0, 0x1F, 0x7F, 0x9F, 0x202A, 0x202E, 0x2066, 0x2069, 0xD800, 0xDFFF, 0xFFFE, 0x1FFFF}) {
            assertThat(written(gone)).as("%x", gone).isEqualTo("\uFFFD");
        }
    }

    private static String written(int character) {
        return new Markup().text(Character.toString(character)).toString();
    }

    @Test
    void elements_within_a_line_end_without_a_line_feed() {
        for (String inline : List.of("span", "b", "code", "a")) {
            assertThat(new Markup().element(inline, "x").toString()).isEqualTo("<" + inline + ">x</" + inline + ">");
        }
        assertThat(new Markup().element("td", "x").open("br").open("hr").toString())
                .isEqualTo("<td>x</td>\n<br/><hr/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "iframe", "img", "style", "link", "form", "use", "image", "p onclick"})
    void elements_that_run_or_load_something_cannot_be_written(String element) {
        assertThatThrownBy(() -> new Markup().open(element)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "style", "src", "srcdoc"})
    void attributes_that_run_or_load_something_cannot_be_written(String attribute) {
        assertThatThrownBy(() -> new Markup().open("p", attribute, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https://example.org", "#a b", "#", ""})
    void a_link_leads_to_a_place_of_the_same_page(String target) {
        assertThatThrownBy(() -> new Markup().open("a", "href", target)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Markup().element("a", "x", "href", "#RCC-D01").toString())
                .isEqualTo("<a href=\"#RCC-D01\">x</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"</style>", "a { background: url(x) }", "@import 'x';", "a & b", "<b", "&amp;"})
    void a_style_cannot_end_itself_nor_load_anything(String style) {
        assertThatThrownBy(() -> Markup.page("en", "t", style, out -> {})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_element_that_was_not_closed_is_told() {
        assertThatThrownBy(() -> new Markup().open("p").toString()).isInstanceOf(IllegalStateException.class);
    }
}
