package org.complaintkit.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words of {@code signals.csv}, ready to be looked for in the text of a complaint. A text is read once, whatever it
 * holds, and no further than {@link FoldedText} says. Immutable and thread-safe.
 */
public final class SignalTable {
    /** A table without rows: the text of a complaint says nothing. */
    public static final SignalTable NONE = new SignalTable(List.of());

    private final List<SignalRule> rules;
    private final List<SignalPattern> patterns;
    private final Set<String> categories;
    private final List<List<Use>> uses;
    private final WordAutomaton words;

    /** What a word of the automaton stands for: the word of a part of a group, or one that takes meaning away. */
    record Use(int rule, int group, int part, boolean last, String shown, boolean openEnd) {
        static final int UNLESS = -1;
    }

    /**
     * A row whose words are in a text.
     *
     * @param rule the row
     * @param words the words found, as the table has them
     * @param at index in the text, in {@code char}s, at which the first of them begins
     * @param weight the row's, more or less as the words around say
     */
    public record Hit(SignalRule rule, String words, int at, int weight) {}

    private SignalTable(List<SignalRule> rules) {
        this.rules = List.copyOf(rules);
        Map<String, List<String>> lists = lists(rules);
        List<SignalPattern> read = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        Map<String, List<Use>> byWord = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            SignalRule rule = rules.get(i);
            SignalPattern pattern = SignalPattern.parse(rule.signal()).with(lists);
            read.add(pattern);
            if (rule.kind() == SignalRule.Kind.CATEGORY) {
                named.add(rule.code());
            }
            if (rule.kind() != SignalRule.Kind.WORDS) {
                index(byWord, i, pattern);
            }
            for (String word : rule.unless()) {
                add(byWord, word, new Use(i, 0, Use.UNLESS, true, word, true));
            }
        }
        patterns = List.copyOf(read);
        categories = Collections.unmodifiableSet(named);
        uses = List.copyOf(byWord.values());
        words = new WordAutomaton(byWord.keySet());
    }

    private static Map<String, List<String>> lists(List<SignalRule> rules) {
        Map<String, List<String>> lists = new TreeMap<>();
        for (SignalRule rule : rules) {
            if (rule.kind() == SignalRule.Kind.WORDS) {
                SignalPattern pattern = SignalPattern.parse(rule.signal()).with(lists);
                lists.computeIfAbsent(rule.code(), name -> new ArrayList<>())
                        .addAll(pattern.groups().get(0).get(0));
            }
        }
        return lists;
    }

    private static void index(Map<String, List<Use>> byWord, int rule, SignalPattern pattern) {
        for (int group = 0; group < pattern.groups().size(); group++) {
            List<List<String>> parts = pattern.groups().get(group);
            for (int part = 0; part < parts.size(); part++) {
                for (String word : parts.get(part)) {
                    boolean open = word.endsWith("*");
                    String shown = open ? word.substring(0, word.length() - 1) : word;
                    add(byWord, word, new Use(rule, group, part, part == parts.size() - 1, shown, open));
                }
            }
        }
    }

    private static void add(Map<String, List<Use>> byWord, String word, Use use) {
        byWord.computeIfAbsent(FoldedText.word(word), folded -> new ArrayList<>())
                .add(use);
    }

    /** A table of these rows. */
    public static SignalTable of(List<SignalRule> rules) {
        return new SignalTable(rules);
    }

    public List<SignalRule> rules() {
        return rules;
    }

    SignalPattern pattern(int rule) {
        return patterns.get(rule);
    }

    List<Use> uses(int word) {
        return uses.get(word);
    }

    /** The categories that rows speak for. */
    public Set<String> categories() {
        return categories;
    }

    /**
     * Reads a text: each row once at most, where it speaks strongest and first, in the order of the text. What is denied and
     * what is only part of a longer word found is left out.
     */
    public List<Hit> read(String text) {
        if (rules.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        FoldedText folded = FoldedText.of(text);
        SignalSearch search = new SignalSearch(this, folded);
        words.search(folded, search);
        return new SignalSum(this, folded).of(search.found(), search.denied(), search.hints());
    }
}
