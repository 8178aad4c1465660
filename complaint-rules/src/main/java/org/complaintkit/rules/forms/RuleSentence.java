package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.syntax.Action;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RuleParser;
import org.complaintkit.rules.wording.Words;
import org.jspecify.annotations.Nullable;

/** One sentence: conditions, answers, and where the rule comes from. Used once. */
final class RuleSentence {

    private final Stage stage;
    private final String file;
    private final Scan scan;
    private final Phrases phrases;
    private final ValueReader values;
    private final EventReader events;
    private final TestReader tests;
    private final CitationReader citations;
    /** Where a comma stands before "or": beside further conditions it could reach over them too. */
    private final Set<Integer> loose = new TreeSet<>();

    RuleSentence(Stage stage, String file, Scan scan, Phrases phrases, CodeNames names, Policy policy) {
        this.stage = stage;
        this.file = file;
        this.scan = scan;
        this.phrases = phrases;
        this.values = new ValueReader(scan, phrases, names, policy);
        this.events = new EventReader(scan, phrases, names, values);
        this.tests = new TestReader(scan, phrases, values, events);
        this.citations = new CitationReader(scan, phrases);
    }

    /** What a rule says, before its citation. */
    private record Said(List<Condition> conditions, List<Action> actions) {}

    @Nullable
    Parsed<Rule> rule(int from) {
        for (Phrases.Template template : phrases.ways("rule")) {
            int start = scan.match(from, template.first());
            Parsed<List<Condition>> conditions = start == Scan.NOT_HERE ? null : conditions(start);
            int then = conditions == null
                    ? Scan.NOT_HERE
                    : scan.match(conditions.end(), template.fixed().get(1));
            if (conditions != null && then != Scan.NOT_HERE) {
                Parsed<Rule> rule = answered(from, conditions, then, template.last());
                if (rule != null) {
                    return rule;
                }
            }
        }
        for (Phrases.Template template : phrases.ways("rule.always")) {
            int start = scan.match(from, template.first());
            Parsed<Rule> rule =
                    start == Scan.NOT_HERE ? null : answered(from, Parsed.of(List.of(), start), start, template.last());
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    /** Whether the sentence puts the answer before the condition. */
    boolean beginsWithAnswer(int from) {
        Parsed<List<Action>> actions = scan.quietly(() -> actions(from));
        return actions != null && scan.farthest() <= actions.end();
    }

    private @Nullable Parsed<Rule> answered(int from, Parsed<List<Condition>> conditions, int then, String last) {
        Parsed<List<Action>> actions = actions(then);
        if (actions == null) {
            return null;
        }
        Said said = new Said(conditions.value(), actions.value());
        List<Parsed.Slip> slips = new ArrayList<>(conditions.slips());
        slips.addAll(actions.slips());
        RuleBounds.check(said.conditions(), said.actions())
                .ifPresent(told -> slips.add(new Parsed.Slip(told, from, "")));
        int end = scan.match(actions.end(), last);
        if (end != Scan.NOT_HERE && citations.closed(end)) {
            slips.add(new Parsed.Slip(
                    FaultKind.SENTENCE_CLAUSE.told(phrases.words().text("cite.example")), end - 1, ""));
            return new Parsed<>(rule(said, new CitationReader.Cited("", Basis.DEFAULT, "", from), from), end, slips);
        }
        Parsed<CitationReader.Cited> cited = citations.cited(actions.end(), last);
        return cited == null ? null : cited.as(each -> rule(said, each, from)).with(slips);
    }

    private Rule rule(Said said, CitationReader.Cited cited, int from) {
        return new Rule(
                cited.name(),
                cited.clause(),
                cited.basis(),
                stage,
                said.conditions(),
                said.actions(),
                file,
                at(from),
                scan.place(cited.at()));
    }

    private Position place(int from, int end) {
        return scan.place(scan.skipBlanks(from), end);
    }

    private Position at(int from) {
        return scan.place(scan.skipBlanks(from));
    }

    private @Nullable Parsed<List<Condition>> conditions(int from) {
        loose.clear();
        List<Condition> all = new ArrayList<>();
        List<Parsed.Slip> slips = new ArrayList<>();
        Parsed<Condition> next = chain(from, 0);
        int end = Scan.NOT_HERE;
        while (next != null) {
            all.add(next.value());
            slips.addAll(next.slips());
            end = next.end();
            next = null;
            for (String joint : phrases.joints("conditions")) {
                int start = next == null ? scan.match(end, joint) : Scan.NOT_HERE;
                next = start == Scan.NOT_HERE ? next : chain(start, 0);
            }
        }
        if (end == Scan.NOT_HERE) {
            return null;
        }
        if (all.size() > 1 && !loose.isEmpty()) {
            slips.add(new Parsed.Slip(
                    FaultKind.SENTENCE_MIXED.told(), loose.iterator().next(), ""));
        }
        return new Parsed<>(all, end, slips);
    }

    /** Parts joined by "and", or by "or"; by both only where brackets say how. */
    private @Nullable Parsed<Condition> chain(int from, int depth) {
        Parsed<Condition> next = part(from, depth);
        if (next == null) {
            return null;
        }
        List<Condition> parts = new ArrayList<>();
        List<Parsed.Slip> slips = new ArrayList<>();
        String joined = "";
        int end = next.end();
        while (next != null) {
            parts.add(next.value());
            slips.addAll(next.slips());
            end = next.end();
            next = null;
            for (String key : List.of("and", "or")) {
                for (String joint : phrases.joints(key)) {
                    int start = next == null ? scan.match(end, joint) : Scan.NOT_HERE;
                    next = start == Scan.NOT_HERE ? next : part(start, depth);
                    if (start != Scan.NOT_HERE && next != null) {
                        if (!joined.isEmpty() && !joined.equals(key)) {
                            slips.add(new Parsed.Slip(
                                    FaultKind.SENTENCE_MIXED.told(), scan.skipBlanks(end), joint.strip()));
                        }
                        joined = key;
                        if (Fold.fold(joint.charAt(0)) == ',' && depth == 0) {
                            loose.add(scan.skipBlanks(end));
                        }
                    }
                }
            }
        }
        Position at = at(from);
        Condition chain = parts.size() == 1
                ? parts.get(0)
                : joined.equals("or") ? new Condition.Any(parts, at) : new Condition.All(parts, at);
        return new Parsed<>(chain, end, slips);
    }

    private @Nullable Parsed<Condition> part(int from, int depth) {
        if (depth > RuleParser.MAX_NESTING) {
            return null;
        }
        Parsed<Condition> group = group(from, depth);
        if (group != null) {
            return group;
        }
        Parsed<Condition> best = tests.test(from);
        for (Phrases.Template template : phrases.ways("not")) {
            int start = scan.match(from, template.first());
            if (start != Scan.NOT_HERE) {
                Parsed<Condition> inner = group(start, depth);
                Parsed<Condition> not =
                        inner == null ? tests.flag(start, true) : inner.as(each -> new Condition.Not(each, at(from)));
                int end = not == null ? Scan.NOT_HERE : scan.match(not.end(), template.last());
                best = Parsed.longer(best, not == null || end == Scan.NOT_HERE ? null : not.upTo(end));
            }
        }
        return best;
    }

    private @Nullable Parsed<Condition> group(int from, int depth) {
        int start = scan.match(from, "(");
        Parsed<Condition> chain = start == Scan.NOT_HERE ? null : chain(start, depth + 1);
        int end = chain == null ? Scan.NOT_HERE : scan.match(chain.end(), ")");
        return chain == null || end == Scan.NOT_HERE ? null : chain.upTo(end);
    }

    private @Nullable Parsed<List<Action>> actions(int from) {
        List<Action> all = new ArrayList<>();
        List<Parsed.Slip> slips = new ArrayList<>();
        int end = Scan.NOT_HERE;
        Parsed<Action> next = action(from);
        while (next != null) {
            all.add(next.value());
            slips.addAll(next.slips());
            end = next.end();
            next = null;
            for (String joint : phrases.joints("actions")) {
                int start = next == null ? scan.match(end, joint) : Scan.NOT_HERE;
                next = start == Scan.NOT_HERE ? next : action(start);
            }
        }
        return end == Scan.NOT_HERE ? null : new Parsed<>(all, end, slips);
    }

    /** An answer of the stage, else one of another stage: that it stands in the wrong file is told by its name. */
    private @Nullable Parsed<Action> action(int from) {
        Set<Answer> own = stage.answers();
        Parsed<Action> best = null;
        List<Parsed<Action>> all = new ArrayList<>();
        for (Answer answer : own) {
            Parsed<Action> one = action(answer, from);
            if (one != null) {
                all.add(one);
                best = Parsed.longer(best, one);
            }
        }
        best = best == null ? null : alone(best, all, from);
        if (best == null) {
            for (Answer answer : Answer.values()) {
                if (!own.contains(answer)) {
                    best = Parsed.longer(best, scan.quietly(() -> action(answer, from)));
                }
            }
        }
        return best;
    }

    /** Where the same words answer two questions, neither is meant for sure. */
    private Parsed<Action> alone(Parsed<Action> best, List<Parsed<Action>> all, int from) {
        List<String> equal = all.stream()
                .filter(each -> each.end() == best.end()
                        && each.slips().size() == best.slips().size())
                .map(each -> each.value().verb())
                .toList();
        if (equal.size() == 1 || !best.slips().isEmpty()) {
            return best;
        }
        Words words = phrases.words();
        String several = String.join(
                ", ", equal.stream().map(verb -> words.text("question." + verb)).toList());
        String said = words.text("verb." + equal.get(0), "…");
        int at = scan.skipBlanks(from);
        return best.with(List.of(new Parsed.Slip(
                FaultKind.ANSWER_AMBIGUOUS.told(several, said), at, scan.text().substring(at, best.end()))));
    }

    private @Nullable Parsed<Action> action(Answer answer, int from) {
        Parsed<Action> best = null;
        for (Phrases.Template template : phrases.ways("verb." + answer.verb())) {
            int start = scan.match(from, template.first());
            Parsed<List<Operand>> arguments = start == Scan.NOT_HERE ? null : arguments(answer, template, start);
            int end = arguments == null ? Scan.NOT_HERE : scan.match(arguments.end(), template.last());
            if (arguments != null && end != Scan.NOT_HERE) {
                best = Parsed.longer(
                        best,
                        arguments
                                .as(all -> new Action(answer.verb(), all, at(from)))
                                .upTo(end));
            }
        }
        return best;
    }

    private @Nullable Parsed<List<Operand>> arguments(Answer answer, Phrases.Template template, int from) {
        if (answer != Answer.ENDS) {
            Parsed<Operand> argument =
                    Parsed.longer(values.code(answer.kind(), from), values.parameter(answer.kind(), from));
            return argument == null ? null : argument.as(List::of);
        }
        Parsed<String> milestone = events.event(from);
        int between = milestone == null
                ? Scan.NOT_HERE
                : scan.match(milestone.end(), template.fixed().get(1));
        Parsed<String> event = between == Scan.NOT_HERE ? null : events.event(between);
        return milestone == null || event == null
                ? null
                : event.<List<Operand>>as(each -> List.of(
                                new Operand.Text(milestone.value(), place(from, milestone.end())),
                                new Operand.Text(each, place(between, event.end()))))
                        .with(milestone.slips());
    }
}
