package org.complaintkit.rules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.SignalRule;
import org.complaintkit.policy.SignalTable;

/**
 * Makes {@code signals.csv} into a value. The words that say how others are meant (that deny, grant, report or stress) belong
 * to a language and not to a pack: they are resources of the library, one for each language, and stand before the rows of
 * every pack.
 */
final class SignalReader {
    private static final String FOLDER = "/org/complaintkit/rules/";
    private static final List<String> LANGUAGES = List.of("signals-zh.csv", "signals-en.csv");
    private static final int HEAVIEST = 100;

    /** Lists in lists are counted written out, since that is how they are looked for. */
    private static final int MAX_WORDS = 200_000;

    /** The kinds whose code is a category. */
    private static final Set<String> CATEGORIES = Stream.of(
                    SignalRule.Kind.CATEGORY, SignalRule.Kind.TOPIC, SignalRule.Kind.OTHERWISE, SignalRule.Kind.HINT)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private SignalReader() {}

    private static final class Common {
        private static final List<SignalRule> RULES =
                LANGUAGES.stream().flatMap(file -> load(file).stream()).toList();

        private static List<SignalRule> load(String file) {
            try (InputStream in = SignalReader.class.getResourceAsStream(FOLDER + file)) {
                if (in == null) {
                    throw new IllegalStateException("the resource " + FOLDER + file + " is not in this jar");
                }
                Faults faults = new Faults();
                PackFiles files = PackFiles.of(FOLDER, Map.of(file, in.readAllBytes()));
                List<SignalRule> rules = rules(Table.read(files, file, PackTables.SIGNALS, faults), new TreeMap<>());
                faults.refuse(FOLDER + file);
                return rules;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static SignalTable read(Table table) {
        if (table.rows().isEmpty()) {
            return SignalTable.NONE;
        }
        Map<String, Integer> lists = new TreeMap<>();
        Common.RULES.stream()
                .filter(rule -> rule.kind() == SignalRule.Kind.WORDS)
                .forEach(rule -> lists.merge(rule.code(), words(rule.signal(), lists), Integer::sum));
        return SignalTable.of(Stream.concat(Common.RULES.stream(), rules(table, lists).stream())
                .toList());
    }

    private static List<SignalRule> rules(Table table, Map<String, Integer> lists) {
        List<SignalRule> rules = new ArrayList<>();
        int written = 0;
        for (Row row : table.rows()) {
            SignalRule.Kind kind = row.constant("kind", SignalRule.Kind.class, SignalRule.Kind.CATEGORY);
            if (kind.speaks()) {
                if (kind != SignalRule.Kind.HINT) {
                    row.required("code");
                }
                row.required("clause");
            } else if (kind == SignalRule.Kind.WORDS) {
                row.required("code");
            }
            String signal = row.parse("signal", SignalReader::wellFormed, "?x");
            if (!known(signal, row, lists.keySet())) {
                continue;
            }
            int words = words(signal, lists);
            written += words;
            if (written > MAX_WORDS) {
                row.fault("signal", FaultKind.TOO_MANY_WORDS.told(MAX_WORDS));
                return rules;
            }
            rules.add(new SignalRule(
                    signal,
                    kind,
                    row.text("code"),
                    weight(row, kind),
                    row.list("unless"),
                    row.text("clause"),
                    row.basis("basis")));
            if (kind == SignalRule.Kind.WORDS) {
                lists.merge(row.text("code"), words, Integer::sum);
            }
        }
        return rules;
    }

    /** How many words a signal comes to with the lists that it names; counted up to one more than is allowed. */
    private static int words(String signal, Map<String, Integer> lists) {
        long words = 0;
        for (String part : signal.split("[&|]|\\.\\.", -1)) {
            String word = part.strip();
            boolean named = word.startsWith("{") && word.endsWith("}") && word.length() > 2;
            words += named ? lists.getOrDefault(word.substring(1, word.length() - 1), 0) : 1;
        }
        return (int) Math.min(words, MAX_WORDS + 1);
    }

    private static boolean known(String signal, Row row, Set<String> lists) {
        Set<String> unknown = SignalRule.named(signal);
        unknown.removeAll(lists);
        for (String name : unknown) {
            row.fault("signal", FaultKind.UNKNOWN_WORDS.told(name).near(name, lists));
        }
        return unknown.isEmpty();
    }

    private static String wellFormed(String signal) {
        return new SignalRule(signal, SignalRule.Kind.NEGATION, "", 1, List.of(), "", Basis.DEFAULT).signal();
    }

    private static int weight(Row row, SignalRule.Kind kind) {
        int least = kind.speaks() ? 1 : 0;
        String text = row.text("weight").isEmpty() && !kind.speaks() ? "0" : row.text("weight");
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < least || Integer.parseInt(text) > HEAVIEST) {
            row.fault("weight", FaultKind.MALFORMED_WEIGHT.told(least, HEAVIEST));
            return 1;
        }
        return Integer.parseInt(text);
    }

    /** Looks up the names in the rows of a pack. */
    static void check(Table table, References references) {
        for (Row row : table.rows()) {
            references.clauses(row);
            String kind = row.text("kind");
            if (kind.equals(SignalRule.Kind.LABEL.name())) {
                references.code("LABEL", row.text("code"), row, "code");
            } else if (CATEGORIES.contains(kind) && !row.text("code").isEmpty()) {
                references.code("CATEGORY", row.text("code"), row, "code");
            }
        }
    }
}
