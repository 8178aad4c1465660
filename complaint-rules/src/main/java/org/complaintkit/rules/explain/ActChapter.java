package org.complaintkit.rules.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.decision.Answer;
import org.complaintkit.duty.Finding;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.AuthorityRule;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.page.Page;

/** Who may do what under a pack: acts held against its ladders of authority, and extensions that were not good. */
final class ActChapter {
    private static final String EXTENSION = "EXT_";

    private final Told told;
    private final Policy policy;
    private final List<Act> acts;

    ActChapter(Told told, Policy policy, List<Act> acts) {
        this.told = told;
        this.policy = policy;
        this.acts = acts;
    }

    /** Nothing where nobody did anything of the kind. */
    void write(Page.Builder page, Case value) {
        List<String> points = new ArrayList<>();
        acts.stream()
                .filter(act -> act.policy().id().equals(policy.id()))
                .filter(act -> act.beyond() || act.most().isPresent())
                .forEach(act -> points.add(told(act)));
        value.findings().stream()
                .filter(each -> each.pack().equals(policy.id()) && each.code().startsWith(EXTENSION))
                .forEach(each -> policy.extensions().stream()
                        .filter(row -> row.extended().equals(each.about())
                                && row.clause().equals(each.clause()))
                        .findFirst()
                        .ifPresent(row -> points.add(extension(each, row))));
        if (!points.isEmpty()) {
            page.heading(2, told.text("acts", policy.pack().label()), "acts." + policy.id());
            page.points(points);
        }
    }

    private String told(Act act) {
        AuthorityRule rung = act.rung();
        String event = told.happened(policy, act.event(), act.at());
        String cited = told.cited().text(policy.id(), rung.clause(), rung.basis());
        if (!act.own()) {
            return told.text("acts.none", event, role(act.by()), cited, within(act));
        }
        String sum = told.text("acts.sum." + rung.sum());
        String amount = number(act.amount());
        String most = act.most().map(ActChapter::number).orElse("");
        return act.beyond()
                ? told.text("acts.beyond", event, role(act.by()), sum, amount, most, cited, within(act))
                : told.text("acts.within", event, role(act.by()), sum, amount, most, cited, beyond(rung));
    }

    private String beyond(AuthorityRule rung) {
        return told.of(policy).answer(rung.takesEffect() ? Answer.FINDING : Answer.NO_EFFECT, rung.finding());
    }

    /** What would have to differ: less, another role, a further label. */
    private String within(Act act) {
        List<String> ways = new ArrayList<>();
        if (act.own()) {
            act.most().ifPresent(most -> ways.add(told.text("acts.less", number(most))));
        }
        Set<String> roles = new LinkedHashSet<>();
        act.able().stream()
                .filter(rung -> rung.when().isEmpty() && !rung.role().equals(AuthorityRule.ANYBODY))
                .forEach(rung -> roles.add(role(rung.role())));
        if (!roles.isEmpty()) {
            ways.add(told.text("acts.by", told.list(List.copyOf(roles))));
        }
        act.able().stream()
                .filter(rung -> !rung.when().isEmpty())
                .filter(rung ->
                        rung.role().equals(AuthorityRule.ANYBODY) || rung.role().equals(act.by()))
                .map(rung -> told.text("acts.when", told.label(policy.id(), "LABEL", rung.when())))
                .distinct()
                .forEach(ways::add);
        return ways.isEmpty()
                ? told.text("acts.nobody")
                : told.of(policy).words().joined("or", ways);
    }

    private String extension(Finding finding, ExtensionRule row) {
        return told.text(
                "acts.extension",
                told.label(policy.id(), "DEADLINE", row.extended()),
                finding.at().atZone(policy.zone()).toOffsetDateTime().toString(),
                told.label(policy.id(), "FINDING", finding.code()),
                told.cited().text(policy.id(), row.clause(), row.basis()),
                needed(finding.code(), row));
    }

    private String needed(String code, ExtensionRule row) {
        return switch (code) {
            case "EXT_NOT_APPROVED" -> told.text("acts.by", labels("ROLE", row.approvedBy()));
            case "EXT_NO_GROUND" -> told.text("acts.ground", labels("LABEL", row.grounds()));
            case "EXT_NOTICE_NOT_IN_WRITING" -> told.text("acts.writing", labels("CHANNEL", row.inWriting()));
            case "EXT_TOO_LONG" ->
                told.text("acts.cap", told.of(policy).tables().limit(row.cap()));
            case "EXT_NO_NOTICE" ->
                told.text("acts.notice", told.of(policy).tables().event(row.notice()));
            default -> told.text("acts." + code);
        };
    }

    private String labels(String kind, Set<String> codes) {
        return told.list(new TreeSet<>(codes)
                .stream()
                        .map(code -> told.of(policy).labels().ifKnown(kind, code))
                        .toList());
    }

    /** A role that no pack knows may be anything. */
    private String role(String code) {
        return policy.vocabulary().knows("ROLE", code)
                ? told.label(policy.id(), "ROLE", code)
                : told.text(code.isEmpty() ? "actual.unknown" : "actual.masked");
    }

    private static String number(BigDecimal amount) {
        return amount.toPlainString();
    }
}
