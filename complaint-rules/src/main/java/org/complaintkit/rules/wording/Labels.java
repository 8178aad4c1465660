package org.complaintkit.rules.wording;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.Vocabulary;

/**
 * Names codes of a vocabulary in one language, and remembers which were named. Not thread-safe.
 *
 * <p>A code whose label could be mistaken for another one's stands behind its label in brackets, as do the ids of deadlines,
 * escalations and forms, by which people know them; variants of a row have the label of their code.
 */
public final class Labels {
    private static final Set<String> WITH_CODE = Set.of("DEADLINE", "ESCALATION", "FORM");

    private final Vocabulary vocabulary;
    private final Words words;
    private final boolean codes;
    private final Map<String, Set<String>> ambiguous = new TreeMap<>();
    private final Map<String, Set<String>> named = new TreeMap<>();
    private final Set<String> unknown = new TreeSet<>();

    Labels(Vocabulary vocabulary, Words words, boolean codes) {
        this.vocabulary = vocabulary;
        this.words = words;
        this.codes = codes;
    }

    /** The label of a code, or the code where the vocabulary does not have it. */
    public String of(String kind, String code) {
        String named = WITH_CODE.contains(kind) ? DeadlineRule.code(code) : code;
        if (!vocabulary.knows(kind, named)) {
            if (!vocabulary.kind(kind).isEmpty() && !code.isEmpty()) {
                unknown.add(kind + " " + code);
            }
            return code;
        }
        this.named.computeIfAbsent(kind, each -> new TreeSet<>()).add(named);
        if (codes) {
            return code;
        }
        String label = label(kind, named);
        boolean withCode = WITH_CODE.contains(kind)
                || ambiguous.computeIfAbsent(kind, this::ambiguousLabels).contains(label);
        return withCode ? words.text("with.code", label, code) : label;
    }

    /** The label of what the text of a complaint speaks for: a category, or a label. */
    String signal(String code) {
        return of(vocabulary.knows("CATEGORY", code) ? "CATEGORY" : "LABEL", code);
    }

    /** Whether codes stand for themselves. */
    boolean inCodes() {
        return codes;
    }

    /** The same for what may be a code and may be a word of the pack's own. */
    public String ifKnown(String kind, String code) {
        return vocabulary.knows(kind, code) ? of(kind, code) : code;
    }

    private String label(String kind, String code) {
        return vocabulary.kind(kind).get(code).labels().getOrDefault(words.language(), code);
    }

    private Set<String> ambiguousLabels(String kind) {
        Set<String> seen = new TreeSet<>(vocabulary.kind(kind).keySet());
        Set<String> twice = new TreeSet<>();
        for (String code : vocabulary.kind(kind).keySet()) {
            String label = label(kind, code);
            if (!seen.add(label) || label.matches(".*[“”「」()（）].*")) {
                twice.add(label);
            }
        }
        return twice;
    }

    /** Kind and code of those asked for so far that have no label. */
    public Set<String> unknown() {
        return unknown;
    }

    /** The codes named so far, by kind, sorted. */
    public Map<String, Set<String>> named() {
        return named;
    }
}
