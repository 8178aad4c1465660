package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.rules.wording.Words;

/**
 * What may be written for a key of the wording: first what {@link org.complaintkit.rules.wording.Sentences} prints, then
 * what people say otherwise, from the table {@code readings.csv}. Immutable and thread-safe.
 */
final class Phrases {
    private static final Map<String, Phrases> READ = new ConcurrentHashMap<>();
    private static final Pattern EVENT = Pattern.compile("(?:event|milestone)\\.([A-Z_]+)");

    private final Words printed;
    private final Words others;
    private final Map<String, List<Template>> read = new ConcurrentHashMap<>();
    private final Map<String, String> events = new TreeMap<>();

    private Phrases(Words printed, Words others) {
        this.printed = printed;
        this.others = others;
        for (String key : printed.keys()) {
            Matcher special = EVENT.matcher(key);
            if (special.matches()) {
                events.put(Fold.text(printed.text(key)), special.group(1));
            }
        }
    }

    static Phrases of(String language) {
        return READ.computeIfAbsent(language, Phrases::load);
    }

    private static Phrases load(String language) {
        Locale locale = Locale.forLanguageTag(language);
        return new Phrases(Words.of(locale), Words.of(Phrases.class, "readings.csv", locale));
    }

    /** The fixed parts of a phrase, around and between the things that it speaks of. */
    record Template(List<String> fixed) {
        static Template of(String text) {
            return new Template(List.of(text.split("\\{[0-9]}", -1)));
        }

        String first() {
            return fixed.get(0);
        }

        String last() {
            return fixed.get(fixed.size() - 1);
        }

        /** How many things it speaks of. */
        int places() {
            return fixed.size() - 1;
        }
    }

    /** Events with words of their own, folded, and their codes. */
    Map<String, String> events() {
        return events;
    }

    Words words() {
        return printed;
    }

    /** All ways to say it. */
    List<Template> ways(String key) {
        return read.computeIfAbsent(key, this::read);
    }

    private List<Template> read(String key) {
        List<String> texts = new ArrayList<>();
        if (printed.knows(key)) {
            texts.add(printed.text(key, "{0}", "{1}", "{2}", "{3}"));
        }
        if (others.knows(key)) {
            texts.addAll(
                    Arrays.asList(others.text(key, "{0}", "{1}", "{2}", "{3}").split("\\|", -1)));
        }
        return texts.stream().filter(text -> !text.isBlank()).map(Template::of).toList();
    }

    /** All ways to say what speaks of nothing else; the longest first. */
    List<String> plain(String key) {
        return ways(key).stream()
                .map(Template::first)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** What joins two things. */
    List<String> joints(String key) {
        return ways(key).stream()
                .map(template -> template.places() == 2 ? template.fixed().get(1) : template.first())
                .toList();
    }
}
