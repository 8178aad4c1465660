package org.complaintkit.rules.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.decision.Answer;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.AuthorityRule;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Precedence;
import org.complaintkit.policy.Transition;

/** Writes an explanation as one JSON object: codes as they are, sentences in the language asked for. */
final class ExplanationJson {
    /** Rules that more single tests than this kept out are not told. */
    private static final int MOST_NEEDS = 2;

    private static final int MOST_MISSED = 20;

    private final Explanation explanation;
    private final Case value;
    private final Told told;

    ExplanationJson(Explanation explanation, Locale locale) {
        this.explanation = explanation;
        this.value = explanation.value();
        this.told = new Told(explanation.policies(), locale);
    }

    String write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", value.id());
        json.put("asOf", explanation.asOf().toString());
        ArrayNode packs = json.putArray("packs");
        value.packs().forEach(pack -> packs.add(pack.label()));
        json.put("state", value.state());
        json.put("language", told.language());
        ArrayNode questions = json.putArray("questions");
        explanation.questions().forEach(question -> question(questions.addObject(), question));
        ArrayNode checks = json.putArray("checks");
        explanation.checks().forEach(check -> check(checks.addObject(), check));
        ArrayNode acts = json.putArray("authority");
        explanation.acts().forEach(act -> act(acts.addObject(), act));
        ArrayNode stays = json.putArray("unmoved");
        explanation.stays().forEach(stay -> stay(stays.addObject(), stay));
        owner(json.putObject("owner"));
        ArrayNode deadlines = json.putArray("deadlines");
        value.deadlines().forEach(deadline -> deadline(deadlines.addObject(), deadline));
        owed(json);
        ArrayNode clauses = json.putArray("clauses");
        told.cited().clauses().forEach(each -> {
            ObjectNode clause = clauses.addObject()
                    .put("pack", each.policy().id())
                    .put("id", each.clause().id());
            clause.put("source", each.clause().source());
            clause.put("text", each.clause().statement().getOrDefault(told.language(), ""));
            if (each.clause().confidence() != null) {
                clause.put("confidence", each.clause().confidence().name());
            }
        });
        return json.toString();
    }

    private void question(ObjectNode json, Question question) {
        Policy policy = question.policy();
        json.put("pack", policy.id())
                .put("stage", question.stage().name())
                .put("question", question.answer().verb());
        if (question.one()) {
            json.put("code", question.code());
        }
        if (question.conflict()) {
            json.put("conflict", true);
        }
        ArrayNode matched = json.putArray("matched");
        question.matched().forEach(each -> {
            ObjectNode rule = matched(matched.addObject(), policy, each);
            rule.put("stands", each.stands());
            each.row().ifPresent(row -> rule.put("rank", row.rank()));
        });
        question.decided().ifPresent(row -> precedence(json.putObject("precedence"), policy, row));
        ArrayNode missed = json.putArray("missed");
        question.missed().stream()
                .filter(miss -> miss.needs().size() <= MOST_NEEDS)
                .limit(MOST_MISSED)
                .forEach(miss -> missed(missed.addObject(), policy, miss));
    }

    /** Of each event what was found, and what one or two facts kept a check from finding. */
    private void check(ObjectNode json, Check check) {
        Policy policy = check.policy();
        json.put("pack", policy.id())
                .put("event", check.event())
                .put("at", check.at().toString());
        ArrayNode matched = json.putArray("matched");
        check.matched()
                .forEach(each -> matched(matched.addObject(), policy, each)
                        .put("question", each.proposal().answer().verb()));
        ArrayNode missed = json.putArray("missed");
        check.missed().stream()
                .filter(each -> each.miss().needs().size() <= MOST_NEEDS)
                .limit(MOST_MISSED)
                .forEach(each -> missed(missed.addObject(), policy, each.miss())
                        .put("question", each.answer().verb()));
    }

    /** What was held against a ladder; a role that no pack knows may be anything and is not told. */
    private void act(ObjectNode json, Act act) {
        Policy policy = act.policy();
        AuthorityRule rung = act.rung();
        json.put("pack", policy.id())
                .put("event", act.event())
                .put("at", act.at().toString());
        json.put("by", policy.vocabulary().knows("ROLE", act.by()) ? act.by() : "");
        cite(json, policy, rung.clause(), rung.basis());
        json.put("beyond", act.beyond())
                .put("amount", act.amount())
                .put("sum", rung.sum().name());
        if (act.own()) {
            act.most().ifPresent(most -> json.put("most", most));
        }
        ArrayNode able = json.putArray("able");
        act.able().forEach(each -> able.addObject().put("role", each.role()).put("when", each.when()));
    }

    private void stay(ObjectNode json, Stay stay) {
        Policy policy = stay.policy();
        json.put("pack", policy.id())
                .put("event", stay.event())
                .put("at", stay.at().toString())
                .put("state", stay.state());
        ArrayNode missed = json.putArray("missed");
        stay.lacks().forEach(lack -> {
            Transition row = lack.row();
            ObjectNode way = missed.addObject().put("lacks", lack.kind().name());
            ArrayNode states = way.putArray("states");
            new TreeSet<>(row.from()).forEach(states::add);
            way.put("guard", row.guard().name())
                    .put("says", told.of(policy).tables().event(row.event()))
                    .put("then", row.to())
                    .put("clause", row.clause());
            ArrayNode duties = way.putArray("duties");
            lack.duties().forEach(duties::add);
        });
    }

    private ObjectNode matched(ObjectNode json, Policy policy, Question.Matched each) {
        return cite(
                        json.put("rule", each.rule().name()),
                        policy,
                        each.proposal().clause(),
                        each.proposal().basis())
                .put("code", each.proposal().code())
                .put("when", told.of(policy).when(each.rule()));
    }

    private void precedence(ObjectNode json, Policy policy, Precedence row) {
        cite(
                json.put("code", row.code()).put("rank", row.rank()).put("default", row.isDefault()),
                policy,
                row.clause(),
                row.basis());
    }

    private ObjectNode missed(ObjectNode json, Policy policy, Miss miss) {
        cite(
                json.put("rule", miss.rule().name()),
                policy,
                miss.rule().clause(),
                miss.rule().basis());
        json.put("code", miss.code()).put("then", miss.then());
        needs(json.putArray("needs"), policy, miss.needs());
        if (miss.ways().size() > 1) {
            ArrayNode others = json.putArray("alternatives");
            miss.ways().stream().skip(1).forEach(way -> needs(others.addArray(), policy, way));
        }
        return json;
    }

    private void needs(ArrayNode json, Policy policy, List<Miss.Need> needs) {
        needs.forEach(need -> json.addObject()
                .put("field", need.test().field())
                .put("needed", told.needed(policy, need))
                .put("actual", told.actual(policy, need)));
    }

    private ObjectNode cite(ObjectNode json, Policy policy, String clause, Basis basis) {
        told.cited().text(policy.id(), clause, basis);
        return json.put("clause", clause).put("basis", basis.name());
    }

    private void owner(ObjectNode json) {
        json.put("role", value.decision(Answer.OWNER).owner());
        json.put("acts", value.assignee().role());
        json.put("personFound", value.assignee().known());
        ArrayNode passed = json.putArray("passedOver");
        explanation
                .passedOver()
                .forEach(each -> passed.addObject()
                        .put("level", each.level())
                        .put("place", each.place())
                        .put("why", each.why().name()));
    }

    private void deadline(ObjectNode json, Deadline deadline) {
        Policy policy = explanation.policies().get(deadline.pack());
        ZoneId zone = policy.zone();
        json.put("pack", deadline.pack())
                .put("id", deadline.id())
                .put("row", deadline.rule().id());
        json.put("state", deadline.state(explanation.asOf()).name());
        json.put("start", deadline.start().toText(zone));
        json.put("target", deadline.target().toText(zone));
        json.put("limit", deadline.limit().toText(zone));
        json.put("convention", deadline.due().proof().conventionName());
        json.put("conventionSource", deadline.due().proof().source());
        json.put("calendar", deadline.due().proof().calendarVersion());
        json.put("certainty", deadline.certainty().name());
        json.put("endsHandling", deadline.rule().endsHandling());
        json.put("effective", value.effective().filter(deadline::equals).isPresent());
        cite(json, policy, deadline.rule().clause(), deadline.basis());
        ArrayNode counted = json.putArray("counted");
        deadline.due().proof().counted().forEach(day -> counted.add(day.date().toString()));
        ArrayNode skipped = json.putArray("skipped");
        deadline.due()
                .proof()
                .skipped()
                .forEach(day ->
                        skipped.addObject().put("date", day.date().toString()).put("why", day.why()));
        ArrayNode pauses = json.putArray("pauses");
        deadline.due()
                .proof()
                .pauses()
                .forEach(pause -> pauses.addObject()
                        .put("from", pause.from().toString())
                        .put("to", pause.to() == null ? null : pause.to().toString()));
    }

    private void owed(ObjectNode json) {
        ArrayNode duties = json.putArray("duties");
        value.duties()
                .forEach(each -> cite(
                        duties.addObject()
                                .put("pack", each.pack())
                                .put("code", each.code())
                                .put("rule", each.rule())
                                .put("fulfilled", each.fulfilled()),
                        policy(each.pack()),
                        each.clause(),
                        each.basis()));
        ArrayNode prohibitions = json.putArray("prohibitions");
        value.prohibitions()
                .forEach(each -> cite(
                        prohibitions
                                .addObject()
                                .put("pack", each.pack())
                                .put("code", each.code())
                                .put("rule", each.rule()),
                        policy(each.pack()),
                        each.clause(),
                        each.basis()));
        ArrayNode escalations = json.putArray("escalations");
        value.escalations()
                .forEach(each -> cite(
                        escalations
                                .addObject()
                                .put("pack", each.pack())
                                .put("code", each.id())
                                .put("trigger", each.trigger()),
                        policy(each.pack()),
                        each.clause(),
                        each.basis()));
        ArrayNode findings = json.putArray("findings");
        value.findings()
                .forEach(each -> cite(
                        findings.addObject()
                                .put("pack", each.pack())
                                .put("code", each.code())
                                .put("about", each.about())
                                .put("rule", each.rule()),
                        policy(each.pack()),
                        each.clause(),
                        each.basis()));
    }

    private Policy policy(String id) {
        return explanation.policies().get(id);
    }
}
