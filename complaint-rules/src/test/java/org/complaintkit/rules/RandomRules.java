package org.complaintkit.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Roles;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Operator;
import org.complaintkit.rules.syntax.Rule;

/** Draws rules that the checks accept, from a seed; few codes, so that situations and rules meet. */
public final class RandomRules {
    private static final Position AT = new Position(1, 1);
    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "3", "5", "10", "99.5", "0.1", "50000", "2147483647");

    private final Random random;
    private final Policy policy;

    public RandomRules(long seed, Policy policy) {
        this.random = new Random(seed);
        this.policy = policy;
    }

    public List<Rule> rules(int count) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add(rule("rule " + (count - i) + (random.nextInt(5) == 0 ? " “重大”" : "")));
        }
        return rules;
    }

    public Rule rule(String name) {
        Stage stage = one(List.of(Stage.values()));
        List<Condition> conditions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            conditions.add(condition(stage, 3));
        }
        List<Action> actions = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            actions.add(action(stage));
        }
        return new Rule(
                name,
                "TST-0" + (1 + random.nextInt(3)),
                one(List.of(Basis.TEXT, Basis.READING, Basis.DEFAULT)),
                stage,
                conditions,
                actions,
                stage.file(),
                AT);
    }

    private Condition condition(Stage stage, int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(8)) {
            case 0 -> new Condition.All(parts(stage, depth), AT);
            case 1 -> new Condition.Any(parts(stage, depth), AT);
            case 2 -> new Condition.Not(condition(stage, depth - 1), AT);
            default -> test(stage);
        };
    }

    private List<Condition> parts(Stage stage, int depth) {
        return Stream.generate(() -> condition(stage, depth - 1))
                .limit(2 + random.nextInt(2))
                .toList();
    }

    private Condition test(Stage stage) {
        Field field = Field.of(one(Field.wordsAt(stage))).orElseThrow();
        String word = field.word();
        return switch (field.type()) {
            case CODES, EVENTS -> new Condition.Contains(word, random.nextBoolean(), new Operand.Text(code(field)), AT);
            case FLAG -> new Condition.Compare(word, equality(), new Operand.Flag(random.nextBoolean()), AT);
            case CODE ->
                random.nextBoolean()
                        ? new Condition.Compare(word, equality(), new Operand.Text(code(field)), AT)
                        : new Condition.In(
                                word,
                                random.nextBoolean(),
                                List.of(new Operand.Text(code(field)), new Operand.Text(code(field))),
                                AT);
            case AMOUNT, COUNT ->
                random.nextInt(4) == 0
                        ? new Condition.In(word, random.nextBoolean(), List.of(number(field), number(field)), AT)
                        : new Condition.Compare(word, one(List.of(Operator.values())), number(field), AT);
        };
    }

    private Operator equality() {
        return random.nextBoolean() ? Operator.EQUAL : Operator.NOT_EQUAL;
    }

    private Operand number(Field field) {
        if (random.nextInt(4) == 0) {
            return new Operand.Parameter(one(List.of("tst.loss", "tst.people", "tst.cap", "tst.from")));
        }
        BigDecimal number = new BigDecimal(one(NUMBERS));
        return new Operand.Amount(field.type() == Field.Type.COUNT ? new BigDecimal(number.toBigInteger()) : number);
    }

    /** One of the first few codes that the field can hold. */
    String code(Field field) {
        if (field == Field.OCCURRED) {
            return one(List.of("COMPLAINT_REGISTERED", "CONTACTED[by!=LEGAL]", "ENTERED[state=CLOSED]"));
        }
        if (field.kind().isEmpty()) {
            return one(List.of("reason", "to=LEGAL", "formIssued"));
        }
        List<String> known = field.kind().equals("DEADLINE")
                ? List.copyOf(policy.deadlines().keySet())
                : policy.vocabulary().kind(field.kind()).keySet().stream()
                        .limit(3)
                        .toList();
        boolean none = known.isEmpty() || (field.type() == Field.Type.CODE && random.nextInt(4) == 0);
        return none ? "" : one(known);
    }

    private Action action(Stage stage) {
        Answer answer = one(List.copyOf(stage.answers()));
        if (answer == Answer.ENDS) {
            return action(answer, new Operand.Text("REPLY"), new Operand.Text("CONTACTED[by!=PARTY]"));
        }
        if (answer.kind().equals("ROLE") && random.nextInt(3) == 0) {
            return action(answer, new Operand.Parameter("tst.department"));
        }
        List<String> known = switch (answer) {
            case DEADLINE -> List.copyOf(policy.deadlines().keySet());
            case ESCALATE -> List.copyOf(policy.escalations().keySet());
            case DUTY -> List.copyOf(policy.duties().keySet());
            case AMOUNT -> List.copyOf(policy.accounts().amounts().keySet());
            case SETTLED_ON -> List.copyOf(policy.forms().keySet());
            case OWNER, ASSIST, SUPERVISOR, APPROVER ->
                policy.vocabulary().kind(answer.kind()).keySet().stream()
                        .filter(Roles::mayHandle)
                        .toList();
            default -> List.copyOf(policy.vocabulary().kind(answer.kind()).keySet());
        };
        return action(answer, new Operand.Text(one(known)));
    }

    private static Action action(Answer answer, Operand... arguments) {
        return new Action(answer.verb(), List.of(arguments), AT);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
