package org.complaintkit.rules.simulate;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Stage;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.rules.diff.Change;
import org.complaintkit.rules.diff.Detail;
import org.complaintkit.rules.diff.PackDiff;
import org.complaintkit.rules.pack.RuleForm;

/**
 * Tells whether a case, told to the older packs, would come to the same under the newer ones, so that it need not be told
 * twice. What comes of a case is a function of what the rules propose and of the rows that are used. So it is the same if
 * the rules of both versions proposed the same each time they were asked, and no changed row was proposed or lies on the
 * case. Where anything else than rules and single rows changed, that is never said. Holds the state of one case at a time;
 * not thread-safe.
 */
final class Sharing {
    private static final Set<Stage> OWED = EnumSet.of(Stage.DEADLINES, Stage.DUTIES, Stage.ESCALATION);
    private static final Set<String> OUTWARD =
            Set.of("version", "title", "effectiveFrom", "effectiveTo", "documentControl");

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

    private final Set<Stage> stages = EnumSet.noneOf(Stage.class);
    private final Set<String> rows = new HashSet<>();
    private boolean apart;

    private Sharing() {}

    /** Sharing between packs that differ so; empty if cases must be told twice. */
    static Optional<Sharing> between(List<PackDiff> diffs) {
        Sharing sharing = new Sharing();
        boolean possible =
                diffs.stream().flatMap(diff -> diff.changes().stream()).allMatch(sharing::harmless);
        return possible ? Optional.of(sharing) : Optional.empty();
    }

    private boolean harmless(Change change) {
        boolean changed = change.kind() == Change.Kind.CHANGED;
        return switch (change.part()) {
            case CLAUSE -> true;
            case WORD -> changed;
            case PACK -> change.details().stream().allMatch(each -> OUTWARD.contains(name(each)));
            case RULE -> rule(change);
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
