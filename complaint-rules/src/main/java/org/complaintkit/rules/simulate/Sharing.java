package org.complaintkit.rules.simulate;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Stage;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.rules.diff.Change;
import org.complaintkit.rules.diff.Detail;
import org.complaintkit.rules.diff.Mentions;
import org.complaintkit.rules.diff.PackDiff;
import org.complaintkit.rules.diff.Part;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.pack.PackReading;
import org.complaintkit.rules.pack.ReadByLibrary;
import org.complaintkit.rules.pack.RuleForm;

/**
 * Tells whether a case, told to the older packs, would come to the same under the newer ones, so that it need not be told
 * twice. What comes of a case is a function of what the rules propose and of the rows that are used. So it is the same if
 * the rules of both versions proposed the same each time they were asked, and no changed row was proposed or lies on the
 * case. Where anything else than rules, parameters that only they read, and single rows changed, that is never said.
 * Holds the state of one case at a time; not thread-safe.
 */
final class Sharing {
    private static final Set<Stage> OWED = EnumSet.of(Stage.DEADLINES, Stage.DUTIES, Stage.ESCALATION);
    private static final Set<String> OUTWARD =
            Set.of("version", "title", "effectiveFrom", "effectiveTo", "documentControl", PackReading.BASIS_DOCUMENTS);

    /** Values of a deadline's row that count only for a case that has the deadline. */
    private static final Set<String> INNER = Set.of(
            "limit",
            "target",
            "warnings",
            "onBreach",
            "onWarning",
            "clause",
            "basis",
            "endsHandling",
            "followUp",
            "lapses",
            "gives",
            "repeats");

    /** Parts that decide nothing about a case but by what rules propose: consistency is judged when a value is set. */
    private static final Set<Part> OF_RULES = EnumSet.of(Part.RULE, Part.CLAUSE, Part.WORD, Part.CONSISTENCY);

    private final Set<Stage> stages = EnumSet.noneOf(Stage.class);
    private final Set<String> rows = new HashSet<>();
    private boolean apart;

    private Sharing() {}

    /** Two versions of a pack. */
    record Versions(DroolsRuleBook older, DroolsRuleBook newer) {
        Stream<DroolsRuleBook> both() {
            return Stream.of(older, newer);
        }
    }

    /** Sharing between packs of which these are the versions; empty if cases must be told twice. */
    static Optional<Sharing> between(List<Versions> packs) {
        Sharing sharing = new Sharing();
        boolean possible = packs.stream().allMatch(pack -> {
            PackDiff diff = PackDiff.of(pack.older(), pack.newer());
            return known(diff) && diff.changes().stream().allMatch(change -> sharing.harmless(change, packs));
        });
        return possible ? Optional.of(sharing) : Optional.empty();
    }

    /**
     * Whether the changes told are all: another order of rows may decide, and files that differ in nothing told but the
     * version, which each edit raises, may say anything.
     */
    private static boolean known(PackDiff diff) {
        boolean sameFiles = diff.before().digest().equals(diff.after().digest());
        boolean told = diff.changes().stream()
                .anyMatch(change -> change.part() != Part.PACK
                        || change.details().stream()
                                .anyMatch(each -> !name(each).equals("version")));
        return diff.sameOrder() && (sameFiles || told);
    }

    private boolean harmless(Change change, List<Versions> packs) {
        boolean changed = change.kind() == Change.Kind.CHANGED;
        return switch (change.part()) {
            case CLAUSE -> true;
            case WORD -> changed;
            case PACK -> change.details().stream().allMatch(each -> OUTWARD.contains(name(each)));
            case RULE -> rule(change);
            case PARAMETER -> changed && parameter(change.id(), packs);
            case DEADLINE -> changed && change.details().stream().allMatch(Sharing::inner) && row(change);
            case ESCALATION, DUTY -> changed && row(change);
            default -> false;
        };
    }

    private boolean row(Change change) {
        rows.add(code(change.id()));
        return true;
    }

    private boolean rule(Change change) {
        RuleForm.stage(change.file()).ifPresent(stages::add);
        return change.details().stream().noneMatch(each -> each.field().equals("stage"));
    }

    /** Of a parameter that nothing but rules reads, what the rules propose shows all that it does. */
    private boolean parameter(String id, List<Versions> packs) {
        List<DroolsRuleBook> books = packs.stream().flatMap(Versions::both).toList();
        boolean read = ReadByLibrary.reads(id)
                || books.stream().anyMatch(book -> !OF_RULES.containsAll(Mentions.of(book, id)));
        books.stream()
                .flatMap(book -> book.rules().stream())
                .filter(rule -> rule.parameters().contains(id))
                .forEach(rule -> stages.add(rule.stage()));
        return !read;
    }

    /** A date that an event says is looked at even where nobody asks for the deadline. */
    private static boolean inner(Detail detail) {
        return INNER.contains(detail.field()) && !(detail.before() + detail.after()).matches("(?s).*[A-Z]\\.[a-z].*");
    }

    private static String name(Detail detail) {
        return detail.field().replaceFirst(" .*", "");
    }

    private static String code(String id) {
        return DeadlineRule.code(id);
    }

    /** Begins a case. */
    void begin() {
        apart = false;
    }

    /** Whether the newer version must be asked as well. */
    boolean asks(Stage stage) {
        return !apart && stages.contains(stage);
    }

    /** Takes in what both versions proposed where both were asked, and the older one alone where not. */
    void proposed(Stage stage, List<Proposal> older, List<Proposal> newer) {
        apart = apart || !older.equals(newer);
        if (!apart && OWED.contains(stage)) {
            apart = older.stream().anyMatch(each -> touched(each.code()));
        }
    }

    /** Whether the newer packs would have come to the same, as known of the case that the older ones came to. */
    boolean same(Case told) {
        return !apart
                && told.deadlines().stream().noneMatch(each -> touched(each.id()))
                && told.previousDeadlines().stream().noneMatch(each -> touched(each.id()))
                && told.escalations().stream().noneMatch(each -> touched(each.id()))
                && told.duties().stream().noneMatch(each -> touched(each.code()));
    }

    private boolean touched(String id) {
        return rows.contains(code(id));
    }
}
