package org.complaintkit.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.InvalidInputException;

/**
 * The words of a signal, taken apart: groups that stand near each other in any order, each a sequence of parts, each part a
 * choice of words. Immutable.
 */
record SignalPattern(List<List<List<String>>> groups) {

    SignalPattern {
        groups = List.copyOf(groups);
    }

    /** How a table has it; a list of words is still its name in braces. */
    static SignalPattern parse(String signal) {
        List<List<List<String>>> groups = new ArrayList<>();
        for (String group : signal.split("&", -1)) {
            List<List<String>> parts = new ArrayList<>();
            for (String part : group.split("\\.\\.", -1)) {
                List<String> words =
                        Arrays.stream(part.split("\\|", -1)).map(String::strip).toList();
                if (words.stream().anyMatch(word -> FoldedText.word(word).isEmpty())) {
                    throw InvalidInputException.of("MALFORMED_SIGNAL", "signal")
                            .value(signal)
                            .rule("words joined by | in parts joined by .. or &, none of them empty")
                            .wayOut("write it like: rude|impolite, or: 态度 .. 差|恶劣, or: clerk & {rude}")
                            .build();
                }
                parts.add(words);
            }
            groups.add(parts);
        }
        return new SignalPattern(groups);
    }

    /** With the words of the lists in place of their names. */
    SignalPattern with(Map<String, List<String>> lists) {
        return new SignalPattern(groups.stream()
                .map(group -> group.stream()
                        .map(part -> part.stream()
                                .flatMap(word -> named(word) ? words(word, lists).stream() : List.of(word).stream())
                                .distinct()
                                .toList())
                        .toList())
                .toList());
    }

    static boolean named(String word) {
        return word.length() > 2 && word.startsWith("{") && word.endsWith("}");
    }

    private static List<String> words(String name, Map<String, List<String>> lists) {
        List<String> words = lists.get(name.substring(1, name.length() - 1));
        if (words == null) {
            throw InvalidInputException.of("UNKNOWN_WORDS", "signal")
                    .value(name)
                    .rule("a name in braces is the code of rows of kind WORDS that stand before")
                    .wayOut("use one of " + String.join(", ", lists.keySet()))
                    .build();
        }
        return words;
    }

    /** Whether it is one word, or another, and no more. */
    boolean single() {
        return groups.size() == 1 && groups.get(0).size() == 1;
    }
}
