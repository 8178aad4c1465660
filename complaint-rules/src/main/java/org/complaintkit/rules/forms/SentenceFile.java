package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.complaintkit.rules.pack.Position;

/**
 * Cuts a file into sentences. Each begins in a line of its own; lines that begin with a blank carry it on. Empty lines, and
 * lines that begin with {@code #} or {@code //}, are for people.
 */
final class SentenceFile {
    private static final Pattern NAME =
            Pattern.compile("(?:rule|规则|規則)\\s*[\"“「](.*)[\"”」]\\s*[)）]\\s*[.。]?\\s*$", Pattern.DOTALL);
    private static final Pattern CLAUSE = Pattern.compile("[(（](?:clause|依据|依據)\\s*([^,，]+)[,，][^(（]*$");
    private static final int LONGEST = 60;
    private static final int FAR = 1_000;

    /** Most characters of one sentence. */
    static final int MAX_LENGTH = 10_000;

    /**
     * One sentence.
     *
     * @param from where it begins in the file
     * @param to behind its last character
     */
    record Piece(int from, int to) {}

    private SentenceFile() {}

    static List<Piece> split(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = -1;
        int to = 0;
        int line = 0;
        while (line <= text.length()) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            String content = text.substring(line, end);
            boolean comment = content.strip().startsWith("#") || content.strip().startsWith("//");
            boolean empty = content.isBlank() || comment;
            boolean carriesOn = !empty && from >= 0 && Character.isWhitespace(content.charAt(0));
            if (!carriesOn && from >= 0) {
                pieces.add(new Piece(from, to));
                from = -1;
            }
            if (!empty) {
                from = from < 0
                        ? line + content.length() - content.stripLeading().length()
                        : from;
                to = line + content.stripTrailing().length();
            }
            line = end + 1;
        }
        if (from >= 0) {
            pieces.add(new Piece(from, to));
        }
        return pieces;
    }

    /** The names of the rules, by the line where each begins; of a sentence without one, its clause or its beginning. */
    static NavigableMap<Integer, String> names(String text) {
        NavigableMap<Integer, String> names = new TreeMap<>();
        int[] lines = lines(text);
        for (Piece piece : split(text)) {
            names.put(place(lines, piece.from()).line(), name(text.substring(piece.from(), piece.to())));
        }
        return names;
    }

    private static String name(String sentence) {
        // The name stands at the end; to look for it from every place of a sentence without end takes hours.
        String end = sentence.substring(Math.max(0, sentence.length() - FAR));
        Matcher named = NAME.matcher(end);
        if (named.find()) {
            return named.group(1);
        }
        Matcher clause = CLAUSE.matcher(end);
        String name = clause.find() ? clause.group(1) : sentence;
        return name.substring(0, Math.min(LONGEST, name.length()))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Where the lines of a text begin. */
    static int[] lines(String text) {
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    static Position place(int[] lines, int offset) {
        int found = Arrays.binarySearch(lines, offset);
        int line = found < 0 ? -found - 2 : found;
        return new Position(line + 1, offset - lines[line] + 1);
    }
}
