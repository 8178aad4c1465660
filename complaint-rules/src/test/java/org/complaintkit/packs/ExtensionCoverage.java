package org.complaintkit.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.drools.DroolsRuleBook;

/** Each way of extending a limit: granted, refused for each reason that its conditions know, and what moves along. */
final class ExtensionCoverage implements Coverage {
    private static final String GRANTED = " granted";
    private static final String MOVES = " moves ";

    @Override
    public String title() {
        return "extensions";
    }

    @Override
    public Stream<String> declared(DroolsRuleBook pack) {
        return pack.policy().extensions().stream()
                .flatMap(row -> Stream.concat(
                        Stream.concat(
                                Stream.of(row.extended() + GRANTED),
                                row.moves().stream().map(moved -> row.extended() + MOVES + moved)),
                        refusals(row).stream().map(code -> row.extended() + " " + code)));
    }

    /** What a row may find: a condition that it does not make cannot be broken. */
    private static List<String> refusals(ExtensionRule row) {
        List<String> codes = new ArrayList<>(List.of("EXT_LATE", "EXT_TOO_LONG", "EXT_NOT_LATER"));
        if (!row.grounds().isEmpty()) {
            codes.add("EXT_NO_GROUND");
        }
        if (!row.approvedBy().isEmpty()) {
            codes.add("EXT_NOT_APPROVED");
        }
        if (!row.inWriting().isEmpty()) {
            codes.add("EXT_NOTICE_NOT_IN_WRITING");
        }
        if (!row.notice().equals(row.grantedBy()) || !row.contents().isEmpty()) {
            codes.add("EXT_NO_NOTICE");
        }
        return codes;
    }

    @Override
    public void ended(Policy policy, Case value, Consumer<String> touched) {
        for (ExtensionRule row : policy.extensions()) {
            DeadlineCoverage.of(policy, value)
                    .filter(deadline -> deadline.rule().id().equals(row.into()))
                    .forEach(deadline -> touched.accept(row.extended() + GRANTED));
            DeadlineCoverage.of(policy, value)
                    .filter(deadline -> deadline.movedBy() > 0)
                    .forEach(deadline -> touched.accept(
                            row.extended() + MOVES + deadline.rule().id()));
            value.findings().stream()
                    .filter(each ->
                            each.pack().equals(policy.id()) && each.about().equals(row.extended()))
                    .forEach(each -> touched.accept(row.extended() + " " + each.code()));
        }
    }
}
