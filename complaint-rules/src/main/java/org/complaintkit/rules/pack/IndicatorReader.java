package org.complaintkit.rules.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Figure;
import org.complaintkit.policy.Grouping;
import org.complaintkit.policy.IndicatorRule;
import org.complaintkit.policy.IndicatorRule.Cases;
import org.complaintkit.policy.IndicatorTarget;
import org.complaintkit.policy.Selection;

/** Makes the table of indicators into values. Names are not looked up here: {@link IndicatorCheck} does. */
final class IndicatorReader {
    private static final Map<String, Cases> CASES =
            Map.of("", Cases.RECEIVED, "RECEIVED", Cases.RECEIVED, "CLOSED", Cases.CLOSED);

    private IndicatorReader() {}

    static List<IndicatorRule> indicators(Table table) {
        List<IndicatorRule> indicators = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (Row row : table.rows()) {
            String indicator = row.required("indicator");
            if (!seen.add(List.of(indicator, row.text("report"), row.text("dimension"), row.text("cases")))) {
                row.fault("indicator", FaultKind.INDICATOR_TWICE.told());
            }
            indicators.add(new IndicatorRule(
                    indicator,
                    row.required("clause"),
                    row.basis("basis"),
                    row.text("report"),
                    figure(row, indicator),
                    selections(row),
                    grouping(row),
                    row.choice("cases", CASES, Cases.RECEIVED),
                    optional(row, "event", EventPattern::parse),
                    row.text("of"),
                    top(row),
                    optional(row, "target", IndicatorTarget::parse)));
        }
        return indicators;
    }

    /** An indicator of the pack's own says as which figure it is reckoned; the others bear the name of theirs. */
    private static Figure figure(Row row, String indicator) {
        if (!row.text("computed_as").isEmpty()) {
            return row.constant("computed_as", Figure.class, Figure.COUNT);
        }
        Optional<Figure> named = Arrays.stream(Figure.values())
                .filter(figure -> figure.name().equals(indicator))
                .findFirst();
        if (named.isEmpty() && !indicator.isEmpty()) {
            row.fault("indicator", FaultKind.FIGURE_MISSING.told(Arrays.toString(Figure.values())));
        }
        return named.orElse(Figure.COUNT);
    }

    private static List<Selection> selections(Row row) {
        List<Selection> selections = new ArrayList<>();
        for (String part : row.list("dimension")) {
            if (part.contains("=")) {
                read(row, part, Selection::parse).ifPresent(selections::add);
            }
        }
        return selections;
    }

    private static Optional<Grouping> grouping(Row row) {
        List<String> names = row.list("dimension").stream()
                .filter(part -> !part.contains("="))
                .toList();
        if (names.size() > 1) {
            row.fault("dimension", FaultKind.SEVERAL_DIMENSIONS.told());
        }
        return names.isEmpty() ? Optional.empty() : read(row, names.get(0), Grouping::parse);
    }

    private static <T> Optional<T> read(Row row, String part, Function<String, T> parser) {
        return row.<Optional<T>>parse("dimension", cell -> Optional.of(parser.apply(part)), Optional.empty());
    }

    private static <T> Optional<T> optional(Row row, String column, Function<String, T> parser) {
        return row.text(column).isEmpty()
                ? Optional.empty()
                : row.<Optional<T>>parse(column, text -> Optional.of(parser.apply(text)), Optional.empty());
    }

    private static int top(Row row) {
        if (!row.text("top").matches("|[1-9][0-9]{0,3}")) {
            row.fault("top", FaultKind.MALFORMED_TOP.told());
            return 0;
        }
        return row.text("top").isEmpty() ? 0 : Integer.parseInt(row.text("top"));
    }
}
