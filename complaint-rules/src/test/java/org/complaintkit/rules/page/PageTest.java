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

    /** Each kind of part once. */
    private static Page whole() {
        return new Page.Builder("en", "Title")
                .heading(2, "Chapter", "c-1")
                .paragraph("A *word*.")
                .paragraph("")
                .heading(3, "Section")
                .points(List.of("one", "2. two"))
                .points(List.of())
                .facts(List.of(new Block.Fact("Clause", "TST-01"), new Block.Fact("Owner", "a_b")))
                .table(List.of("name", "value"), List.of(List.of("a", "1"), List.of("b", "<2>")))
                .verbatim("when\n\n    then")
                .build();
    }

    @Test
    void a_whole_page_in_markdown() {
        assertThat(Markdown.write(whole())).isEqualTo("""
                        # Title

                        ## Chapter

                        A \\*word\\*.

                        ### Section

                        - one
                        - 2\\. two

                        - **Clause**: TST-01
                        - **Owner**: a_b

                        | name | value |
                        | --- | --- |
                        | a | 1 |
                        | b | &lt;2\\> |

                            when

                                then
                        """);
    }

    @Test
    void a_whole_page_in_plain_text() {
        assertThat(PlainText.write(whole())).isEqualTo("""
                        Title

                        Chapter
                          A *word*.

                          Section
                          - one
                          - 2. two
                          Clause: TST-01
                          Owner: a_b
                          name | value
                          a | 1
                          b | <2>
                            when

                                then
                        """);
    }

    @Test
    void a_whole_page_in_html() {
        String html = HtmlPage.write(whole());
        assertThat(html).contains("<html lang=\"en\">", "<title>Title</title>", "table.plain", "table.month");
        assertThat(html.substring(html.indexOf("<main>"))).isEqualTo("""
                        <main><h1>Title</h1>
                        <h2 id="c-1">Chapter</h2>
                        <p>A *word*.</p>
                        <h3>Section</h3>
                        <ul><li>one</li>
                        <li>2. two</li>
                        </ul>
                        <dl class="facts"><dt>Clause</dt>
                        <dd>TST-01</dd>
                        <dt>Owner</dt>
                        <dd>a_b</dd>
                        </dl>
                        <div class="wide"><table class="plain"><thead><tr><th scope="col">name</th>
                        <th scope="col">value</th>
                        </tr>
                        </thead>
                        <tbody><tr><td data-label="name">a</td>
                        <td data-label="value">1</td>
                        </tr>
                        <tr><td data-label="name">b</td>
                        <td data-label="value">&lt;2&gt;</td>
                        </tr>
                        </tbody>
                        </table>
                        </div>
                        <pre>when

                            then</pre>
                        </main>
                        </body>
                        </html>
                        """);
    }

    @Test
    void three_chapters_are_found_without_a_list_of_them() {
        Page page = new Page.Builder("en", "t")
                .heading(2, "A", "a")
                .heading(2, "B", "b")
                .heading(2, "C", "c")
                .heading(2, "no place")
                .heading(3, "below", "d")
                .build();
        assertThat(HtmlPage.write(page)).doesNotContain("<nav>");
    }

    @Test
    void a_sign_is_marked_only_where_markdown_would_take_it_for_one() {
        assertThat(markdown("-a", "+a", "=a", "a-b +c =d")).isEqualTo("\\-a\n\n\\+a\n\n\\=a\n\na-b +c =d\n");
        assertThat(markdown("a_b", "_a", "a_", "a _b")).isEqualTo("a_b\n\n\\_a\n\na\\_\n\na \\_b\n");
        assertThat(markdown("1.", "123456789. a", "1234567890. a", "1.a", "a1. b", ". a"))
                .isEqualTo("1\\.\n\n123456789\\. a\n\n1234567890. a\n\n1.a\n\na1. b\n\n. a\n");
        assertThat(markdown("a & b < c > d")).isEqualTo("a &amp; b &lt; c \\> d\n");
    }

    private static String markdown(String... paragraphs) {
        Page.Builder page = new Page.Builder("en", "t");
        List.of(paragraphs).forEach(page::paragraph);
        return Markdown.write(page.build()).substring("# t\n\n".length());
    }

    @Test
    void what_could_break_a_line_or_turn_it_is_shown_as_a_blank_or_a_mark() {
        for (int blank : new int[] {'\n', '\t', '\r', 0x2028, 0x2029}) {
            assertThat(Visible.text(Character.toString(blank))).isEqualTo(" ");
        }
        for (int gone : new int[] {0, 0x1F, 0x7F, 0x9F, 0x202A, 0x202E, 0x2066, 0x2069, 0xD800, 0xDFFF}) {
            assertThat(Visible.text(Character.toString(gone))).as("%x", gone).isEqualTo("\uFFFD");
        }
        for (int kept : new int[] {' ', '~', 0xA0, 0x2027, 0x202F, 0x2065, 0x206A, 0xD7FF, 0xE000, 0x1F600}) {
            assertThat(Visible.text(Character.toString(kept))).as("%x", kept).isEqualTo(Character.toString(kept));
        }
    }
}
