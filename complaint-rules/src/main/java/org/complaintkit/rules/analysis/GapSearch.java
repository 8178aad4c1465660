package org.complaintkit.rules.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.analysis.Variable.Moment;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;

/** Looks for facts for which no rule answers a question that needs an answer. */
final class GapSearch {
    /** Of the other questions no answer is an answer of its own: nobody need approve, nothing need be counted. */
    private static final List<Answer> NEEDED =
            List.of(Answer.CATEGORY, Answer.COMPLEXITY, Answer.GRADE, Answer.OWNER, Answer.DEADLINE);

    private static final List<Field> MAPPED = List.of(Field.CATEGORY, Field.COMPLEXITY, Field.GRADE, Field.OWNER);

    /** So many classes of a number are looked at in one step. */
    private static final int CLASSES = 50;

    private final Model model;
    private final Diagrams diagrams;
    private final Notes notes;
    private final Needs needs;

    GapSearch(Model model, Notes notes) {
        this.model = model;
        this.diagrams = model.diagrams();
        this.notes = notes;
        this.needs = new Needs(model);
    }

    void search() {
        for (Answer question : Answer.values()) {
            search(question);
        }
    }

    /** Tells a gap by the code or the number that rules leave out, else by a complaint that shows it. */
    private void search(Answer question) {
        List<Rule> rules = needs.rules(question);
        List<Rule> proposing = needs.proposing(question);
        boolean open = model.policy().defaultFor(question.verb()).isEmpty();
        boolean told = false;
        if (open && question == Answer.OWNER && rules.isEmpty() && !categories().isEmpty()) {
            nobody();
        }
        if (open && NEEDED.contains(question) && !rules.isEmpty()) {
            told = question == Answer.CATEGORY ? intake(rules) : codes(question, rules);
        }
        Optional<Integer> where = needs.where(question);
        if (where.isPresent()) {
            told |= numbers(question, rules, false);
            if (!told) {
                anyone(question, rules, where.get());
            }
        }
        if (where.isEmpty() || proposing.size() > rules.size()) {
            numbers(question, proposing, !open || !PairSearch.SINGLE.contains(question));
        }
    }

    /** Nobody is asked to handle anything; of a pack without categories the one below it may say who does. */
    private void nobody() {
        notes.add(
                FaultKind.NO_OWNER.told(),
                "pack.json",
                Stage.RESPONSIBILITY,
                Diagrams.ALWAYS,
                seen -> seen.stage() == Stage.RESPONSIBILITY && silent(seen, Answer.OWNER, List.of()));
    }

    private Set<String> categories() {
        return model.policy().vocabulary().kind("CATEGORY").keySet();
    }

    private int answered(List<Rule> rules) {
        return diagrams.any(rules.stream().map(model::when).toList());
    }

    /** Categories of the pack that intake may name and for which no rule proposes any category. */
    private boolean intake(List<Rule> rules) {
        int answered = answered(rules);
        List<String> missed = new ArrayList<>();
        Set<String> codes = new TreeSet<>(categories());
        diagrams.work(codes.size());
        for (String code : codes) {
            if (!answers(code, answered)) {
                missed.add(code);
            }
        }
        if (missed.size() == codes.size()) {
            return false;
        }
        for (String code : missed) {
            boolean asked = model.space().has(Field.INTAKE_CATEGORIES, code, Moment.NOW);
            int where = diagrams.and(diagrams.not(answered), asked ? named(code) : Diagrams.ALWAYS);
            notes.add(
                    FaultKind.GAP_IN_CODES.told("category", Field.INTAKE_CATEGORIES.word(), code),
                    rules.get(0),
                    rules.get(0).at(),
                    code,
                    List.of(),
                    where,
                    seen -> seen.stage() == Stage.CLASSIFICATION && silent(seen, Answer.CATEGORY, rules));
        }
        return !missed.isEmpty();
    }

    private boolean answers(String code, int answered) {
        return model.space().has(Field.INTAKE_CATEGORIES, code, Moment.NOW)
                && model.implies(Stage.CLASSIFICATION, named(code), answered);
    }

