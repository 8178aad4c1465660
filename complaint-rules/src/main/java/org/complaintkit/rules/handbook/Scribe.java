package org.complaintkit.rules.handbook;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.page.Page;
import org.complaintkit.rules.wording.Sentences;
import org.complaintkit.rules.wording.Words;

/** What all chapters of one handbook write with. */
final class Scribe {
    private final Policy policy;
    private final Sentences sentences;
    private final Words words;

    Scribe(Policy policy, Locale locale) {
        this.policy = policy;
        this.sentences = Sentences.of(policy, locale);
        this.words = Words.of(Handbook.class, "handbook.csv", locale);
    }

    Policy policy() {
        return policy;
    }

    Sentences sentences() {
        return sentences;
    }

    String text(String key, String... parts) {
        return words.text(key, parts);
    }

    boolean knows(String key) {
        return words.knows(key);
    }

    String title() {
        String own = text("untitled", policy.id());
        return text("title", titleIn(policy.titles(), own));
    }

    private String titleIn(Map<String, String> titles, String otherwise) {
        return titles.getOrDefault(words.language(), titles.getOrDefault("en", otherwise));
    }

    String label(String kind, String code) {
        return code.isEmpty() ? "" : sentences.labels().of(kind, code);
    }

    String labels(String kind, Collection<String> codes) {
        return codes.stream()
                .map(code -> label(kind, code))
                .reduce((a, b) -> a + sentences.words().text("list") + b)
                .orElse("");
    }

    String list(List<String> texts) {
        return String.join(sentences.words().text("list"), texts);
    }

    String basis(Basis basis) {
        return text("basis." + basis);
    }

    String yes(boolean flag) {
        return text(flag ? "yes" : "no");
    }

    String language() {
        return words.language();
    }

    /** A chapter with one table; nothing where the table has no rows. */
    void table(Page.Builder page, String chapter, List<String> columns, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            page.heading(2, text(chapter), chapter);
            page.index(header(columns), rows);
        }
    }

    List<String> header(List<String> columns) {
        return columns.stream().map(column -> text("col." + column)).toList();
    }
}
