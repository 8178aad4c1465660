package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Operator;
import org.jspecify.annotations.Nullable;

/** Reads a single test of a sentence: "the channel is one of ...". Not thread-safe. */
final class TestReader {
    private static final List<Field> FIELDS = Arrays.asList(Field.values());

    private final Scan scan;
    private final Phrases phrases;
    private final ValueReader values;
    private final EventReader events;

    TestReader(Scan scan, Phrases phrases, ValueReader values, EventReader events) {
        this.scan = scan;
        this.phrases = phrases;
        this.values = values;
        this.events = events;
    }

    /** Of all ways to read a test here the one that understands most. */
    @Nullable
    Parsed<Condition> test(int from) {
        Position at = scan.place(scan.skipBlanks(from));
        Parsed<Condition> best = happened(from, at);
        for (Field field : FIELDS) {
            if (field.type() == Field.Type.FLAG) {
                best = Parsed.longer(best, flag(field, from, at));
            } else {
                best = Parsed.longer(best, among(field, from, at));
                for (String name : names(field)) {
                    int behind = scan.match(from, name);
                    if (behind != Scan.NOT_HERE) {
                        best = Parsed.longer(best, test(field, behind, at));
                    }
                }
            }
        }
        return best;
    }

    private List<String> names(Field field) {
        List<String> names = new ArrayList<>(phrases.plain("field." + field.word()));
        phrases.plain("field." + field.word()).stream()
                .filter(name -> name.startsWith("the "))
                .forEach(name -> names.add(name.substring("the ".length())));
        names.add(field.word());
        return names;
    }

    /** A yes-or-no field, as a statement: "the complaint is anonymous". */
    @Nullable
    Parsed<Condition> flag(int from, boolean negated) {
        Position at = scan.place(scan.skipBlanks(from));
        Parsed<Condition> best = null;
        for (Field field : FIELDS) {
            if (field.type() == Field.Type.FLAG) {
                best = Parsed.longer(best, flag(field, from, at));
            }
        }
        return best == null || !negated ? best : best.as(said -> negated((Condition.Compare) said));
    }

    private static Condition negated(Condition.Compare said) {
        return new Condition.Compare(said.field(), Operator.NOT_EQUAL, said.operand(), said.at());
    }

    private @Nullable Parsed<Condition> flag(Field field, int from, Position at) {
        Parsed<Condition> best = null;
        for (boolean value : new boolean[] {true, false}) {
            for (String said : phrases.plain((value ? "yes." : "no.") + field.word())) {
                int end = scan.match(from, said);
                if (end != Scan.NOT_HERE) {
                    Condition flag =
                            new Condition.Compare(field.word(), Operator.EQUAL, new Operand.Flag(value, at), at);
                    best = Parsed.longer(best, Parsed.of(flag, end));
                }
            }
        }
        return best;
    }

    private @Nullable Parsed<Condition> happened(int from, Position at) {
        int quote = scan.skipBlanks(from);
        if (!scan.quote(quote)) {
            return null;
        }
        Parsed<String> event = events.event(from);
        if (event == null) {
            return null;
        }
        Parsed<Condition> best = null;
        for (boolean negated : new boolean[] {false, true}) {
            for (String said : lasts(negated ? "test.notHappened" : "test.happened")) {
                int end = scan.match(event.end(), said);
                if (end != Scan.NOT_HERE) {
                    best = Parsed.longer(
                            best,
                            event.<Condition>as(pattern -> new Condition.Contains(
                                            Field.OCCURRED.word(),
                                            negated,
                                            new Operand.Text(pattern, scan.place(quote, event.end())),
                                            at))
                                    .upTo(end));
                }
            }
        }
        return best;
    }

    /** Whether an event is told here: then no code of the field before stands here, even if it has the same label. */
    private boolean happens(int from) {
        return scan.quietly(() -> happened(from, Position.WHOLE_FILE)) != null;
    }

