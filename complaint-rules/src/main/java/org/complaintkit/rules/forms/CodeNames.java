package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.wording.Words;

/**
 * Which code is meant by a text: the code itself, its label, or its label with the code behind it. Not thread-safe.
 *
 * <p>A code goes before a label that reads the same; a label of several codes means none of them.
 */
final class CodeNames {
    /** Kind of what the text of a complaint speaks for: a category, or a label. */
    static final String SIGNAL = "CATEGORY|LABEL";

    private static final char QUOTING = '\0';

    private final Policy policy;
    private final List<Words> languages;
    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> written = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> folded = new HashMap<>();
    private final Map<String, Map<Character, List<String>>> byLetter = new HashMap<>();

    private CodeNames(Policy policy, List<Words> languages) {
        this.policy = policy;
        this.languages = languages;
    }

    /** Labels of all languages are understood; where one of an earlier language reads the same, it goes before. */
    static CodeNames of(Policy policy, List<String> languages) {
        return new CodeNames(
                policy,
                languages.stream()
                        .map(tag -> Words.of(Locale.forLanguageTag(tag)))
                        .toList());
    }

    /** Those of a language first, then those of the others. */
    static CodeNames of(Policy policy, String first) {
        TreeSet<String> rest = new TreeSet<>(Vocabulary.LANGUAGES);
        rest.remove(first);
        List<String> all = new ArrayList<>(first.isEmpty() ? List.of() : List.of(first));
        all.addAll(rest);
        return of(policy, all);
    }

    /** The codes that a text may mean: one if all is well, none if nothing is called so, several if it is ambiguous. */
    Set<String> find(String kind, String text) {
        for (String each : kind.split("\\|", -1)) {
            if (codes(each).contains(text)) {
                return Set.of(text);
            }
        }
        Set<String> exact = written(kind).getOrDefault(text, Set.of());
        return exact.isEmpty() ? folded(kind).getOrDefault(Fold.text(text), Set.of()) : exact;
    }

    /** Everything that a code of the kind is called, sorted. */
    Collection<String> all(String kind) {
        return written(kind).keySet();
    }

    /** What to write for a code: the labels of the first language, then everything else that is understood. */
    Collection<String> told(String kind) {
        Set<String> told = new LinkedHashSet<>();
        for (String each : kind.split("\\|", -1)) {
            codes(each).forEach(code -> told.add(label(each, code)));
        }
        told.addAll(all(kind));
        return told;
    }

    /** Those that begin with a letter, or one that is folded to the same. */
    List<String> beginning(String kind, char letter) {
        return letters(kind).getOrDefault(Fold.fold(letter), List.of());
    }

    /** Those with quotes in them. */
    List<String> quoting(String kind) {
        return letters(kind).getOrDefault(QUOTING, List.of());
    }

    private Map<Character, List<String>> letters(String kind) {
        Map<Character, List<String>> known = byLetter.get(kind);
        if (known == null) {
            known = new HashMap<>();
            for (String name : all(kind)) {
                known.computeIfAbsent(Fold.fold(name.charAt(0)), key -> new ArrayList<>())
                        .add(name);
                if (name.chars().anyMatch(c -> Fold.fold((char) c) == '"')) {
                    known.computeIfAbsent(QUOTING, key -> new ArrayList<>()).add(name);
                }
            }
            byLetter.put(kind, known);
        }
        return known;
    }

    /** What a code is called first of all. */
    String label(String kind, String code) {
        return label(languages.get(0), kind, code);
    }

    private Map<String, Set<String>> folded(String kind) {
        Map<String, Set<String>> known = folded.get(kind);
        if (known == null) {
            Map<String, Set<String>> names = new TreeMap<>();
            written(kind)
                    .forEach((text, codes) -> names.computeIfAbsent(Fold.text(text), key -> new TreeSet<>())
                            .addAll(codes));
            folded.put(kind, names);
            known = names;
        }
        return known;
    }

    private Map<String, Set<String>> written(String kind) {
        Map<String, Set<String>> known = written.get(kind);
        if (known == null) {
            known = kind.isEmpty() ? Map.of() : read(kind);
            written.put(kind, known);
        }
        return known;
    }

    private Map<String, Set<String>> read(String kinds) {
        Map<String, Set<String>> names = new TreeMap<>();
        for (String kind : kinds.split("\\|", -1)) {
            codes(kind).forEach(code -> names.put(code, Set.of(code)));
        }
        for (String kind : kinds.split("\\|", -1)) {
            for (Words words : languages) {
                Map<String, Set<String>> labels = new TreeMap<>();
                for (String code : codes(kind)) {
                    String label = label(words, kind, code);
                    labels.computeIfAbsent(label, key -> new TreeSet<>()).add(code);
                    labels.put(words.text("with.code", label, code), Set.of(code));
                }
                labels.forEach(names::putIfAbsent);
            }
            for (Words words : languages) {
                for (String code : codes(kind)) {
                    Phrases.of(words.language())
                            .plain("code." + kind + "." + code)
                            .forEach(said -> names.putIfAbsent(said, Set.of(code)));
                }
            }
        }
        names.remove("");
        return names;
    }

    private String label(Words words, String kind, String code) {
        return policy.vocabulary().label(kind, DeadlineRule.code(code), Locale.forLanguageTag(words.language()));
    }

    private Set<String> codes(String kind) {
        Set<String> known = codes.get(kind);
        if (known == null) {
            known = declared(kind);
            codes.put(kind, known);
        }
        return known;
    }

    private Set<String> declared(String kind) {
        Set<String> codes = new TreeSet<>(policy.vocabulary().kind(kind).keySet());
        switch (kind) {
            case "DEADLINE" -> codes.addAll(policy.deadlines().keySet());
            case "ESCALATION" -> codes.addAll(policy.escalations().keySet());
            case "AMOUNT" -> codes.addAll(policy.accounts().amounts().keySet());
            case "PARAMETER" -> codes.retainAll(policy.parameters().declared().keySet());
            default -> {
                return codes;
            }
        }
        return codes;
    }
}
