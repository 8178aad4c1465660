package org.complaintkit.rules.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.decision.Answer;
import org.complaintkit.policy.AmountRule;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.MeasureRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.ReportRule;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.PolicyNames;
import org.complaintkit.rules.pack.Told;

/**
 * The codes that a worked case can name: those of all packs that govern it, by kind. A kind is one of the vocabulary, or
 * names a table; the ids of a table are what the outside sees, without variants. Not thread-safe.
 */
final class CaseCodes {
    static final String CLAUSE = "CLAUSE";
    static final String DEADLINE = "DEADLINE";
    static final String ESCALATION = "ESCALATION";
    static final String MEASURE = "MEASURE";
    static final String PARAMETER = "PARAMETER";

    /** The table whose rows are the codes of a kind; of all others it is the vocabulary. */
    private static final Map<String, List<String>> TABLES = Map.of(
            CLAUSE,
            List.of("clauses.csv"),
            DEADLINE,
            List.of("deadlines.csv", "reports.csv", "extensions.csv"),
            ESCALATION,
            List.of("escalations.csv"),
            MEASURE,
            List.of("measures.csv"),
            Answer.AMOUNT.kind(),
            List.of("amounts.csv"),
            Answer.SETTLED_ON.kind(),
            List.of("forms.csv"));

    private static final List<String> VOCABULARY = List.of("vocabulary.csv", "pack.json");

    private final List<Policy> policies;
    private final List<PolicyNames> names;
    private final boolean all;
    private final Set<String> doubtful;
    private final Vocabulary vocabulary;
    private final Map<String, Set<String>> byKind = new HashMap<>();

    /**
     * Codes of some packs.
     *
     * @param all whether these are all the packs that govern the case: else a code that none of them has may be known
     * @param doubtful files of which nobody knows all that they say, since they have faults
     */
    CaseCodes(List<Policy> policies, boolean all, Set<String> doubtful) {
        this.policies = policies;
        this.names = policies.stream().map(PolicyNames::new).toList();
        this.all = all;
        this.doubtful = doubtful;
        this.vocabulary = policies.stream()
                .map(Policy::vocabulary)
                .reduce(Vocabulary::plus)
                .orElse(Vocabulary.of(List.of()));
    }

    List<Policy> policies() {
        return policies;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Whether a code that is not among those known is none. */
    boolean certain(String kind) {
        return all && sound(TABLES.getOrDefault(kind, VOCABULARY));
    }

    /** Whether all that these files say is known. */
    boolean sound(List<String> files) {
        return files.stream().noneMatch(doubtful::contains);
    }

    Set<String> of(String kind) {
        return byKind.computeIfAbsent(
                kind,
                each -> policies.stream()
                        .flatMap(policy -> rows(each, policy))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Stream<String> rows(String kind, Policy policy) {
        return switch (kind) {
            case CLAUSE -> policy.clauses().keySet().stream();
            case DEADLINE ->
                Stream.concat(
                        policy.deadlines().keySet().stream().map(DeadlineRule::code),
                        policy.reports().stream().map(ReportRule::id));
            case ESCALATION -> policy.escalations().values().stream().flatMap(row -> Stream.of(row.id(), row.code()));
            case MEASURE -> policy.accounts().measures().stream().map(MeasureRule::measure);
            case "AMOUNT" ->
                policy.accounts().amounts().values().stream()
                        .map(AmountRule::name)
                        .flatMap(name -> Stream.of(name, name + "Role"));
            case "FORM" -> policy.forms().keySet().stream();
            default -> policy.vocabulary().kind(kind).keySet().stream();
        };
    }

    /** Whatever any table or the vocabulary has as a code, of whatever kind. */
    Set<String> any() {
        Set<String> codes = new TreeSet<>();
        vocabulary.words().forEach(word -> codes.add(word.code()));
        TABLES.keySet().forEach(kind -> codes.addAll(of(kind)));
        for (Policy policy : policies) {
            codes.add(policy.id());
            policy.extensions()
                    .forEach(row -> Stream.of(row.grounds(), row.contents(), row.inWriting(), row.approvedBy())
                            .forEach(codes::addAll));
            Stream.concat(
                            policy.deadlines().values().stream()
                                    .flatMap(row -> Stream.of(row.start(), row.end(), row.cancelledBy()))
                                    .flatMap(each -> each.patterns()),
                            policy.transitions().stream().map(row -> row.event()))
                    .flatMap(pattern -> pattern.conditions().stream())
                    .forEach(condition -> codes.add(condition.value()));
        }
        return codes;
    }

    /** What to say of a code that is not known. Whoever writes its label instead is told the code. */
    Told told(String kind, String code) {
        Told told = unknown(kind).near(code, of(kind));
        for (PolicyNames each : names) {
            told = each.unlessLabel(kind, code, told);
        }
        return told;
    }

    private static Told unknown(String kind) {
        return switch (kind) {
            case CLAUSE -> FaultKind.UNKNOWN_CLAUSE.told();
            case DEADLINE -> FaultKind.UNKNOWN_DEADLINE.told();
            case ESCALATION -> FaultKind.UNKNOWN_ESCALATION.told();
            case "EVENT" -> FaultKind.UNKNOWN_EVENT.told();
            default ->
                TABLES.containsKey(kind)
                        ? FaultKind.UNKNOWN_ROW.told(TABLES.get(kind).get(0))
                        : FaultKind.UNKNOWN_CODE.told(kind);
        };
    }
}
