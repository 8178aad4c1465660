package org.complaintkit.rules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.SignalRule;
import org.complaintkit.policy.SignalTable;

/** Makes {@code signals.csv} into a value; words that deny are the same for all packs, in a resource of the library. */
final class SignalReader {
    private static final String FILE = "signals.csv";
    private static final String RESOURCE = "/org/complaintkit/rules/" + FILE;
    private static final int HEAVIEST = 100;

    private SignalReader() {}

    private static final class Common {
        private static final List<SignalRule> RULES = load();

        private static List<SignalRule> load() {
            try (InputStream in = SignalReader.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("the resource " + RESOURCE + " is not in this jar");
                }
                Faults faults = new Faults();
                PackFiles files = PackFiles.of(RESOURCE, Map.of(FILE, in.readAllBytes()));
                List<SignalRule> rules = rules(Table.read(files, FILE, PackTables.SIGNALS, faults));
                faults.refuse(RESOURCE);
                return rules;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static SignalTable read(Table table) {
        return table.rows().isEmpty()
                ? SignalTable.NONE
                : SignalTable.of(Stream.concat(Common.RULES.stream(), rules(table).stream())
                        .toList());
    }

    private static List<SignalRule> rules(Table table) {
        List<SignalRule> rules = new ArrayList<>();
        for (Row row : table.rows()) {
            SignalRule.Kind kind = row.constant("kind", SignalRule.Kind.class, SignalRule.Kind.CATEGORY);
            if (kind != SignalRule.Kind.NEGATION) {
                row.required("code");
                row.required("clause");
            }
            String signal = row.parse("signal", SignalReader::wellFormed, "?x");
            rules.add(new SignalRule(
                    signal,
                    kind,
                    row.text("code"),
                    weight(row),
                    row.list("unless"),
                    row.text("clause"),
                    row.basis("basis")));
        }
        return rules;
    }

    private static String wellFormed(String signal) {
        return new SignalRule(signal, SignalRule.Kind.NEGATION, "", 1, List.of(), "", Basis.DEFAULT).signal();
    }

    private static int weight(Row row) {
        if (!row.text("weight").matches("[1-9][0-9]{0,2}") || Integer.parseInt(row.text("weight")) > HEAVIEST) {
            row.fault(
                    "MALFORMED_VALUE",
                    "weight",
                    "a weight is a whole number from 1 to " + HEAVIEST,
                    "a word that decides alone has the weight of the threshold, a hint less");
            return 1;
        }
        return Integer.parseInt(row.text("weight"));
    }

    /** Looks up the names in the rows of a pack. */
    static void check(Table table, References references) {
        for (Row row : table.rows()) {
            references.clauses(row);
            if (!row.text("kind").equals(SignalRule.Kind.NEGATION.name())) {
                references.code(row.text("kind"), row.text("code"), row, "code");
            }
        }
    }
}
