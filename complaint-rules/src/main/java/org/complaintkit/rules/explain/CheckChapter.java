package org.complaintkit.rules.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.complaintkit.decision.Answer;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.page.Page;
import org.complaintkit.rules.wording.Sentences;

/** What the checks of a pack found in what happened, and what would have had to differ for them to find more. */
final class CheckChapter {
    /** So many near misses are told; of more the number. */
    private static final int MOST_MISSED = 10;

    private final Told told;
    private final Policy policy;
    private final Sentences sentences;
    private final List<Check> checks;

    CheckChapter(Told told, Policy policy, List<Check> checks) {
        this.told = told;
        this.policy = policy;
        this.sentences = told.of(policy);
        this.checks = checks;
    }

    /** Nothing where the pack has no checks. */
    void write(Page.Builder page) {
        if (checks.isEmpty()) {
            return;
        }
        page.heading(2, told.text("checks", policy.pack().label()), "checks." + policy.id());
        List<String> points = new ArrayList<>();
        for (Check check : checks) {
            check.matched().forEach(each -> points.add(found(check, each)));
        }
        if (points.isEmpty()) {
            points.add(told.text("checks.nothing", String.valueOf(checks.size())));
        }
        List<Near> near = near();
        near.stream().limit(MOST_MISSED).forEach(each -> points.add(missed(each)));
        if (near.size() > MOST_MISSED) {
            points.add(told.text("missed.more", String.valueOf(near.size() - MOST_MISSED)));
        }
        page.points(points);
    }

    private String found(Check check, Question.Matched each) {
        return told.text(
                "checks.found",
                event(check),
                sentences.answer(each.proposal().answer(), each.proposal().code()),
                each.rule().name(),
                sentences.when(each.rule()),
                told.cited()
                        .text(
                                policy.id(),
                                each.proposal().clause(),
                                each.proposal().basis()));
    }

    private String event(Check check) {
        return told.happened(policy, check.event(), check.at());
    }

    /** One fact that kept a check silent, and the events at which it did. */
    private record Near(Answer answer, Miss miss, String missing, List<String> events) {}

    /** What would have been the same at several events is told once; first what was a near miss at the fewest. */
    private List<Near> near() {
        Map<String, Near> all = new LinkedHashMap<>();
        for (Check check : checks) {
            for (Check.Missed each : check.missed()) {
                Miss miss = each.miss();
                if (miss.needs().size() == 1) {
                    String missing = told.missing(policy, miss);
                    String key =
                            String.join("\n", each.answer().verb(), miss.rule().name(), missing, miss.then());
                    all.computeIfAbsent(key, one -> new Near(each.answer(), miss, missing, new ArrayList<>()))
                            .events()
                            .add(event(check));
                }
            }
        }
        return all.values().stream()
                .sorted(Comparator.<Near>comparingInt(each -> each.events().size())
                        .thenComparing(Near::miss, Miss.NEAREST))
                .toList();
    }

    private String missed(Near near) {
        Miss miss = near.miss();
        String missed = told.text(
                "missed",
                miss.rule().name(),
                told.cited().text(policy.id(), miss.rule().clause(), miss.rule().basis()),
                near.missing(),
                told.text("then.new", sentences.answer(near.answer(), miss.then())));
        return near.events().size() == checks.size() && checks.size() > 1
                ? told.text("checks.anywhere", missed)
                : told.text("checks.at", missed, told.list(near.events()));
    }
}
