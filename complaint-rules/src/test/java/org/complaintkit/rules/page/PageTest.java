package org.complaintkit.rules.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final String HOSTILE =
            "<script>alert(1)</script> **bold** [x](javascript:alert(1)) | a ~~ `b` # _c_\n# heading \u001b[31m\u202Eevil ![i](x)";

    private static Page hostile() {
        return new Page.Builder("en", HOSTILE)
                .heading(2, HOSTILE, "place")
                .paragraph(HOSTILE)
                .points(List.of(HOSTILE))
                .facts(List.of(new Block.Fact(HOSTILE, HOSTILE)))
                .index(List.of(HOSTILE, "b"), List.of(List.of(HOSTILE, "")))
                .verbatim(HOSTILE)
                .build();
    }

    @Test
    void texts_of_strangers_make_no_element_of_a_web_page() {
        ReadPage page = ReadPage.of(HtmlPage.write(hostile()));
        assertThat(page.texts("script")).isEmpty();
        assertThat(page.texts("img")).isEmpty();
        assertThat(page.texts("p")).hasSize(1).allMatch(text -> text.startsWith("<script>alert(1)</script> **bold**"));
        assertThat(page.texts("td")).hasSize(2);
    }

    @Test
    void texts_of_strangers_make_no_mark_in_markdown() {
        String text = Markdown.write(hostile());
        assertThat(text.lines().filter(line -> !line.startsWith("    ")))
                .allMatch(line -> !line.contains("<") && !line.contains("[x]") && !line.matches(".*(?<!\\\\)`.*"))
                .noneMatch(line -> line.startsWith("# heading"));
        assertThat(text.lines().filter(line -> line.startsWith("| ")))
                .allMatch(line ->
                        line.replace("\\|", "").chars().filter(c -> c == '|').count() == 3);
    }

    @Test
    void texts_of_strangers_do_not_steer_a_terminal() {
        assertThat(PlainText.write(hostile())).doesNotContain("\u202E").contains("<script>");
        assertThat(PlainText.write(new Page.Builder("en", "a\u001b[2Jb\rc").build()))
                .isEqualTo("a\uFFFD[2Jb c\n");
    }

    @Test
    void a_number_that_begins_a_line_makes_no_list() {
        Page page = new Page.Builder("en", "t")
                .paragraph("1. April")
                .paragraph("1.0.0")
                .paragraph("- x")
                .build();
        assertThat(Markdown.write(page)).isEqualTo("# t\n\n1\\. April\n\n1.0.0\n\n\\- x\n");
    }

    @Test
    void a_chapter_can_be_reached_and_no_place_comes_twice() {
        Page page = new Page.Builder("en", "t")
                .heading(2, "A", "a")
                .heading(2, "B", "b")
                .heading(2, "C", "c")
                .heading(2, "D", "d")
                .index(List.of("id"), List.of(List.of("X-1"), List.of("X-1"), List.of("not a place")))
                .build();
        String html = HtmlPage.write(page);
        assertThat(html)
                .contains("<a href=\"#c\">C</a>")
                .containsOnlyOnce("id=\"X-1\"")
                .doesNotContain("id=\"not");
        assertThat(ReadPage.of(html).texts("a")).containsExactly("A", "B", "C", "D");
    }
}
