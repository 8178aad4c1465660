package org.complaintkit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against one that looks for each word at each place. */
class WordAutomatonTest {
    private static final List<String> WORDS = words(3);

    private static List<String> words(int longest) {
        List<String> words = new ArrayList<>();
        List<String> before = List.of("");
        for (int length = 1; length <= longest; length++) {
            List<String> longer = new ArrayList<>();
            before.forEach(start -> List.of("甲", "乙", "丙").forEach(letter -> longer.add(start + letter)));
            words.addAll(longer);
            before = longer;
        }
        return words;
    }

    private static List<String> found(List<String> words, FoldedText text) {
        List<String> found = new ArrayList<>();
        new WordAutomaton(words).search(text, (word, from, to) -> found.add(words.get(word) + " " + from + " " + to));
        return found;
    }

    private static List<String> looked(List<String> words, FoldedText text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            plain.append(text.at(i));
        }
        List<String> found = new ArrayList<>();
        for (int to = 1; to <= plain.length(); to++) {
            for (int from = 0; from < to; from++) {
                String part = plain.substring(from, to);
                if (words.contains(part)) {
                    found.add(part + " " + from + " " + to);
                }
            }
        }
        return found;
    }

    @Test
    void every_place_of_every_word_is_told_by_where_it_ends_the_longest_first() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<String> words = new ArrayList<>(WORDS);
            Collections.shuffle(words, random);
            List<String> some = words.subList(0, 1 + random.nextInt(8));
            FoldedText text = FoldedText.of(random.ints(12, 0, 4)
                    .mapToObj(at -> List.of("甲", "乙", "丙", "丁").get(at))
                    .reduce("", String::concat));

            assertThat(found(some, text)).as("%s", some).isEqualTo(looked(some, text));
        }
    }
}
