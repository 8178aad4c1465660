package org.complaintkit.rules.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Decision;
import org.complaintkit.duty.Duty;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.page.Block;
import org.complaintkit.rules.page.Page;

/** Puts an explanation into chapters. */
final class ExplanationPage {
    private final Explanation explanation;
    private final Case value;
    private final Policy first;
    private final Told told;

    ExplanationPage(Explanation explanation, Locale locale) {
        this.explanation = explanation;
        this.value = explanation.value();
        this.first = explanation.policies().values().iterator().next();
        this.told = new Told(explanation.policies(), locale);
    }

    Page page() {
        Page.Builder page = new Page.Builder(told.language(), told.text("title", value.id()));
        page.facts(summary());
        for (Policy policy : explanation.policies().values()) {
            page.heading(2, told.text("answers", policy.pack().label()), "answers." + policy.id());
            explanation.questions().stream()
                    .filter(question -> question.policy().id().equals(policy.id()))
                    .forEach(question -> new QuestionChapter(told, question, heard(question)).write(page));
        }
        owner(page);
        new DeadlineChapter(explanation, told).write(page);
        duties(page);
        escalations(page);
        for (Policy policy : explanation.policies().values()) {
            List<Check> checks = explanation.checks().stream()
                    .filter(check -> check.policy().id().equals(policy.id()))
                    .toList();
            new CheckChapter(told, policy, checks).write(page);
            new ActChapter(told, policy, explanation.acts()).write(page, value);
            new StayChapter(told, policy).write(page, explanation.stays());
        }
        findings(page);
        clauses(page);
        return page.build();
    }

