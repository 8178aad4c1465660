package org.complaintkit.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Finds many words in one pass over a text (Aho and Corasick). Time grows with the length of the text and the number of
 * hits, not with the number of words. Immutable and thread-safe.
 */
final class WordAutomaton {
    private final List<Node> nodes = new ArrayList<>();
    private final List<String> words;

    private static final class Node {
        private char[] letters = {};
        private int[] next = {};
        private int fail;
        /** Word that ends here; -1 if none. */
        private int word = -1;
        /** The next shorter state in which a word ends; 0 if none. */
        private int shorter;

        int step(char letter) {
            int at = Arrays.binarySearch(letters, letter);
            return at < 0 ? -1 : next[at];
        }

        void add(char letter, int node) {
            int at = -Arrays.binarySearch(letters, letter) - 1;
            letters = Arrays.copyOf(letters, letters.length + 1);
            next = Arrays.copyOf(next, next.length + 1);
            System.arraycopy(letters, at, letters, at + 1, letters.length - at - 1);
            System.arraycopy(next, at, next, at + 1, next.length - at - 1);
            letters[at] = letter;
            next[at] = node;
        }
    }

    /** Takes what was found: the word's place in the list, and where it begins and ends. */
    @FunctionalInterface
    interface Sink {
        void found(int word, int from, int to);
    }

    /** Prepares the search for these words, none of them empty and none twice. */
    WordAutomaton(Collection<String> words) {
        this.words = List.copyOf(words);
        nodes.add(new Node());
        for (int i = 0; i < this.words.size(); i++) {
            insert(this.words.get(i), i);
        }
        link();
    }

    private void insert(String word, int index) {
        int at = 0;
        for (int i = 0; i < word.length(); i++) {
            int next = nodes.get(at).step(word.charAt(i));
            if (next < 0) {
                next = nodes.size();
                nodes.add(new Node());
                nodes.get(at).add(word.charAt(i), next);
            }
            at = next;
        }
        nodes.get(at).word = index;
    }

    private void link() {
        Deque<Integer> queue = new ArrayDeque<>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int at = queue.remove();
            Node node = nodes.get(at);
            for (int i = 0; i < node.letters.length; i++) {
                Node child = nodes.get(node.next[i]);
                child.fail = at == 0 ? 0 : follow(node.fail, node.letters[i]);
                Node fallback = nodes.get(child.fail);
                child.shorter = fallback.word >= 0 ? child.fail : fallback.shorter;
                queue.add(node.next[i]);
            }
        }
    }

    private int follow(int from, char letter) {
        int at = from;
        while (true) {
            int next = nodes.get(at).step(letter);
            if (next >= 0) {
                return next;
            }
            if (at == 0) {
                return 0;
            }
            at = nodes.get(at).fail;
        }
    }

    /** Tells every place of every word, by where it ends; of those that end together the longest first. */
    void search(FoldedText text, Sink sink) {
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            at = follow(at, text.at(i));
            for (int hit = nodes.get(at).word >= 0 ? at : nodes.get(at).shorter;
                    hit > 0;
                    hit = nodes.get(hit).shorter) {
                int word = nodes.get(hit).word;
                sink.found(word, i + 1 - words.get(word).length(), i + 1);
            }
        }
    }
}
