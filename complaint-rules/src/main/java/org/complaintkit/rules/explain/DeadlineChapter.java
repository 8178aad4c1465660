package org.complaintkit.rules.explain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.complaintkit.calendar.Pause;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.page.Block;
import org.complaintkit.rules.page.Page;
import org.complaintkit.rules.wording.TableWords;
import org.jspecify.annotations.Nullable;

/** Each deadline: who asked for it, how it was counted, what moved it, and whether its limit is the effective one. */
final class DeadlineChapter {
    private final Case value;
    private final Explanation explanation;
    private final Told told;

    DeadlineChapter(Explanation explanation, Told told) {
        this.explanation = explanation;
        this.value = explanation.value();
        this.told = told;
    }

    void write(Page.Builder page) {
        chapter(page, "deadlines", value.deadlines());
        chapter(page, "deadlines.before", value.previousDeadlines());
    }

    private void chapter(Page.Builder page, String title, List<Deadline> deadlines) {
        if (deadlines.isEmpty()) {
            return;
        }
        page.heading(2, told.text(title), title);
        for (Deadline deadline : deadlines) {
            page.heading(
                    3, told.label(deadline.pack(), "DEADLINE", deadline.rule().id()));
            page.facts(facts(deadline));
            page.drawing(deadline.due().proof());
        }
    }

    private List<Block.Fact> facts(Deadline deadline) {
        Policy policy = explanation.policies().get(deadline.pack());
        ZoneId zone = policy.zone();
        TableWords tables = told.of(policy).tables();
        List<Block.Fact> facts = new ArrayList<>();
        asked(deadline).forEach(text -> fact(facts, "d.asked", text));
        fact(
                facts,
                "d.start",
                told.text("d.started", tables.when(deadline.rule().start()), at(deadline.startedAt(), zone)));
        fact(facts, "d.ends", tables.when(deadline.rule().end()));
        String cited = told.cited().text(deadline.pack(), deadline.rule().clause(), deadline.basis());
        fact(facts, "d.limit", told.text("d.rule", tables.limit(deadline.rule().limit()), cited));
        fact(
                facts,
                "d.dates",
                told.text(
                        "d.span",
                        deadline.start().toText(zone),
                        deadline.target().toText(zone),
                        deadline.limit().toText(zone)));
        for (Pause pause : deadline.due().proof().pauses()) {
            fact(
                    facts,
                    "d.pauses",
                    told.text("d.paused", at(pause.from(), zone), pause.to() == null ? "…" : at(pause.to(), zone)));
        }
        extensions(facts, deadline, policy);
        DeadlineState state = deadline.state(explanation.asOf());
        String missed = deadline.targetMissed(explanation.asOf()) ? "; " + told.text("d.missed") : "";
        fact(facts, "d.state", told.text("state." + state) + missed);
        stopped(facts, deadline, state, zone);
        fact(facts, "d.effective", effective(deadline, state));
        return facts;
    }

    private void fact(List<Block.Fact> facts, String name, String text) {
        if (!text.isEmpty()) {
            facts.add(new Block.Fact(told.text(name), text));
        }
    }

    private static String at(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime().toString();
    }

    /** The rules that asked for it, or the table of extensions. */
    private List<String> asked(Deadline deadline) {
        List<String> rules = value.reasons().stream()
                .filter(reason -> reason.answer().equals("deadline"))
                .filter(reason -> reason.pack().split(" ", 2)[0].equals(deadline.pack()))
                .filter(reason -> reason.code().equals(deadline.rule().id())
                        || reason.code().equals(deadline.id()))
                .map(reason -> told.text(
                        "d.rule", reason.rule(), told.cited().text(reason.pack(), reason.clause(), reason.basis())))
                .distinct()
                .toList();
        return rules.isEmpty() ? List.of(told.text("d.table")) : rules;
    }

    private void extensions(List<Block.Fact> facts, Deadline deadline, Policy policy) {
        String utmost = deadline.utmost() == null ? "…" : deadline.utmost().toText(policy.zone());
        policy.extensions().forEach(row -> {
            String cited = told.cited().text(policy.id(), row.clause(), row.basis());
            if (row.into().equals(deadline.rule().id())) {
                fact(
                        facts,
                        "d.ext",
                        told.text("d.extended", told.label(policy.id(), "DEADLINE", row.extended()), cited, utmost));
            } else if (row.extended().equals(deadline.rule().id())
                    || row.extended().equals(deadline.id())) {
                fact(
                        facts,
                        "d.ext",
                        told.text("d.into", told.label(policy.id(), "DEADLINE", row.into()), cited, utmost));
            }
        });
        if (deadline.movedBy() != 0) {
            fact(facts, "d.ext", told.text("d.moved", String.valueOf(deadline.movedBy())));
        }
    }

    /** What stopped it; what came after that no longer counts. */
    private void stopped(List<Block.Fact> facts, Deadline deadline, DeadlineState state, ZoneId zone) {
        switch (state) {
            case SUPERSEDED -> stop(facts, "d.superseded", deadline.supersededAt(), zone);
            case CANCELLED -> stop(facts, "d.cancelled", deadline.cancelledAt(), zone);
            default -> stop(facts, "d.ended", deadline.endedAt(), zone);
        }
    }

    private void stop(List<Block.Fact> facts, String key, @Nullable Instant at, ZoneId zone) {
        if (at != null && !at.isAfter(explanation.asOf())) {
            fact(facts, "d.stopped", told.text(key, at(at, zone)));
        }
    }

    private String effective(Deadline deadline, DeadlineState state) {
        if (!deadline.rule().endsHandling()) {
            return told.text("d.outside");
        }
        if (state == DeadlineState.SUPERSEDED || state == DeadlineState.CANCELLED) {
            return told.text("d.gone");
        }
        Deadline winner = value.effective().orElse(deadline);
        if (!winner.equals(deadline)) {
            return told.text(
                    "d.loses",
                    told.label(winner.pack(), "DEADLINE", winner.rule().id()));
        }
        List<String> others = competing()
                .map(each -> told.label(each.pack(), "DEADLINE", each.rule().id()))
                .sorted()
                .toList();
        return others.size() > 1 ? told.text("d.wins", told.list(others)) : told.text("d.alone");
    }

    private Stream<Deadline> competing() {
        return value.deadlines().stream()
                .filter(each -> each.rule().endsHandling())
                .filter(each -> each.state(explanation.asOf()) != DeadlineState.SUPERSEDED)
                .filter(each -> each.state(explanation.asOf()) != DeadlineState.CANCELLED);
    }
}
