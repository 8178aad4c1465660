package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.pack.Cell;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.wording.Words;

/** The heading of a decision table, understood. A column is headed by the word of a rule or by what people call it. */
record TableColumns(List<Column> columns, boolean usable) {
    /** Signs that a heading may end with, so that its cells hold values only; the longer ones first. */
    private static final List<String> SIGNS =
            List.of("not contains", "contains", "not in", "in", "==", "!=", "<=", ">=", "<", ">");

    private static final int MOST = 100;

    static final String NAME = "name";
    static final String CLAUSE = "clause";
    static final String BASIS = "basis";
    static final String WHEN = "when";
    static final String THEN = "then ";

    /**
     * One column.
     *
     * @param word {@code name}, {@code clause}, {@code basis}, {@code when}, {@code then} and a verb, or a field
     * @param sign what stands before every value of the column; empty if the cells say it
     */
    record Column(String word, String sign) {
        Optional<Field> field() {
            return Field.of(word).filter(field -> !word.equals(NAME));
        }

        Optional<String> verb() {
            return word.startsWith(THEN) ? Optional.of(word.substring(THEN.length())) : Optional.empty();
        }
    }

    static TableColumns read(Stage stage, String file, List<Cell> header, Faults faults) {
        if (header.size() > MOST) {
            faults.add(
                    FaultKind.TOO_MANY_CONDITIONS.told(MOST),
                    file,
                    header.get(MOST).at(),
                    "");
            return new TableColumns(List.of(), false);
        }
        Map<String, String> known = known(stage);
        List<Column> columns = new ArrayList<>();
        boolean usable = true;
        for (Cell cell : header) {
            Column column = column(cell.text(), known);
            if (column.word().isEmpty()) {
                faults.add(
                        FaultKind.COLUMN_OF_CONDITION
                                .told(String.join(", ", Field.wordsAt(stage)))
                                .near(cell.text(), headings(stage)),
                        file,
                        cell.at(),
                        cell.text());
                usable = false;
            }
            boolean single = List.of(NAME, CLAUSE, BASIS).contains(column.word());
            if (single && columns.contains(column)) {
                faults.add(FaultKind.COLUMN_TWICE.told(), file, cell.at(), cell.text());
                usable = false;
            }
            columns.add(column);
        }
        for (String needed : List.of(NAME, CLAUSE, BASIS)) {
            if (columns.stream().noneMatch(column -> column.word().equals(needed))) {
                faults.add(
                        FaultKind.COLUMN_MISSING.told("name,clause,basis"),
                        file,
                        header.get(0).at(),
                        needed);
                usable = false;
            }
        }
        if (columns.stream().noneMatch(column -> column.verb().isPresent())) {
            Answer first = stage.answers().iterator().next();
            faults.add(
                    FaultKind.NO_ANSWER_COLUMN.told(THEN + first.verb()),
                    file,
                    header.get(0).at(),
                    "");
            usable = false;
        }
        return new TableColumns(List.copyOf(columns), usable);
    }

    private static Column column(String text, Map<String, String> known) {
        String word = known.getOrDefault(Fold.text(text), "");
        if (!word.isEmpty()) {
            return new Column(word, "");
        }
        for (String sign : SIGNS) {
            String folded = Fold.text(text.replace("≥", ">=").replace("≤", "<=").replace("≠", "!="));
            if (folded.endsWith(sign)) {
                String field = folded.substring(0, folded.length() - sign.length());
                boolean apart = !Fold.word(sign.charAt(0)) || field.endsWith(" ");
                String found = known.getOrDefault(field.strip(), "");
                if (apart && Field.of(found).isPresent()) {
                    return new Column(found, sign);
                }
            }
        }
        return new Column("", "");
    }

    private static List<String> headings(Stage stage) {
        List<String> all = new ArrayList<>(List.of(NAME, CLAUSE, BASIS, WHEN));
        all.addAll(Field.wordsAt(stage));
        stage.answers().forEach(answer -> all.add(THEN + answer.verb()));
        return all;
    }

    /** What a heading may be called, folded, and the word of the rule language that it stands for. */
    private static Map<String, String> known(Stage stage) {
        Map<String, String> known = new LinkedHashMap<>();
        List.of(NAME, CLAUSE, BASIS, WHEN).forEach(word -> known.put(word, word));
        List<Field> fields = new ArrayList<>(List.of(Field.values()));
        fields.sort(Comparator.comparing(field -> !field.visibleAt(stage)));
        fields.forEach(field -> known.put(Fold.text(field.word()), field.word()));
        stage.answers().forEach(answer -> known.put(Fold.text(THEN + answer.verb()), THEN + answer.verb()));
        for (String language : Vocabulary.LANGUAGES) {
            Phrases phrases = Phrases.of(language);
            Words words = phrases.words();
            List.of(NAME, CLAUSE, BASIS, WHEN)
                    .forEach(word -> known.putIfAbsent(Fold.text(words.text("table." + word)), word));
            stage.answers()
                    .forEach(answer -> known.putIfAbsent(
                            Fold.text(words.text("table.then", words.text("question." + answer.verb()))),
                            THEN + answer.verb()));
            fields.forEach(field -> {
                for (String phrase : phrases.plain("field." + field.word())) {
                    String name = Fold.text(phrase);
                    known.putIfAbsent(name, field.word());
                    known.putIfAbsent(name.replaceFirst("^the ", ""), field.word());
                }
            });
        }
        return known;
    }
}