    private int named(String code) {
        int number = model.space().number(Field.INTAKE_CATEGORIES, code, Moment.NOW);
        return diagrams.where(number, new boolean[] {false, true});
    }

    /** Whether none of the rules answered. */
    private static boolean silent(Witnesses.Asked asked, Answer question, List<Rule> rules) {
        return question == Answer.DEADLINE
                ? rules.stream().noneMatch(rule -> asked.fired(rule.name()))
                : asked.proposals().stream().noneMatch(each -> each.answer() == question);
    }

    /** Where rules go through the codes of an earlier answer and leave one out. */
    private boolean codes(Answer question, List<Rule> rules) {
        Stage stage = rules.get(0).stage();
        int open = diagrams.not(answered(rules));
        boolean told = false;
        for (Field field : MAPPED) {
            Set<String> codes = partition(field, rules);
            diagrams.work(codes.size());
            List<String> full = new ArrayList<>();
            List<String> missed = new ArrayList<>();
            for (String code : codes) {
                int is = model.meaning(stage).is(field, code);
                if (model.possible(stage, is)) {
                    (model.possible(stage, diagrams.and(is, open)) ? missed : full).add(code);
                }
            }
            if (full.isEmpty()) {
                continue;
            }
            for (String code : missed) {
                told = true;
                notes.add(
                        FaultKind.GAP_IN_CODES.told(question.verb(), field.word(), code),
                        rules.get(0),
                        rules.get(0).at(),
                        code,
                        List.of(),
                        diagrams.and(open, model.meaning(stage).is(field, code)),
                        seen -> seen.stage() == stage && silent(seen, question, rules));
            }
        }
        return told;
    }

    /** The codes that a field can have where rules ask for it; empty where they do not. */
    private Set<String> partition(Field field, List<Rule> rules) {
        boolean asked = rules.stream()
                .flatMap(Rule::tests)
                .anyMatch(test -> test.field().equals(field.word()));
        if (!asked) {
            return Set.of();
        }
        if (Domains.ANSWERS.contains(field)) {
            return model.chain().codes(Meaning.question(field));
        }
        Set<String> codes = new TreeSet<>();
        int number = model.space().number(field, "", Moment.NOW);
        model.space().variables().get(number).values().forEach(value -> codes.add(value.toString()));
        codes.remove("");
        return codes;
    }

    /** Complaints that need an answer and get none. */
    private void anyone(Answer question, List<Rule> rules, int where) {
        Stage stage = rules.get(0).stage();
        int open = diagrams.and(where, diagrams.not(answered(rules)));
        if (model.possible(stage, open)) {
            notes.add(
                    (question == Answer.DEADLINE ? FaultKind.GAP_IN_DEADLINES : FaultKind.GAP_IN_ANSWERS)
                            .told(question.verb()),
                    rules.get(0),
                    rules.get(0).at(),
                    rules.get(0).name(),
                    List.of(),
                    open,
                    seen -> seen.stage() == stage && silent(seen, question, rules));
        }
    }

    /** Two rules that share a scale and leave a piece between them. */
    private boolean numbers(Answer question, List<Rule> rules, boolean otherwise) {
        int answered = answered(rules);
        boolean told = false;
        for (Field field : Field.values()) {
            boolean number = field.type() == Field.Type.AMOUNT || field.type() == Field.Type.COUNT;
            List<Rule> scaled =
                    rules.stream().filter(rule -> number && asks(rule, field)).toList();
            if (scaled.size() > 1) {
                int variable = model.space().number(field, "", Moment.NOW);
                long classes = model.space().variables().get(variable).values().size();
                diagrams.work(scaled.size() * (scaled.size() + classes + scaled.size() * classes / CLASSES));
                int[] all = slices(answered, variable);
                List<int[]> each = scaled.stream()
                        .map(rule -> slices(model.when(rule), variable))
                        .toList();
                for (int i = 0; i < scaled.size(); i++) {
                    for (int j = 0; j < scaled.size(); j++) {
                        if (i != j) {
                            told |= between(
                                    question,
                                    scaled.get(i),
                                    scaled.get(j),
                                    field,
                                    all,
                                    each.get(i),
                                    each.get(j),
                                    otherwise);
                        }
                    }
                }
            }
        }
        return told;
    }

