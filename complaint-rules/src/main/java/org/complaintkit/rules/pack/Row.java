package org.complaintkit.rules.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.EventExpression;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Vocabulary;

/**
 * A row of a table. Whatever a cell says, reading it gives a value, so that the rest of the pack can be checked too; what
 * is wrong with the cell is a fault.
 */
record Row(String file, Map<String, Cell> cells, Faults faults) {
    private static final int MAX_PARTS = 500;

    /** Stands where no event could be read: one that every pack has, so that the cell has this one fault only. */
    private static final EventPattern UNREAD = EventPattern.parse("COMPLAINT_RECEIVED");

    Cell cell(String column) {
        Cell cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException(file + " has no column " + column);
        }
        return cell;
    }

    Position at(String column) {
        return cell(column).at();
    }

    String text(String column) {
        return cell(column).text();
    }

    String required(String column) {
        if (text(column).isEmpty()) {
            fault(column, FaultKind.CELL_EMPTY.told(column));
        }
        return text(column);
    }

    /** The parts of a list separated by semicolons; empty parts are left out. */
    List<String> list(String column) {
        if (text(column).indexOf('；') >= 0) {
            fault(column, FaultKind.SEPARATOR_FULL_WIDTH.told(Characters.name('；')));
        }
        List<String> parts = new ArrayList<>();
        for (String part : text(column).split(";", MAX_PARTS + 1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        if (parts.size() > MAX_PARTS) {
            fault(column, FaultKind.TOO_MANY_VALUES.told(MAX_PARTS));
        }
        return List.copyOf(parts.subList(0, Math.min(parts.size(), MAX_PARTS)));
    }

    boolean flag(String column) {
        return choice(column, Map.of("", false, "no", false, "false", false, "yes", true, "true", true), false);
    }

    Basis basis(String column) {
        return choice(
                column, Map.of("TEXT", Basis.TEXT, "READING", Basis.READING, "DEFAULT", Basis.DEFAULT), Basis.DEFAULT);
    }

    /** One of an enumeration, by its name. */
    <E extends Enum<E>> E constant(String column, Class<E> type, E otherwise) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            choices.put(constant.name(), constant);
        }
        return choice(column, choices, otherwise);
    }

    /** One of some words. */
    <T> T choice(String column, Map<String, T> choices, T otherwise) {
        T chosen = choices.get(text(column));
        if (chosen == null) {
            List<String> known = choices.keySet().stream()
                    .filter(word -> !word.isEmpty())
                    .sorted()
                    .toList();
            fault(
                    column,
                    FaultKind.UNKNOWN_WORD
                            .told(column, String.join(", ", known))
                            .near(text(column), known));
            return otherwise;
        }
        return chosen;
    }

    EventExpression events(String column) {
        return parse(column, EventExpression::parse, EventExpression.NEVER);
    }

    /** What a parser of the core makes of the cell; what it refuses is a fault at the cell. */
    <T> T parse(String column, Function<String, T> parser, T otherwise) {
        try {
            return parser.apply(text(column));
        } catch (InvalidInputException e) {
            faults.add(e, file, at(column));
            return otherwise;
        }
    }

    /** The pattern of an event, which must be there; what cannot be read is one fault. */
    EventPattern event(String column) {
        return required(column).isEmpty() ? UNREAD : parse(column, EventPattern::parse, UNREAD);
    }

    /** A label for each language; one that lacks is a fault. */
    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String language : Vocabulary.LANGUAGES) {
            String label = text(language);
            if (label.isEmpty()) {
                fault(language, FaultKind.LABEL_EMPTY.told(language));
            }
            labels.put(language, label);
        }
        return labels;
    }

    void fault(String column, Told told) {
        faults.add(told, file, at(column), text(column));
    }

    /**
     * Reads rows into a map by id, in the order of the table. An id that comes twice is a fault; such a row is read all the
     * same, for the faults in it, and what it says is left out.
     */
    static <T> Map<String, T> byId(Table table, String column, Function<Row, T> reader) {
        Map<String, T> byId = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Row row : table.rows()) {
            String id = row.required(column);
            Integer first = lines.putIfAbsent(id, row.at(column).line());
            if (first != null) {
                row.fault(column, FaultKind.DUPLICATE_ID.told(id, first));
            }
            byId.putIfAbsent(id, reader.apply(row));
        }
        return byId;
    }
}