    /** Behind the name of a field: in "3, 9 or the loss claimed is ..." no parameter "Loss" is listed. */
    private int field(int from) {
        return FIELDS.stream()
                .filter(field -> field.type() != Field.Type.FLAG)
                .flatMap(field -> names(field).stream())
                .mapToInt(name -> scan.end(from, name))
                .max()
                .orElse(Scan.NOT_HERE);
    }

    private List<String> lasts(String key) {
        return phrases.ways(key).stream()
                .map(Phrases.Template::last)
                .filter(last -> !last.isEmpty())
                .toList();
    }

    private @Nullable Parsed<Condition> test(Field field, int from, Position at) {
        return switch (field.type()) {
            case CODE ->
                Parsed.longer(
                        compared(field, from, at, List.of(Operator.EQUAL, Operator.NOT_EQUAL)),
                        Parsed.longer(known(field, from, at), listed(field, from, at)));
            case CODES, EVENTS -> contains(field, from, at);
            case AMOUNT, COUNT ->
                Parsed.longer(compared(field, from, at, Arrays.asList(Operator.values())), listed(field, from, at));
            case FLAG -> null;
        };
    }

    private @Nullable Parsed<Condition> compared(Field field, int from, Position at, List<Operator> operators) {
        Parsed<Condition> best = null;
        for (Operator operator : operators) {
            for (Phrases.Template template : templates(field, operator)) {
                int start = scan.match(from, template.fixed().get(1));
                Parsed<Operand> value = start == Scan.NOT_HERE ? null : values.value(field, start);
                int end = value == null ? Scan.NOT_HERE : scan.match(value.end(), template.last());
                if (value != null && end != Scan.NOT_HERE) {
                    best = Parsed.longer(
                            best,
                            value.<Condition>as(operand -> new Condition.Compare(field.word(), operator, operand, at))
                                    .upTo(end));
                }
            }
        }
        return best;
    }

    private List<Phrases.Template> templates(Field field, Operator operator) {
        List<Phrases.Template> all = new ArrayList<>();
        boolean day = ConditionCell.isDay(field);
        List<String> keys = switch (operator) {
            case EQUAL -> List.of("test.equal");
            case NOT_EQUAL -> List.of("test.notEqual");
            case LESS -> List.of("test.less", "test.before");
            case AT_MOST -> List.of("test.atMost", "test.until");
            case GREATER -> List.of("test.greater", "test.after");
            case AT_LEAST -> List.of("test.atLeast", "test.from");
        };
        for (String key : day ? keys : keys.subList(0, 1)) {
            all.addAll(phrases.ways(key));
        }
        return all;
    }

    private @Nullable Parsed<Condition> known(Field field, int from, Position at) {
        Parsed<Condition> best = null;
        for (Operator operator : List.of(Operator.EQUAL, Operator.NOT_EQUAL)) {
            for (String said : lasts(operator == Operator.EQUAL ? "test.empty" : "test.some")) {
                int end = scan.match(from, said);
                if (end != Scan.NOT_HERE) {
                    Condition empty = new Condition.Compare(field.word(), operator, new Operand.Text("", at), at);
                    best = Parsed.longer(best, Parsed.of(empty, end));
                }
            }
        }
        return best;
    }

    private @Nullable Parsed<Condition> listed(Field field, int from, Position at) {
        Parsed<Condition> best = null;
        for (boolean negated : new boolean[] {false, true}) {
            for (Phrases.Template template : phrases.ways(negated ? "test.notIn" : "test.in")) {
                int start = scan.match(from, template.fixed().get(1));
                Parsed<List<Operand>> all = start == Scan.NOT_HERE ? null : list(field, start);
                int end = all == null ? Scan.NOT_HERE : scan.match(all.end(), template.last());
                if (all != null && end != Scan.NOT_HERE) {
                    best = Parsed.longer(
                            best,
                            all.<Condition>as(operands -> new Condition.In(field.word(), negated, operands, at))
                                    .upTo(end));
                }
            }
        }
        return best;
    }

