package org.complaintkit.rules.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.cases.PackCase;
import org.complaintkit.rules.cases.TableState;
import org.complaintkit.rules.cases.TableState.State;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RulePrinter;
import org.complaintkit.rules.words.BundleTexts;

/**
 * The worked cases that a pack lacks: for each rule that no case makes apply, and for each test of a rule on which no case
 * depends, and for each thing that can become of a row of the tables of time and that no case shows, a line that would. Each
 * was decided once; what it came to stands under {@code unreviewed}, for a person to
 * judge and to make the {@code expect} of the case. Where a worked case with one or two things otherwise will do, the line is
 * that case, and its title says which and what. Immutable.
 */
public final class MissingCases {
    /** Key of what the line came to: nobody has looked at it yet. */
    public static final String UNREVIEWED = PackCase.UNREVIEWED;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOLD = List.of(
            "category",
            "categories",
            "class",
            "grade",
            "labels",
            "owner",
            "assists",
            "approver",
            "state",
            "deadlines",
            "escalations",
            "duties",
            "prohibitions",
            "findings",
            "amounts",
            "form");

    /** What shows most besides comes first. */
    private static final List<State> FIRST = List.of(
            State.MISSED,
            State.MET,
            State.CANCELLED,
            State.STOPPED,
            State.WARNED,
            State.ESCALATED,
            State.STARTED,
            State.EXTENDED);

    private final List<String> lines;
    private final List<String> unreached;

    private MissingCases(List<String> lines, List<String> unreached) {
        this.lines = List.copyOf(lines);
        this.unreached = List.copyOf(unreached);
    }

    /**
     * Writes what the cases lack.
     *
     * @param cases those that the pack has; those that cannot be decided count for nothing
     * @param others gives the packs that cases name beside this one
     * @throws InvalidInputException ANALYSIS_CUT if the rules are too entangled to be analysed
     */
    public static MissingCases of(
            Policy policy, List<Rule> rules, List<PackCase> cases, Function<String, RuleBook> others) {
        return of(policy, rules, cases, others, Locale.ENGLISH, Steps.UNTOLD);
    }

    /**
     * The same in a language.
     *
     * @param locale of the titles, and of what is said where no line was found
     * @param steps is told how far it has got
     * @throws InvalidInputException ANALYSIS_CUT if the rules are too entangled to be analysed
     */
    public static MissingCases of(
            Policy policy,
            List<Rule> rules,
            List<PackCase> cases,
            Function<String, RuleBook> others,
            Locale locale,
            Steps steps) {
        try {
            BundleTexts words = BundleTexts.of(MissingCases.class, "missing", locale);
            return new Search(policy, rules, others, words, steps).missing(cases);
        } catch (Diagrams.TooLarge e) {
            throw InvalidInputException.of("ANALYSIS_CUT", "rules of " + policy.id())
                    .value(policy.pack().label())
                    .rule("rules that can be analysed to the end")
                    .wayOut("split rules of many alternatives into several")
                    .build();
        }
    }

    /**
     * Lines in the format of {@code replay}, in the order of the rules, then of the tables; each with a title that tells
     * what it tries. Titles name what is otherwise by the keys of the line: {@code receivedAt}.
     */
    public List<String> lines() {
        return lines;
    }

    /** What could be tried and for which no line was found, each said so, and why as far as one can tell. */
    public List<String> unreached() {
        return unreached;
    }

    /** One search; used once. */
    private static final class Search {
        private final Model model;
        private final RuleBook book;
        private final Witnesses witnesses;
        private final Neighbours neighbours;
        private final Set<String> tried = new HashSet<>();
        private final Set<TableState> shown = new HashSet<>();
        private final List<String> lines = new ArrayList<>();
        private final List<String> unreached = new ArrayList<>();
        private final BundleTexts words;
        private final Steps steps;

        Search(Policy policy, List<Rule> rules, Function<String, RuleBook> others, BundleTexts words, Steps steps) {
            this.words = words;
            this.steps = steps;
            this.model = new Model(policy, rules);
            this.book = TreeRuleBook.of(policy, rules);
            this.witnesses = new Witnesses(model.diagrams(), model.space(), book, others);
            this.neighbours = new Neighbours(policy);
        }