    /** A function for each class of one variable. */
    private int[] slices(int f, int variable) {
        int[] slices = new int[model.space().variables().get(variable).values().size()];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = diagrams.with(f, variable, i);
        }
        return slices;
    }

    private static boolean asks(Rule rule, Field field) {
        return rule.tests().anyMatch(test -> test.field().equals(field.word()));
    }

    /**
     * Tells the first piece that lies between two rules.
     *
     * @param otherwise whether what rules leave open has an answer all the same: then only a single number is told, since
     *     nobody means to leave out just that
     */
    private boolean between(
            Answer question,
            Rule lower,
            Rule upper,
            Field field,
            int[] all,
            int[] below,
            int[] above,
            boolean otherwise) {
        for (int from = 0; from + 2 < all.length; from++) {
            boolean ends = below[from] != below[from + 1];
            int last = otherwise ? from + 2 : all.length - 1;
            int open = ends && (!otherwise || point(field, from + 1)) ? Diagrams.ALWAYS : Diagrams.NEVER;
            for (int to = from + 2; to <= last && open != Diagrams.NEVER; to++) {
                open = diagrams.and(open, diagrams.not(all[to - 1]));
                int rest = above[to] == above[to - 1]
                        ? Diagrams.NEVER
                        : diagrams.and(diagrams.and(open, below[from]), above[to], diagrams.not(below[to]));
                if (model.possible(lower.stage(), rest)) {
                    tell(question, lower, upper, field, from + 1, rest);
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a class is a single number: a bound itself, or the one whole number between two. */
    private boolean point(Field field, int place) {
        int variable = model.space().number(field, "", Moment.NOW);
        List<Object> values = model.space().variables().get(variable).values();
        BigDecimal here = (BigDecimal) values.get(place);
        if (bounds(field).stream().anyMatch(bound -> bound.compareTo(here) == 0)) {
            return true;
        }
        BigDecimal before = (BigDecimal) values.get(place - 1);
        BigDecimal after = (BigDecimal) values.get(place + 1);
        return field.type() == Field.Type.COUNT
                && after.subtract(before).compareTo(BigDecimal.valueOf(2)) == 0
                && bounds(field).stream().anyMatch(bound -> bound.compareTo(before) == 0)
                && bounds(field).stream().anyMatch(bound -> bound.compareTo(after) == 0);
    }

    /** The numbers with which rules compare a field. */
    private List<BigDecimal> bounds(Field field) {
        return model.rules().stream()
                .flatMap(Rule::tests)
                .filter(test -> test.field().equals(field.word()))
                .flatMap(test -> test.operands().stream())
                .map(operand -> operand instanceof Operand.Parameter parameter
                        ? model.policy().parameters().number(parameter.id())
                        : ((Operand.Amount) operand).value())
                .toList();
    }

    private void tell(Answer question, Rule lower, Rule upper, Field field, int place, int rest) {
        int variable = model.space().number(field, "", Moment.NOW);
        boolean[] here =
                new boolean[model.space().variables().get(variable).values().size()];
        here[place] = true;
        int where = diagrams.and(rest, diagrams.where(variable, here));
        Stage stage = lower.stage();
        Optional<Object> value =
                Optional.of(model.space().variables().get(variable).values().get(place));
        notes.add(
                FaultKind.GAP_IN_NUMBERS.told(
                        question.verb(),
                        field.word(),
                        ((BigDecimal) value.get()).toPlainString(),
                        upper.name(),
                        Notes.place(upper)),
                lower,
                lower.at(),
                lower.name(),
                List.of(upper),
                where,
                seen -> seen.stage() == stage && !seen.fired(lower.name()) && !seen.fired(upper.name()));
    }
}
