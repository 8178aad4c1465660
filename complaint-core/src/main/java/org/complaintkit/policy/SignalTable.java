package org.complaintkit.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words of {@code signals.csv}, ready to be looked for in the text of a complaint. A text is read once, whatever it
 * holds, and no further than its first 20,000 characters. Immutable and thread-safe.
 */
public final class SignalTable {
    /** A table without rows: the text of a complaint says nothing. */
    public static final SignalTable NONE = new SignalTable(List.of());

    private final List<SignalRule> rules;
    private final Set<String> categories;
    private final List<List<Use>> uses;
    private final WordAutomaton words;

    /** What a word of the automaton stands for: the word of a part ({@code part} from 0), or one that takes meaning away. */
    record Use(int rule, int part, boolean last, String shown, boolean openEnd) {
        static final int UNLESS = -1;
    }

    /**
     * A row whose words are in a text.
     *
     * @param rule the row
     * @param words the words found, as the table has them
     * @param at index in the text, in {@code char}s, at which the first of them begins
     */
    public record Hit(SignalRule rule, String words, int at) {}

    private SignalTable(List<SignalRule> rules) {
        this.rules = List.copyOf(rules);
        Set<String> named = new TreeSet<>();
        Map<String, List<Use>> byWord = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            SignalRule rule = rules.get(i);
            if (rule.kind() == SignalRule.Kind.CATEGORY) {
                named.add(rule.code());
            }
            List<List<String>> parts = rule.parts();
            for (int part = 0; part < parts.size(); part++) {
                for (String word : parts.get(part)) {
                    add(byWord, word, i, part, part == parts.size() - 1);
                }
            }
            for (String word : rule.unless()) {
                add(byWord, word, i, Use.UNLESS, true);
            }
        }
        categories = Collections.unmodifiableSet(named);
        uses = List.copyOf(byWord.values());
        words = new WordAutomaton(byWord.keySet());
    }

    private static void add(Map<String, List<Use>> byWord, String word, int rule, int part, boolean last) {
        String bare = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
        byWord.computeIfAbsent(FoldedText.word(word), folded -> new ArrayList<>())
                .add(new Use(rule, part, last, bare, word.endsWith("*")));
    }

    /** A table of these rows. */
    public static SignalTable of(List<SignalRule> rules) {
        return new SignalTable(rules);
    }

    public List<SignalRule> rules() {
        return rules;
    }

    /** The categories that rows speak for. */
    public Set<String> categories() {
        return categories;
    }

    /**
     * Reads a text: each row once at most, where its words stand first, in the order of the text. What is denied, and what
     * is only part of a longer word found, is left out.
     */
    public List<Hit> read(String text) {
        if (rules.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        FoldedText folded = FoldedText.of(text);
        SignalSearch search = new SignalSearch(rules, uses, folded);
        words.search(folded, search);
        Map<Integer, Hit> first = new TreeMap<>();
        for (SignalSearch.Found found : search.found()) {
            first.merge(
                    found.rule(),
                    new Hit(rules.get(found.rule()), found.words(), folded.origin(found.from())),
                    (a, b) -> a.at() <= b.at() ? a : b);
        }
        return first.values().stream().sorted(Comparator.comparingInt(Hit::at)).toList();
    }
}