        MissingCases missing(List<PackCase> cases) {
            cases.forEach(each -> witnesses.run(each).ifPresent(ran -> {
                note(ran);
                ran.value().ifPresent(value -> neighbours.add(each, TableState.shown(model.policy(), value)));
            }));
            List<TableState> states = TableState.of(model.policy(), model.rules());
            int all = model.rules().size() + states.size();
            int done = 0;
            for (Rule rule : model.rules()) {
                steps.done(done++, all);
                if (!tried.contains(rule.name())) {
                    add(rule, model.when(rule), rule.name(), asked -> asked.fired(rule.name()));
                }
                List<Condition.Test> tests = rule.tests().toList();
                for (int i = 0; i < tests.size(); i++) {
                    Condition.Test test = tests.get(i);
                    if (!tried.contains(key(rule, i))) {
                        int place = i;
                        add(
                                rule,
                                nearly(rule, test),
                                words.text("title.allBut", rule.name(), RulePrinter.print(test)),
                                asked -> asked.stage() == rule.stage()
                                        && Decisive.of(rule, asked, book).contains(place));
                    }
                }
            }
            TableSearch tables = new TableSearch(model, witnesses, neighbours);
            List<TableState> inOrder = states.stream()
                    .sorted(Comparator.comparing(TableState::table)
                            .thenComparing(TableState::row)
                            .thenComparing(each -> FIRST.indexOf(each.state())))
                    .toList();
            for (TableState each : inOrder) {
                steps.done(done++, all);
                if (!shown.contains(each)) {
                    add(tables, each);
                }
            }
            steps.done(all, all);
            return new MissingCases(lines, unreached);
        }

        /** A line for a state of a row, unless an earlier one has come to show it too. */
        private void add(TableSearch tables, TableState wanted) {
            String title =
                    words.text("title.state", wanted.table(), wanted.row(), words.text("state." + wanted.state()));
            Optional<LineDraft> line = tables.line(nextId(), wanted);
            if (line.isEmpty()) {
                unreached.add(words.text("unreached.row", title, tables.why(wanted, words)));
                return;
            }
            keep(line.get(), title);
        }

        private String nextId() {
            return model.policy().id() + "-M" + (lines.size() + 1);
        }

        private void keep(LineDraft draft, String title) {
            String line = draft.toString();
            witnesses.run(PackCase.read("m.jsonl", line).get(0)).ifPresent(this::note);
            lines.add(reviewed(line, title + draft.told(words)));
        }

        private static String key(Rule rule, int test) {
            return rule.name() + "\n" + test;
        }

        /** Notes which rules applied, and which tests kept a rule from applying by themselves. */
        private void note(Witnesses.Ran ran) {
            ran.value().ifPresent(value -> shown.addAll(TableState.shown(model.policy(), value)));
            for (Witnesses.Asked each : ran.asked()) {
                each.proposals().forEach(proposal -> tried.add(proposal.rule()));
                model.rules().stream()
                        .filter(rule -> rule.stage() == each.stage())
                        .forEach(rule -> Decisive.of(rule, each, book).forEach(test -> tried.add(key(rule, test))));
            }
        }

        /** Where the rule does not apply and would if one test came out the other way. */
        private int nearly(Rule rule, Condition.Test test) {
            Meaning meaning = model.meaning(rule.stage());
            int turned = meaning.of(rule.conditions().stream()
                    .map(each -> Decisive.turned(each, test))
                    .toList());
            return model.diagrams().and(turned, model.diagrams().not(model.when(rule)));
        }

        private void add(Rule rule, int where, String title, Predicate<Witnesses.Asked> shows) {
            if (!model.possible(rule.stage(), where)) {
                return;
            }
            Optional<String> line = witnesses.line(nextId(), model.real(rule.stage(), where), shows);
            if (line.isEmpty()) {
                unreached.add(words.text("unreached.rule", title, Notes.place(rule)));
                return;
            }
            LineDraft plain = LineDraft.of(line.get(), model.policy().zone());
            keep(
                    neighbours
                            .near(plain)
                            .map(each -> each.named(nextId()))
                            .filter(each -> witnesses.shows(each, shows))
                            .findFirst()
                            .orElse(plain),
                    title);
        }

        private String reviewed(String line, String title) {
            try {
                ObjectNode json = (ObjectNode) JSON.readTree(line);
                json.put("title", title);
                JsonNode answer =
                        JSON.readTree(PackCase.read("m.jsonl", line).get(0).answer(pack -> book));
                ObjectNode told = json.putObject(UNREVIEWED);
                for (String key : TOLD) {
                    JsonNode value = answer.path(key);
                    if (!value.isMissingNode() && !value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                        told.set(key, value);
                    }
                }
                return json.toString();
            } catch (JsonProcessingException e) {
                throw InvalidInputException.of("MALFORMED_JSON", "case")
                        .rule("one JSON object a line")
                        .wayOut("report this: the line was written by the library")
                        .cause(e)
                        .build();
            }
        }
    }
}