    private @Nullable Parsed<List<Operand>> list(Field field, int from) {
        List<Operand> operands = new ArrayList<>();
        List<Parsed.Slip> slips = new ArrayList<>();
        int end = Scan.NOT_HERE;
        Parsed<Operand> next = values.value(field, from);
        while (next != null) {
            operands.add(next.value());
            slips.addAll(next.slips());
            end = next.end();
            next = null;
            String written = phrases.words().text("list");
            for (String joint : phrases.plain("list")) {
                int start = next == null ? scan.match(end, joint) : Scan.NOT_HERE;
                Parsed<Operand> further = start == Scan.NOT_HERE ? null : values.value(field, start);
                boolean meant = further != null
                        && (joint.equals(written) || (further.slips().isEmpty() && !happens(start)))
                        && further.end() >= field(start);
                next = meant ? further : next;
            }
        }
        return end == Scan.NOT_HERE ? null : new Parsed<>(operands, end, slips);
    }

    private @Nullable Parsed<Condition> contains(Field field, int from, Position at) {
        Parsed<Condition> best = null;
        for (boolean negated : new boolean[] {false, true}) {
            for (Phrases.Template template : phrases.ways(negated ? "test.notContains" : "test.contains")) {
                int start = scan.match(from, template.fixed().get(1));
                Parsed<Operand> value = start == Scan.NOT_HERE ? null : value(field, start);
                int end = value == null ? Scan.NOT_HERE : scan.match(value.end(), template.last());
                if (value != null && end != Scan.NOT_HERE) {
                    best = Parsed.longer(
                            best,
                            value.<Condition>as(operand -> new Condition.Contains(field.word(), negated, operand, at))
                                    .upTo(end));
                }
                if (value != null && !negated && template.last().isEmpty()) {
                    best = Parsed.longer(best, oneOf(field, value, at));
                }
            }
        }
        return best;
    }

    /** "The labels include A or B": one of them is there. */
    private @Nullable Parsed<Condition> oneOf(Field field, Parsed<Operand> first, Position at) {
        List<Condition> parts = new ArrayList<>();
        parts.add(contained(field, first, at).value());
        int end = first.end();
        Parsed<Operand> next = first;
        while (next != null) {
            next = null;
            for (String joint : phrases.joints("or")) {
                int start = next == null ? scan.end(end, joint) : Scan.NOT_HERE;
                Parsed<Operand> further = start == Scan.NOT_HERE ? null : value(field, start);
                next = further != null && further.slips().isEmpty() && !happens(start) ? further : next;
            }
            if (next != null) {
                parts.add(contained(field, next, at).value());
                end = next.end();
            }
        }
        return parts.size() == 1 ? null : new Parsed<>(new Condition.Any(parts, at), end, first.slips());
    }

    /** What is said of one of several codes without naming the field: "the limit X was missed". */
    private @Nullable Parsed<Condition> among(Field field, int from, Position at) {
        Parsed<Condition> best = null;
        for (Phrases.Template template : phrases.ways("contains." + field.word())) {
            int start = scan.match(from, template.first());
            Parsed<Operand> value = start == Scan.NOT_HERE ? null : value(field, start);
            int end = value == null ? Scan.NOT_HERE : scan.match(value.end(), template.last());
            if (value != null && end != Scan.NOT_HERE) {
                best = Parsed.longer(best, contained(field, value, at).upTo(end));
            }
        }
        return best;
    }

    private static Parsed<Condition> contained(Field field, Parsed<Operand> value, Position at) {
        return value.as(operand -> new Condition.Contains(field.word(), false, operand, at));
    }

    private @Nullable Parsed<Operand> value(Field field, int from) {
        if (field.type() != Field.Type.EVENTS) {
            return values.value(field, from);
        }
        Parsed<String> event = events.event(from);
        return event == null
                ? null
                : event.as(pattern -> new Operand.Text(pattern, scan.place(scan.skipBlanks(from), event.end())));
    }
}
