package org.complaintkit.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.PlainEvaluation;
import org.complaintkit.rules.RandomRules;
import org.complaintkit.rules.RandomSituations;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.cases.PackCase;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RuleParser;

/** What the analysis says of small packs is what trying all complaints says. */
class AnalysisProperties {
    private static final Policy POLICY = HonestPack.read(
                    HonestPack.pack().edited("deadlines.csv", "IMMEDIATE,target,,no,no,", "IMMEDIATE,target,,yes,no,"))
            .policy();
    private static final List<String> CHANNELS = List.of("PHONE", "MEDIA", "LETTER", "EMAIL");
    private static final List<String> LOSSES = List.of("0", "3", "5", "7", "9", "11", "4", "6", "8");
    private static final List<String> CATEGORIES = List.of("PRODUCT", "CRIME");
    private static final List<String> ALL = List.of("PRODUCT", "CRIME", "ATTITUDE");

    private static final List<Situation> EVERYTHING = everything(CATEGORIES);

    /** Rules over two categories, a channel, a number and a label, so few that every complaint can be tried. */
    private static List<Rule> rules(long seed) {
        Random random = new Random(seed);
        StringBuilder classification = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            classification.append(HonestPack.rule(
                    "c" + i,
                    "Classification( " + first(random) + " )",
                    "category(\"" + CATEGORIES.get(random.nextInt(2)) + "\")"));
        }
        StringBuilder responsibility = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            String owner =
                    List.of("LEGAL", "PRODUCT_MANAGEMENT", "AUDIT_SUPERVISION").get(random.nextInt(3));
            responsibility.append(
                    HonestPack.rule("r" + i, "Responsibility( " + second(random) + " )", "owner(\"" + owner + "\")"));
        }
        Faults faults = new Faults();
        List<Rule> rules = new ArrayList<>(RuleParser.parse(Stage.CLASSIFICATION, classification.toString(), faults));
        rules.addAll(RuleParser.parse(Stage.RESPONSIBILITY, responsibility.toString(), faults));
        assertThat(faults.all()).isEmpty();
        return rules;
    }

    private static String first(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "intakeCategories contains \"" + CATEGORIES.get(random.nextInt(2)) + "\"";
            case 1 -> "intakeCategories not contains \"CRIME\", " + test(random);
            case 2 -> test(random) + " || intakeCategories contains \"PRODUCT\"";
            default -> test(random) + ", " + test(random);
        };
    }

    private static String second(Random random) {
        String category = List.of(
                        "category == \"CRIME\"",
                        "category != \"CRIME\"",
                        "category in (\"PRODUCT\", \"\")",
                        "labels contains \"MAJOR\"")
                .get(random.nextInt(4));
        return switch (random.nextInt(4)) {
            case 0 -> category;
            case 1 -> category + ", " + test(random);
            case 2 -> category + " || " + test(random);
            default -> "!( " + test(random) + " ), " + category;
        };
    }

    private static String test(Random random) {
        int bound = 3 + 2 * random.nextInt(4);
        return switch (random.nextInt(3)) {
            case 0 -> "channel == \"" + CHANNELS.get(random.nextInt(2)) + "\"";
            case 1 -> "claimedLoss " + List.of("<", "<=", ">", ">=", "==").get(random.nextInt(5)) + " " + bound;
            default -> "channel in (\"MEDIA\", \"LETTER\")";
        };
    }

    /** Every complaint that rules as above could tell from another. */
    private static List<Situation> everything(List<String> codes) {
        List<Situation> all = new ArrayList<>();
        for (int categories = 0; categories < 1 << codes.size(); categories++) {
            for (String channel : CHANNELS) {
                for (String loss : LOSSES) {
                    for (boolean major : new boolean[] {false, true}) {
                        List<String> named = new ArrayList<>();
                        for (int i = 0; i < codes.size(); i++) {
                            if ((categories >> i & 1) == 1) {
                                named.add(codes.get(i));
                            }
                        }
                        all.add(Situation.of(
                                Complaint.received("1", Instant.parse("2025-03-03T02:00:00Z"), channel)
                                        .categories(named)
                                        .claimedLoss(new BigDecimal(loss))
                                        .facts(major ? Set.of("MAJOR") : Set.of())
                                        .build(),
                                POLICY.zone()));
                    }
                }
            }
        }
        return all;
    }

    /** Names of the rules that apply to each complaint, the answers of the first stage being those of the library. */
    private static List<Set<String>> fired(List<Rule> rules) {
        List<Set<String>> fired = new ArrayList<>();
        for (Situation situation : EVERYTHING) {
            Decision decision = Decision.of(TreeRuleBook.of(POLICY, rules), situation);
            Set<String> names = names(new PlainEvaluation(POLICY, situation).ask(rules, Stage.CLASSIFICATION));
            names.addAll(names(new PlainEvaluation(POLICY, situation.with(decision)).ask(rules, Stage.RESPONSIBILITY)));
            fired.add(names);
        }
        return fired;
    }

    private static Set<String> names(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> of(List<Finding> findings, String... codes) {
        return findings.stream()
                .filter(each -> List.of(codes).contains(each.code()))
                .map(each -> each.rules().get(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Property(tries = 150)
    void a_rule_is_said_never_to_apply_exactly_if_it_applies_to_no_complaint(@ForAll long seed) {
        List<Rule> rules = rules(seed);
        List<Finding> findings = PackAnalysis.of(POLICY, rules).findings();
        List<Set<String>> fired = fired(rules);
        Set<String> dead = rules.stream()
                .map(Rule::name)
                .filter(name -> fired.stream().noneMatch(each -> each.contains(name)))
                .collect(Collectors.toCollection(TreeSet::new));
        // An alternative or a code that leads nowhere is told of living rules as well.
        Set<String> told = of(findings, "RULE_UNREACHABLE", "CONDITION_CONTRADICTS", "ANSWER_UNREACHABLE");
        assertThat(told).containsAll(dead);
        assertThat(dead).containsAll(of(findings, "RULE_UNREACHABLE"));
    }

    @Property(tries = 150)
    void rules_conflict_exactly_if_they_answer_one_complaint_differently(@ForAll long seed) {
        List<Rule> rules = rules(seed);
        List<Set<String>> fired = fired(rules);
        Set<String> pairs = new TreeSet<>();
        List<Rule> owners = rules.stream()
                .filter(rule -> rule.stage() == Stage.RESPONSIBILITY)
                .toList();
        for (Rule one : owners) {
            for (Rule other : owners) {
                boolean differ = !one.actions()
                        .get(0)
                        .arguments()
                        .equals(other.actions().get(0).arguments());
                boolean meet =
                        fired.stream().anyMatch(each -> each.contains(one.name()) && each.contains(other.name()));
                if (differ && meet && one.name().compareTo(other.name()) > 0) {
                    pairs.add(one.name() + " " + other.name());
                }
            }
        }
        Set<String> told = PackAnalysis.of(POLICY, rules).findings().stream()
                .filter(each -> List.of("RULES_CONFLICT", "SAME_CONDITION").contains(each.code())
                        && each.rules().get(0).startsWith("r"))
                .map(each -> each.rules().get(0) + " " + each.rules().get(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isEqualTo(pairs);
    }

    @Property(tries = 150)
    void a_rule_is_called_needless_only_if_another_does_its_work_wherever_it_applies(@ForAll long seed) {
        List<Rule> rules = rules(seed);
        List<Set<String>> fired = fired(rules);
        for (Finding finding : PackAnalysis.of(POLICY, rules).findings()) {
            if (finding.code().equals("RULE_SUBSUMED") || finding.code().equals("RULE_REDUNDANT")) {
                assertThat(fired)
                        .filteredOn(each -> each.contains(finding.rules().get(0)))
                        .isNotEmpty()
                        .allMatch(each -> each.contains(finding.rules().get(1)));
            }
        }
    }

    @Property(tries = 100)
    void some_complaint_has_no_owner_exactly_if_a_gap_is_told(@ForAll long seed) {
        List<Rule> rules = rules(seed);
        boolean gap = fired(rules).stream().anyMatch(each -> each.stream().noneMatch(name -> name.startsWith("r")));
        boolean told = PackAnalysis.of(POLICY, rules).findings().stream()
                .filter(each -> each.fault().file().equals(Stage.RESPONSIBILITY.file()))
                .anyMatch(each -> each.code().startsWith("GAP_IN"));
        boolean any = fired(rules).stream().anyMatch(each -> each.stream().anyMatch(name -> name.startsWith("r")));
        assertThat(told).isEqualTo(gap && any);
    }

    /** Rules for one question, over facts of the complaint and, where a stage sees one, the category. */
    private static List<Rule> answering(Random random, Stage stage, String verb, List<String> codes) {
        StringBuilder rules = new StringBuilder();
        int many = 2 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            String condition = stage == Stage.CLASSIFICATION
                    ? first(random)
                    : random.nextBoolean() ? test(random) : second(random);
            String code = codes.get(random.nextInt(codes.size()));
            rules.append(HonestPack.rule("q" + i, stage.fact() + "( " + condition + " )", verb + "(\"" + code + "\")"));
        }
        Faults faults = new Faults();
        List<Rule> parsed = RuleParser.parse(stage, rules.toString(), faults);
        assertThat(faults.all()).isEmpty();
        return parsed;
    }

    private static boolean asks(List<Rule> rules, String field) {
        return rules.stream().flatMap(Rule::tests).anyMatch(test -> test.field().equals(field));
    }

    private static Set<String> gaps(List<Rule> rules, Stage stage) {
        return PackAnalysis.of(POLICY, rules).findings().stream()
                .filter(each -> each.fault().file().equals(stage.file()))
                .map(Finding::code)
                .filter(code -> code.startsWith("GAP_IN"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where rules ask for a category, a complaint without one may be told to have no answer and need not be. */
    @Property(tries = 60)
    void some_complaint_has_no_answer_exactly_if_a_gap_is_told(
            @ForAll long seed, @ForAll @IntRange(max = 2) int which) {
        Random random = new Random(seed);
        Stage stage = which < 2 ? Stage.GRADING : Stage.DEADLINES;
        List<Rule> asked = switch (which) {
            case 0 -> answering(random, stage, "grade", List.of("LOW", "HIGH"));
            case 1 -> answering(random, stage, "complexity", List.of("GENERAL", "COMPLEX"));
            default -> answering(random, stage, "deadline", List.of("TST-D01", "TST-D02"));
        };
        List<Rule> rules = new ArrayList<>(asked);
        rules(seed).stream()
                .filter(rule -> rule.stage() == Stage.CLASSIFICATION)
                .forEach(rules::add);
        boolean byCategory = asks(asked, "category");
        int answered = 0;
        int open = 0;
        int gaps = 0;
        Set<String> codes = new TreeSet<>();
        for (Situation situation : EVERYTHING) {
            Decision decision = Decision.of(TreeRuleBook.of(POLICY, rules), situation);
            List<Proposal> proposals = new PlainEvaluation(POLICY, situation.with(decision)).ask(rules, stage);
            proposals.forEach(each -> codes.add(each.code()));
            boolean none = proposals.isEmpty();
            answered += none ? 0 : 1;
            open += none ? 1 : 0;
            gaps += none && !(byCategory && decision.category().isEmpty()) ? 1 : 0;
        }
        // Of deadlines one alone may be meant for some complaints.
        boolean needed = stage == Stage.GRADING || codes.size() > 1;
        boolean told = !gaps(rules, stage).isEmpty();
        if (needed && answered > 0 && gaps > 0) {
            assertThat(told).isTrue();
        }
        if (answered == 0 || open == 0) {
            assertThat(told).isFalse();
        }
        if (!byCategory && needed) {
            assertThat(told).isEqualTo(answered > 0 && gaps > 0);
        }
    }

    @Property(tries = 60)
    void a_category_that_intake_names_gets_no_answer_exactly_if_a_gap_is_told(@ForAll long seed) {
        List<Rule> rules = answering(new Random(seed), Stage.CLASSIFICATION, "category", ALL);
        Set<String> proposed = new TreeSet<>();
        Set<String> missed = new TreeSet<>();
        for (Situation situation : everything(ALL)) {
            List<Proposal> proposals = new PlainEvaluation(POLICY, situation).ask(rules, Stage.CLASSIFICATION);
            proposals.forEach(each -> proposed.add(each.code()));
            if (proposals.isEmpty()) {
                missed.addAll(situation.complaint().intakeCategories());
            }
        }
        boolean classifies = missed.size() < ALL.size() || proposed.size() == ALL.size();
        boolean gap = asks(rules, "intakeCategories") && classifies && !missed.isEmpty();
        Set<String> told = gaps(rules, Stage.CLASSIFICATION);
        assertThat(gap && told.isEmpty()).isFalse();
        // A number left out between two rules is told of any question.
        told.remove("GAP_IN_NUMBERS");
        assertThat(!gap && !told.isEmpty()).isFalse();
    }

    @Property(tries = 100)
    void every_witness_can_be_decided(@ForAll long seed) {
        List<Rule> rules = rules(seed);
        for (Finding finding : PackAnalysis.of(POLICY, rules).findings()) {
            assertThat(finding.witness()).as("%s", finding).isNotEmpty();
            PackCase.read("w.jsonl", finding.witness()).get(0).answer(id -> TreeRuleBook.of(POLICY, rules));
        }
    }

    @Property(tries = 300)
    void trees_answer_what_the_rules_mean(@ForAll long seed) {
        Policy policy = TestPack.good().policy();
        List<Rule> rules = new RandomRules(seed, policy).rules(30);
        Situation situation = new RandomSituations(seed, policy).next();
        for (Stage stage : Stage.values()) {
            assertThat(TreeRuleBook.of(policy, rules).ask(stage, situation))
                    .isEqualTo(new PlainEvaluation(policy, situation).ask(rules, stage));
        }
    }

    @Property(tries = 150)
    void no_pack_of_any_fields_is_too_much(@ForAll long seed) {
        Policy policy = TestPack.good().policy();
        List<Rule> rules = new RandomRules(seed, policy).rules(12);
        PackAnalysis analysis = PackAnalysis.of(policy, rules);
        assertThat(analysis.findings()).noneMatch(each -> each.code().equals("RULE_UNANALYSED"));
    }
}
