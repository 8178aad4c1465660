package org.complaintkit.rules.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Basis;
import org.complaintkit.rules.pack.Cell;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.Position;

/**
 * Reads a rule file in the closed subset of DRL: rules of one pattern over the fact of the stage, with consequences made
 * of verbs. Everything else is refused at its place; a rule with a fault is left out and reading goes on behind it.
 */
public final class RuleParser {
    /** Most rules of a pack. */
    public static final int MAX_RULES = 5_000;

    /** Most verbs of a rule. */
    public static final int MAX_ACTIONS = 100;

    /** Most values of a list. */
    public static final int MAX_VALUES = ConditionParser.MAX_VALUES;

    /** Most conditions of a rule. */
    public static final int MAX_TESTS = ConditionParser.MAX_TESTS;

    /** How deep brackets may be nested. */
    public static final int MAX_NESTING = ConditionParser.MAX_NESTING;

    private static final int MAX_NAME = 200;

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

    /** Conditions that stand by themselves in a cell of a table, separated by commas; empty where they have a fault. */
    public static Optional<List<Condition>> conditions(String file, Cell cell, Faults faults) {
        TokenStream tokens = new TokenStream(file, cell, faults);
        try {
            List<Condition> conditions = new ConditionParser(tokens).list();
            if (!tokens.atEnd()) {
                throw tokens.stop(FaultKind.EXPECTED.told(",", cell.text()), tokens.peek());
            }
            return Optional.of(conditions);
        } catch (TokenStream.Stop given) {
            return Optional.empty();
        }
    }

    private List<Rule> file() {
        List<Rule> rules = new ArrayList<>();
        while (!tokens.atEnd()) {
            try {
                rule().ifPresent(rules::add);
            } catch (TokenStream.Stop given) {
                tokens.skipRule();
            }
            if (rules.size() > MAX_RULES) {
                tokens.fault(FaultKind.TOO_MANY_RULES.told(MAX_RULES), tokens.peek());
                return rules;
            }
        }
        return rules;
    }

    /** Empty where the condition has a fault: what the rule proposes is read all the same, for the faults in it. */
    private Optional<Rule> rule() {
        Token start = tokens.peek();
        if (!start.is("rule")) {
            throw tokens.stop(FaultKind.NO_RULE.told(start.text()), tokens.take());
        }
        tokens.take();
        Token name = tokens.expectString();
        if (name.text().contains("*/")) {
            tokens.fault(FaultKind.RULE_NAME_COMMENT.told(), name);
        }
        if (name.text().isBlank()) {
            tokens.fault(FaultKind.RULE_NAME.told(), name);
        }
        if (name.text().length() > MAX_NAME) {
            tokens.fault(FaultKind.RULE_NAME_LENGTH.told(MAX_NAME), name);
        }
        Map<String, Token> annotations = new TreeMap<>();
        while (!tokens.peek().is("when")) {
            annotation(annotations);
        }
        tokens.take();
        String clause = clause(annotations, start);
        Basis basis = basis(annotations, start);
        Optional<List<Condition>> tests = tests();
        List<Action> actions = actions(start);
        return tests.map(conditions -> new Rule(
                name.text(),
                clause,
                basis,
                stage,
                conditions,
                actions,
                stage.file(),
                start.at().to(name.at()),
                cited(annotations, start)));
    }

    private Optional<List<Condition>> tests() {
        try {
            List<Condition> tests = pattern();
            tokens.expect("then");
            return Optional.of(tests);
        } catch (TokenStream.Stop given) {
            if (!tokens.skipTo("then")) {
                throw given;
            }
            return Optional.empty();
        }
    }

    private void annotation(Map<String, Token> annotations) {
        Token sign = tokens.take();
        Token name = tokens.peek();
        if (!sign.is("@")) {
            throw tokens.stop(Refusals.attribute(sign.text()), sign);
        }
        if (!name.is("clause") && !name.is("basis")) {
            throw tokens.stop(FaultKind.UNKNOWN_ANNOTATION.told(), name);
        }
        tokens.take();
        tokens.expect("(");
        Token value = tokens.expectString();
        tokens.expect(")");
        if (annotations.putIfAbsent(name.text(), value) != null) {
            tokens.fault(FaultKind.ANNOTATION_TWICE.told(name.text()), name);
        }
    }

