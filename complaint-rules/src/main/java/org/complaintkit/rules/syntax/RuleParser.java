package org.complaintkit.rules.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Basis;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.Position;

/**
 * Reads a rule file in the closed subset of DRL: rules of one pattern over the fact of the stage, with consequences made
 * of verbs. Everything else is refused at its place; a rule with a fault is left out and reading goes on behind it.
 */
public final class RuleParser {
    /** Most rules of a pack. */
    public static final int MAX_RULES = 5_000;

    private static final Map<String, Basis> BASES =
            Map.of("TEXT", Basis.TEXT, "READING", Basis.READING, "DEFAULT", Basis.DEFAULT);

    private final Stage stage;
    private final TokenStream tokens;
    private final ConditionParser conditions;

    private RuleParser(Stage stage, String text, Faults faults) {
        this.stage = stage;
        this.tokens = new TokenStream(stage.file(), text, faults);
        this.conditions = new ConditionParser(tokens);
    }

    /** The rules of the file, in the order written; those with a fault of syntax are left out. */
    public static List<Rule> parse(Stage stage, String text, Faults faults) {
        return new RuleParser(stage, text, faults).file();
    }

    private List<Rule> file() {
        List<Rule> rules = new ArrayList<>();
        while (!tokens.atEnd()) {
            try {
                rules.add(rule());
            } catch (TokenStream.Stop given) {
                tokens.skipRule();
            }
            if (rules.size() > MAX_RULES) {
                tokens.fault("TOO_MANY_RULES", tokens.peek(), "at most " + MAX_RULES + " rules", "split the pack");
                return rules;
            }
        }
        return rules;
    }

    private Rule rule() {
        Token start = tokens.peek();
        if (!start.is("rule")) {
            throw tokens.stop("NO_RULE", tokens.take(), Refusals.outsideRule(start.text()), "write rule \"name\"");
        }
        tokens.take();
        Token name = tokens.expectString("as the name of the rule");
        if (name.text().contains("*/")) {
            tokens.fault("RULE_NAME", name, "a name does not contain */", "leave it out");
        }
        if (name.text().isBlank()) {
            tokens.fault("RULE_NAME", name, "the rule has no name", "give it one that says what it is about");
        }
        Map<String, Token> annotations = new java.util.TreeMap<>();
        while (!tokens.peek().is("when")) {
            annotation(annotations);
        }
        tokens.take();
        List<Condition> tests = pattern();
        tokens.expect("then", "after the pattern");
        List<Action> actions = actions(start);
        return new Rule(
                name.text(), clause(annotations, start), basis(annotations, start), stage, tests, actions, start.at());
    }

    private void annotation(Map<String, Token> annotations) {
        Token sign = tokens.take();
        Token name = tokens.peek();
        if (!sign.is("@")) {
            throw tokens.stop(
                    "NOT_ALLOWED", sign, Refusals.attribute(sign.text()), "a rule has @clause, @basis and when");
        }
        if (!name.is("clause") && !name.is("basis")) {
            throw tokens.stop("NOT_ALLOWED", name, "only @clause and @basis are known", "delete this line");
        }
        tokens.take();
        tokens.expect("(", "after @" + name.text());
        Token value = tokens.expectString("in @" + name.text());
        tokens.expect(")", "after the text");
        if (annotations.putIfAbsent(name.text(), value) != null) {
            String way = "name several clauses in one text: @clause(\"A;B\")";
            tokens.fault("ANNOTATION_TWICE", name, "@" + name.text() + " comes twice", way);
        }
    }

    private String clause(Map<String, Token> annotations, Token start) {
        Token clause = annotations.get("clause");
        if (clause == null || clause.text().isBlank()) {
            tokens.fault("CLAUSE_MISSING", start, "the rule cites no clause", "add @clause(\"...\") under its name");
            return "";
        }
        return clause.text();
    }

    private Basis basis(Map<String, Token> annotations, Token start) {
        Token basis = annotations.get("basis");
        if (basis == null) {
            String way = "add @basis(\"TEXT\"), @basis(\"READING\") or @basis(\"DEFAULT\")";
            tokens.fault("BASIS_MISSING", start, "the rule does not say where it comes from", way);
            return Basis.DEFAULT;
        }
        if (!BASES.containsKey(basis.text())) {
            String way = "TEXT: the policy says so; READING: we read it so; DEFAULT: our own value";
            tokens.fault("UNKNOWN_WORD", basis, "a basis is TEXT, READING or DEFAULT", way);
        }
        return BASES.getOrDefault(basis.text(), Basis.DEFAULT);
    }

    private List<Condition> pattern() {
        Token name = tokens.take();
        if (!name.is("decide") || !tokens.peek().is(":")) {
            throw tokens.stop(
                    "PATTERN", name, Refusals.pattern(name.text()), "write decide : " + stage.fact() + "( ... )");
        }
        tokens.take();
        Token fact = tokens.take();
        if (!fact.is(stage.fact())) {
            tokens.fault("UNKNOWN_FACT", fact, "rules of this file ask about " + stage.fact(), "write " + stage.fact());
        }
        tokens.expect("(", "after " + stage.fact());
        List<Condition> tests = conditions.list();
        tokens.expect(")", "at the end of the conditions");
        if (!tokens.peek().is("then")) {
            throw tokens.stop(
                    "PATTERN",
                    tokens.peek(),
                    Refusals.afterPattern(tokens.peek().text()),
                    "write then");
        }
        return tests;
    }

    private List<Action> actions(Token start) {
        List<Action> actions = new ArrayList<>();
        while (!tokens.accept("end")) {
            if (tokens.atEnd() || tokens.atRule()) {
                throw tokens.stop("END_MISSING", start, "the rule is not closed by end", "add end after its last line");
            }
            actions.add(action());
        }
        if (actions.isEmpty()) {
            tokens.fault(
                    "NO_ACTION", start, "the rule proposes nothing", "add a line such as decide." + verb() + "(...);");
        }
        return actions;
    }

    private String verb() {
        return stage.answers().iterator().next().verb();
    }

    private Action action() {
        Token subject = tokens.take();
        if (!subject.is("decide") || !tokens.peek().is(".")) {
            String way = "write decide." + verb() + "(\"...\");";
            throw tokens.stop("CONSEQUENCE", subject, Refusals.consequence(subject.text()), way);
        }
        tokens.take();
        Token verb = tokens.take();
        tokens.expect("(", "after decide." + verb.text());
        List<Operand> arguments = new ArrayList<>();
        if (!tokens.peek().is(")")) {
            do {
                arguments.add(conditions.operand());
            } while (tokens.accept(","));
        }
        Position close = tokens.expect(")", "after the arguments").at();
        if (!tokens.accept(";")) {
            Position behind = new Position(close.line(), close.column() + 1);
            tokens.fault(
                    "EXPECTED", behind, verb.text(), "a ; is missing after the verb", "add ; at the end of the line");
            if (!tokens.peek().is("decide") && !tokens.peek().is("end")) {
                throw new TokenStream.Stop();
            }
        }
        return new Action(verb.text(), arguments, subject.at());
    }

    /** The line that makes a file of the subset a file of plain Drools, ending without a line break. */
    public static String prefix(Stage stage, String packageName) {
        return String.format(
                Locale.ROOT,
                "package %s; import org.complaintkit.rules.stage.%s;"
                        + " import static org.complaintkit.rules.stage.ParameterName.param; ",
                packageName,
                stage.fact());
    }
}
