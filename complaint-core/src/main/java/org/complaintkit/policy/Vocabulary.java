package org.complaintkit.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.complaintkit.calendar.InvalidInputException;

/**
 * The codes that a policy speaks in, each with its kind and its labels in three languages. Immutable and thread-safe.
 *
 * <p>Kinds: CHANNEL, CATEGORY, CAUSE, COMPLEXITY, GRADE, LABEL, DEMAND, OUTCOME, ROLE, STATE, EVENT, DUTY, PROHIBITION,
 * FINDING, REPORT_STATUS, FILING, SATISFACTION, SOFT_TIME, COMPLAINANT, COUNT_STATUS, INDICATOR, DIMENSION, FORM, FIELD,
 * DEADLINE, ESCALATION, PARAMETER. One code may have several kinds: ANONYMOUS is a category and a label.
 */
public final class Vocabulary {
    /** Languages of every label, as language tags. */
    public static final List<String> LANGUAGES = List.of("en", "zh-CN", "zh-TW");

    /** Hashed for those who ask, sorted for those who list. */
    private final Map<String, Map<String, Word>> byKind;

    private final Map<Mark, Set<String>> marks;

    private Vocabulary(Map<String, Map<String, Word>> byKind, Map<Mark, Set<String>> marks) {
        this.byKind = byKind;
        this.marks = marks;
    }

    /**
     * One code.
     *
     * @param kind upper case, such as CATEGORY
     * @param labels by language tag; all of {@link #LANGUAGES}
     */
    public record Word(String kind, String code, Map<String, String> labels) {}

    /** A vocabulary of these words; a later word of the same kind and code overrides an earlier one. */
    public static Vocabulary of(Iterable<Word> words) {
        Map<String, Map<String, Word>> sorted = new TreeMap<>();
        words.forEach(word ->
                sorted.computeIfAbsent(word.kind(), kind -> new TreeMap<>()).put(word.code(), word));
        return new Vocabulary(hashed(sorted), Map.of());
    }

    private static Map<String, Map<String, Word>> hashed(Map<String, Map<String, Word>> sorted) {
        Map<String, Map<String, Word>> byKind = new LinkedHashMap<>();
        sorted.forEach((kind, known) -> byKind.put(kind, Collections.unmodifiableMap(new LinkedHashMap<>(known))));
        return byKind;
    }

    /** Both vocabularies in one; words of the other override ours. */
    public Vocabulary plus(Vocabulary other) {
        Map<String, Map<String, Word>> all = new TreeMap<>();
        byKind.forEach((kind, words) -> all.put(kind, new TreeMap<>(words)));
        other.byKind.forEach((kind, words) ->
                all.computeIfAbsent(kind, each -> new TreeMap<>()).putAll(words));
        return new Vocabulary(hashed(all), marks).marking(other.marks);
    }

    /** The same words, of which some are marked besides. */
    public Vocabulary marking(Map<Mark, ? extends Collection<String>> more) {
        Map<Mark, Set<String>> all = new EnumMap<>(Mark.class);
        marks.forEach((mark, codes) -> all.put(mark, new TreeSet<>(codes)));
        more.forEach((mark, codes) ->
                all.computeIfAbsent(mark, each -> new TreeSet<>()).addAll(codes));
        all.replaceAll((mark, codes) -> Collections.unmodifiableSet(new LinkedHashSet<>(codes)));
        return new Vocabulary(byKind, all);
    }

    /** The codes that bear a mark, sorted. */
    public Set<String> marked(Mark mark) {
        return marks.getOrDefault(mark, Set.of());
    }

    /** Whether the code bears the mark. */
    public boolean marks(Mark mark, String code) {
        return marks.getOrDefault(mark, Set.of()).contains(code);
    }

    /** All words, by kind and code. */
    public Collection<Word> words() {
        return byKind.values().stream()
                .flatMap(words -> words.values().stream())
                .toList();
    }

    /** The words of one kind, by code. */
    public Map<String, Word> kind(String kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    public boolean knows(String kind, String code) {
        return kind(kind).containsKey(code);
    }

    /**
     * The label of a code in a language: the nearest of {@link #LANGUAGES}, or the code itself where it has no label.
     */
    public String label(String kind, String code, Locale locale) {
        return Optional.ofNullable(kind(kind).get(code))
                .map(word -> word.labels().getOrDefault(language(locale), code))
                .orElse(code);
    }

    /** The tag among {@link #LANGUAGES} that serves a locale: Chinese in the script that the locale implies. */
    public static String language(Locale locale) {
        if (!locale.getLanguage().equals("zh")) {
            return "en";
        }
        boolean traditional = locale.getScript().equals("Hant")
                || locale.getCountry().equals("TW")
                || locale.getCountry().equals("HK")
                || locale.getCountry().equals("MO");
        return traditional ? "zh-TW" : "zh-CN";
    }

    /** Refuses a code that is no word of the kind. */
    public void require(String kind, String code, String subject) {
        if (!knows(kind, code)) {
            throw InvalidInputException.of("UNKNOWN_CODE", subject)
                    .value(Nearest.shown(code, kind(kind).keySet()))
                    .rule("a code of kind " + kind + " in the vocabulary of the packs"
                            + Nearest.to(code, kind(kind).keySet())
                                    .map(known -> "; the nearest is " + known)
                                    .orElse(""))
                    .wayOut("use a known code, or add this one to vocabulary.csv of a pack")
                    .build();
        }
    }
}
