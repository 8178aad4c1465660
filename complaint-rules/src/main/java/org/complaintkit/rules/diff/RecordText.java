package org.complaintkit.rules.diff;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.policy.LimitRule;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a policy as texts, value by value. It asks the records for their components, so that a value which a
 * table gains later cannot be forgotten here.
 */
final class RecordText {
    private RecordText() {}

    /** The values of a row by name, in their order; those left out name the row. */
    static Map<String, String> cells(Record row, Set<String> leftOut) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            if (leftOut.contains(component.getName())) {
                continue;
            }
            Object value = value(row, component);
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, each) -> cells.put(component.getName() + " " + key, text(each)));
            } else {
                cells.put(component.getName(), text(value));
            }
        }
        return cells;
    }

    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Optional<?> maybe) {
            return maybe.map(RecordText::text).orElse("");
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof LimitRule limit) {
            return limit(limit);
        }
        if (value instanceof Set<?> set) {
            return String.join(", ", set.stream().map(RecordText::text).collect(Collectors.toCollection(TreeSet::new)));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(RecordText::text).collect(Collectors.joining(", "));
        }
        return value instanceof Record row && !saysItself(row) ? nested(row) : value.toString();
    }

    /** As the cell of the table has it. */
    private static String limit(LimitRule limit) {
        return switch (limit.kind()) {
            case AS_DEADLINE -> "as " + limit.text();
            case BEFORE_LIMIT -> limit.text() + " before limit";
            case GIVEN -> "given." + limit.text();
            default -> limit.text();
        };
    }

    /** A record that writes itself as its author wrote it. */
    private static boolean saysItself(Record row) {
        try {
            return row.getClass().getMethod("toString").getDeclaringClass() == row.getClass()
                    && !row.toString().startsWith(row.getClass().getSimpleName() + "[");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every object has it", e);
        }
    }

    private static String nested(Record row) {
        List<String> parts = Stream.of(row.getClass().getRecordComponents())
                .map(component -> Map.entry(component.getName(), text(value(row, component))))
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
        return String.join(", ", parts);
    }

    private static @Nullable Object value(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("rows are public records", e);
        }
    }
}
