package org.complaintkit.rules.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** Prints a rule in the one form that the tree has: canonical DRL, from which parsing makes an equal tree. */
public final class RulePrinter {
    private RulePrinter() {}

    /** The rules one after the other, in the order given, without comments. */
    public static String print(List<Rule> rules) {
        return rules.stream().map(RulePrinter::print).collect(Collectors.joining("\n"));
    }

    /** One rule, ending with a line break. */
    public static String print(Rule rule) {
        String clause = "    @clause(" + new Operand.Text(rule.clause()).text() + ")\n";
        String basis = "    @basis(\"" + rule.basis() + "\")\n";
        return "rule " + new Operand.Text(rule.name()).text() + "\n" + clause + basis + body(rule);
    }

    /** One rule without its citation under another name: Drools copies names and annotations into Java as they are. */
    public static String printAs(String name, Rule rule) {
        return "rule \"" + name + "\"\n" + body(rule);
    }

    private static String body(Rule rule) {
        StringBuilder out = new StringBuilder();
        out.append("when\n    decide : ").append(rule.stage().fact()).append('(');
        if (!rule.conditions().isEmpty()) {
            out.append(rule.conditions().stream()
                    .map(condition -> print(condition, false))
                    .collect(Collectors.joining(
                            ",\n        ", rule.conditions().size() == 1 ? " " : "\n        ", " ")));
        }
        out.append(")\nthen\n");
        for (Action action : rule.actions()) {
            out.append("    decide.")
                    .append(action.verb())
                    .append('(')
                    .append(operands(action.arguments()))
                    .append(");\n");
        }
        return out.append("end\n").toString();
    }

    /** A condition by itself. */
    public static String print(Condition condition) {
        return print(condition, false);
    }

    private static String print(Condition condition, boolean inner) {
        if (condition instanceof Condition.All all) {
            return joined(all.parts(), " && ", inner);
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.parts(), " || ", inner);
        }
        if (condition instanceof Condition.Not not) {
            return "!( " + print(not.part(), false) + " )";
        }
        if (condition instanceof Condition.In in) {
            return in.field() + (in.negated() ? " not in (" : " in (") + operands(in.operands()) + ")";
        }
        if (condition instanceof Condition.Contains contains) {
            String operator = contains.negated() ? " not contains " : " contains ";
            return contains.field() + operator + contains.operand().text();
        }
        Condition.Compare compare = (Condition.Compare) condition;
        return compare.field() + " " + compare.operator().sign() + " "
                + compare.operand().text();
    }

    private static String joined(List<Condition> parts, String joint, boolean inner) {
        String text = parts.stream().map(part -> print(part, true)).collect(Collectors.joining(joint));
        return inner ? "( " + text + " )" : text;
    }

    private static String operands(List<Operand> operands) {
        return operands.stream().map(Operand::text).collect(Collectors.joining(", "));
    }
}