    private List<Block.Fact> summary() {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(
                told.text("packs"),
                told.list(value.packs().stream().map(PackVersion::label).toList())));
        facts.add(new Block.Fact(
                told.text("asOf"),
                explanation.asOf().atZone(first.zone()).toOffsetDateTime().toString()));
        facts.add(new Block.Fact(
                told.text("received"),
                value.complaint()
                        .receivedAt()
                        .atZone(first.zone())
                        .toOffsetDateTime()
                        .toString()));
        facts.add(new Block.Fact(
                told.text("channel"),
                told.label(first.id(), "CHANNEL", value.complaint().channel())));
        facts.add(new Block.Fact(told.text("state"), told.label(first.id(), "STATE", value.state())));
        facts.add(new Block.Fact(told.text("round"), String.valueOf(value.round())));
        List<String> set = explanation.policies().values().stream()
                .flatMap(policy -> policy.parameters().set().entrySet().stream())
                .map(each -> told.text("value", each.getKey(), each.getValue().toString()))
                .distinct()
                .toList();
        if (!set.isEmpty()) {
            facts.add(new Block.Fact(told.text("parameters"), told.list(set)));
        }
        value.effective()
                .ifPresent(winner -> facts.add(new Block.Fact(
                        told.text("effective"),
                        winner.limit().toText(first.zone()) + " — "
                                + told.label(
                                        winner.pack(), "DEADLINE", winner.rule().id()))));
        return facts;
    }

    /** What the text spoke for, where the question is about categories: weights by code, never the words. */
    private List<String> heard(Question question) {
        Decision decision = value.decisions().get(question.policy().id());
        if (question.answer() != Answer.CATEGORY || decision == null) {
            return List.of();
        }
        List<String> heard = new ArrayList<>();
        Map<String, Integer> sums = new TreeMap<>();
        decision.signals().found().forEach(signal -> sums.merge(signal.code(), signal.weight(), Integer::sum));
        sums.forEach((code, sum) -> {
            String kind = question.policy().vocabulary().knows("CATEGORY", code) ? "CATEGORY" : "LABEL";
            heard.add(told.text(
                    "signal",
                    told.of(question.policy())
                            .words()
                            .text("quote", told.label(question.policy().id(), kind, code)),
                    String.valueOf(sum)));
        });
        if (decision.signals().open() && decision.categories().isEmpty()) {
            heard.add(told.text("open"));
        }
        return heard;
    }

    private void owner(Page.Builder page) {
        String pack = Decision.answering(value.decisions(), Answer.OWNER).orElse(first.id());
        String role = value.decision(Answer.OWNER).owner();
        if (role.isEmpty()) {
            return;
        }
        page.heading(2, told.text("who"), "who");
        List<String> points = new ArrayList<>();
        points.add(told.text("who.role", told.label(pack, "ROLE", role)));
        if (!value.assignee().role().equals(role) && !value.assignee().role().isEmpty()) {
            points.add(told.text(
                    "who.fallback",
                    told.label(pack, "ROLE", role),
                    told.label(pack, "ROLE", value.assignee().role())));
        }
        points.add(told.text(value.assignee().known() ? "who.known" : "who.unknown"));
        explanation
                .passedOver()
                .forEach(each -> points.add(told.text(
                        "over",
                        String.valueOf(each.place()),
                        told.label(pack, "ROLE", each.role()),
                        each.level() == 0
                                ? told.text("over.unit")
                                : told.text("over.above", String.valueOf(each.level())),
                        told.text("over." + each.why()))));
        points.add(told.text("who.never"));
        page.points(points);
    }

    private void duties(Page.Builder page) {
        List<List<String>> rows = new ArrayList<>();
        for (Duty duty : value.duties()) {
            rows.add(row(
                    duty.pack(),
                    duty.fulfilled() ? "kind.done" : "kind.duty",
                    told.label(duty.pack(), "DUTY", duty.code()),
                    duty.rule(),
                    told.cited().text(duty.pack(), duty.clause(), duty.basis())));
        }
        value.prohibitions()
                .forEach(each -> rows.add(row(
                        each.pack(),
                        "kind.prohibition",
                        told.label(each.pack(), "PROHIBITION", each.code()),
                        each.rule(),
                        told.cited().text(each.pack(), each.clause(), each.basis()))));
        table(page, "duties", List.of("what", "kind", "why", "cited", "pack"), rows);
    }

    private List<String> row(String pack, String kind, String what, String rule, String cited) {
        return List.of(what, told.text(kind), rule, cited, pack);
    }

    private void escalations(Page.Builder page) {
        table(
                page,
                "escalations",
                List.of("what", "to", "why", "cited", "at"),
                value.escalations().stream()
                        .map(each -> List.of(
                                told.label(each.pack(), "ESCALATION", each.id()),
                                told.list(each.to().stream()
                                        .map(role -> told.label(each.pack(), "ROLE", role))
                                        .toList()),
                                each.trigger(),
                                told.cited().text(each.pack(), each.clause(), each.basis()),
                                each.firedAt()
                                        .atZone(first.zone())
                                        .toOffsetDateTime()
                                        .toString()))
                        .toList());
    }

    private void findings(Page.Builder page) {
        table(
                page,
                "findings",
                List.of("what", "why", "cited", "at"),
                value.findings().stream()
                        .map(each -> List.of(
                                told.label(each.pack(), "FINDING", each.code()),
                                each.rule().isEmpty() ? each.about() : each.rule(),
                                told.cited().text(each.pack(), each.clause(), each.basis()),
                                each.at()
                                        .atZone(first.zone())
                                        .toOffsetDateTime()
                                        .toString()))
                        .toList());
    }

    private void clauses(Page.Builder page) {
        table(
                page,
                "clauses",
                List.of("clause", "pack", "source", "text", "confidence"),
                told.cited().clauses().stream()
                        .map(each -> List.of(
                                each.clause().id(),
                                each.policy().pack().label(),
                                each.clause().source(),
                                each.clause().statement().getOrDefault(told.language(), ""),
                                each.clause().confidence() == null
                                        ? ""
                                        : told.label(
                                                each.policy().id(),
                                                "CONFIDENCE",
                                                each.clause().confidence().name())))
                        .toList());
    }

    private void table(Page.Builder page, String chapter, List<String> columns, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            page.heading(2, told.text(chapter), chapter);
            page.index(
                    columns.stream().map(column -> told.text("col." + column)).toList(), rows);
        }
    }
}