    private String clause(Map<String, Token> annotations, Token start) {
        Token clause = annotations.get("clause");
        if (clause == null || clause.text().isBlank()) {
            tokens.fault(FaultKind.CLAUSE_MISSING.told(), start);
            return "";
        }
        return clause.text();
    }

    /** Behind the quote. */
    private static Position cited(Map<String, Token> annotations, Token start) {
        Token clause = annotations.get("clause");
        return clause == null
                ? start.at()
                : new Position(clause.at().line(), clause.at().column() + 1);
    }

    private Basis basis(Map<String, Token> annotations, Token start) {
        Token basis = annotations.get("basis");
        if (basis == null) {
            tokens.fault(FaultKind.BASIS_MISSING.told(), start);
            return Basis.DEFAULT;
        }
        if (!BASES.containsKey(basis.text())) {
            tokens.fault(FaultKind.BASIS_WORD.told(), basis);
        }
        return BASES.getOrDefault(basis.text(), Basis.DEFAULT);
    }

    private List<Condition> pattern() {
        Token name = tokens.take();
        if (!name.is("decide") || !tokens.peek().is(":")) {
            throw tokens.stop(Refusals.pattern(name.text(), stage.fact()), name);
        }
        tokens.take();
        Token fact = tokens.take();
        Optional<Stage> other = Arrays.stream(Stage.values())
                .filter(each -> each != stage && fact.is(each.fact()))
                .findFirst();
        if (other.isPresent()) {
            throw tokens.stop(
                    FaultKind.FACT_ELSEWHERE.told(
                            stage.fact(), fact.text(), other.get().file()),
                    fact);
        }
        if (!fact.is(stage.fact())) {
            tokens.fault(FaultKind.UNKNOWN_FACT.told(stage.fact()).near(fact.text(), List.of(stage.fact())), fact);
        }
        tokens.expect("(");
        List<Condition> tests = conditions.list();
        tokens.expect(")");
        if (!tokens.peek().is("then")) {
            throw tokens.stop(Refusals.afterPattern(tokens.peek().text(), stage.fact()), tokens.peek());
        }
        return tests;
    }

    private List<Action> actions(Token start) {
        List<Action> actions = new ArrayList<>();
        while (!tokens.accept("end")) {
            if (tokens.atEnd() || tokens.atRule()) {
                throw tokens.stop(FaultKind.END_MISSING.told(), start);
            }
            if (actions.size() == MAX_ACTIONS) {
                throw tokens.stop(FaultKind.TOO_MANY_ACTIONS.told(MAX_ACTIONS), tokens.peek());
            }
            actions.add(action());
        }
        if (actions.isEmpty()) {
            tokens.fault(FaultKind.NO_ACTION.told(verb()), start);
        }
        return actions;
    }

    private String verb() {
        return stage.answers().iterator().next().verb();
    }

    private Action action() {
        Token subject = tokens.take();
        if (!subject.is("decide") || !tokens.peek().is(".")) {
            throw tokens.stop(Refusals.consequence(subject.text(), verb()), subject);
        }
        tokens.take();
        Token verb = tokens.take();
        tokens.expect("(");
        List<Operand> arguments = tokens.peek().is(")") ? List.of() : conditions.values();
        Position close = tokens.expect(")").at();
        if (!tokens.accept(";")) {
            Position behind = new Position(close.line(), close.column() + 1);
            tokens.fault(FaultKind.SEMICOLON.told(), behind, verb.text());
            if (!tokens.peek().is("decide") && !tokens.peek().is("end")) {
                throw new TokenStream.Stop();
            }
        }
        return new Action(verb.text(), arguments, verb.at());
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
