package org.complaintkit.rules.handbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EscalationRule;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.ReportRule;
import org.complaintkit.policy.StandstillRule;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.page.Page;

/** What is due, by when, and what follows if it is late. */
final class DutyChapters {
    private final Scribe scribe;
    private final Policy policy;

    DutyChapters(Scribe scribe) {
        this.scribe = scribe;
        this.policy = scribe.policy();
    }

    void write(Page.Builder page) {
        scribe.table(
                page,
                "deadlines",
                List.of(
                        "id",
                        "name",
                        "start",
                        "end",
                        "limit",
                        "target",
                        "warnings",
                        "breach",
                        "notes",
                        "clause",
                        "basis"),
                policy.deadlines().values().stream().map(this::deadline).toList());
        scribe.table(
                page,
                "extensions",
                List.of("extended", "into", "granted", "notice", "cap", "conditions", "clause", "basis"),
                policy.extensions().stream().map(this::extension).toList());
        scribe.table(
                page,
                "pauses",
                List.of("id", "name", "stops", "first", "last", "received", "when", "clause", "basis"),
                policy.safeguards().standstills().stream().map(this::pause).toList());
        scribe.table(
                page,
                "reports",
                List.of("id", "name", "period", "limit", "owner", "receiver", "breach", "clause", "basis"),
                policy.reports().stream().map(this::report).toList());
        scribe.table(
                page,
                "escalations",
                List.of("id", "name", "from", "to", "within", "clause", "basis"),
                policy.escalations().values().stream().map(this::escalation).toList());
        scribe.table(
                page,
                "duties",
                List.of("duty", "name", "role", "discharged", "blocks", "clause", "basis"),
                policy.duties().values().stream()
                        .map(duty -> List.of(
                                duty.code(),
                                scribe.label("DUTY", duty.code()),
                                scribe.label("ROLE", duty.role()),
                                scribe.sentences().tables().when(duty.dischargedBy()),
                                scribe.yes(duty.blocksClosing()),
                                duty.clause(),
                                scribe.basis(duty.basis())))
                        .toList());
    }

    private List<String> deadline(DeadlineRule row) {
        return List.of(
                row.id(),
                name("DEADLINE", row.id()),
                scribe.sentences().tables().when(row.start()),
                scribe.sentences().tables().when(row.end()),
                scribe.sentences().tables().limit(row.limit()),
                row.target().kind() == LimitRule.Kind.SAME
                        ? ""
                        : scribe.sentences().tables().limit(row.target()),
                scribe.list(row.warnings().stream()
                        .map(scribe.sentences().tables()::term)
                        .toList()),
                consequences(row.onBreach()),
                scribe.list(notes(row)),
                row.clause(),
                scribe.basis(row.basis()));
    }

    private List<String> notes(DeadlineRule row) {
        List<String> notes = new ArrayList<>();
        if (row.endsHandling()) {
            notes.add(scribe.text("note.ends"));
        }
        if (row.followUp()) {
            notes.add(scribe.text("note.followUp"));
        }
        when(notes, "note.cancelled", scribe.sentences().tables().when(row.cancelledBy()));
        when(notes, "note.notBefore", scribe.sentences().tables().when(row.notBefore()));
        if (row.lapses()) {
            notes.add(scribe.text("note.lapses"));
        }
        switch (row.repeats()) {
            case EACH_START -> notes.add(scribe.text("note.eachStart"));
            case AFTER_END -> notes.add(scribe.text("note.afterEnd"));
            case NO -> {}
        }
        switch (row.gives()) {
            case WHEN_NOT_ASKED -> notes.add(scribe.text("note.notAsked"));
            case NEVER -> notes.add(scribe.text("note.never"));
            case TO_ANOTHER_END -> {}
        }
        row.pausedBy()
                .from()
                .ifPresent(from -> notes.add(scribe.text(
                        "note.paused",
                        scribe.sentences().tables().event(from),
                        row.pausedBy()
                                .to()
                                .map(scribe.sentences().tables()::event)
                                .orElse("…"))));
        when(notes, "note.onWarning", consequences(row.onWarning()));
        return notes;
    }

    private void when(List<String> notes, String key, String what) {
        if (!what.isEmpty()) {
            notes.add(scribe.text(key, what));
        }
    }

    /** Escalations and findings, whichever a code is. */
    private String consequences(List<String> codes) {
        return scribe.list(codes.stream()
                .map(code -> policy.escalations().containsKey(code)
                        ? scribe.label("ESCALATION", code)
                        : scribe.label("FINDING", code))
                .toList());
    }

    private List<String> extension(ExtensionRule row) {
        List<String> conditions = new ArrayList<>();
        conditions(conditions, "ext.grounds", "LABEL", row.grounds());
        conditions(conditions, "ext.contents", "", row.contents());
        conditions(conditions, "ext.writing", "CHANNEL", row.inWriting());
        conditions(conditions, "ext.approved", "ROLE", row.approvedBy());
        conditions(conditions, "ext.moves", "DEADLINE", row.moves());
        return List.of(
                scribe.label("DEADLINE", row.extended()),
                scribe.label("DEADLINE", row.into()),
                scribe.sentences().tables().event(row.grantedBy()),
                scribe.sentences().tables().event(row.notice()),
                row.cap().kind() == LimitRule.Kind.SAME
                        ? scribe.text("unlimited")
                        : scribe.sentences().tables().limit(row.cap()),
                String.join(scribe.text("list.long"), conditions),
                row.clause(),
                scribe.basis(row.basis()));
    }

    private void conditions(List<String> conditions, String key, String kind, Set<String> codes) {
        if (!codes.isEmpty()) {
            conditions.add(scribe.text(
                    key,
                    scribe.list(new TreeSet<>(codes)
                            .stream()
                                    .map(code -> scribe.sentences().labels().ifKnown(kind, code))
                                    .toList())));
        }
    }

    private List<String> pause(StandstillRule row) {
        boolean ofAll =
                day(row.receivedFrom()).isEmpty() && day(row.receivedTo()).isEmpty();
        return List.of(
                row.id(),
                name("DEADLINE", row.id()),
                scribe.list(new TreeSet<>(row.stops())
                        .stream()
                                .map(each -> scribe.sentences().labels().ifKnown("DEADLINE", each))
                                .toList()),
                bound(row.from()),
                bound(row.to()),
                ofAll ? "" : scribe.text("effective.span", bound(row.receivedFrom()), bound(row.receivedTo())),
                scribe.label(policy.vocabulary().knows("CATEGORY", row.when()) ? "CATEGORY" : "LABEL", row.when()),
                row.clause(),
                scribe.basis(row.basis()));
    }

    /** A day, and the parameter that names it if one does. */
    private String bound(String cell) {
        String day = day(cell).map(LocalDate::toString).orElseGet(() -> scribe.text("open"));
        List<String> parameters = LimitRule.parse(cell).parameters();
        return parameters.isEmpty() ? day : day + " (" + String.join(", ", parameters) + ")";
    }

    private Optional<LocalDate> day(String cell) {
        return ReportRule.day(cell, policy.parameters(), "pause");
    }

    private List<String> report(ReportRule row) {
        return List.of(
                row.id(),
                name("DEADLINE", row.id()),
                scribe.text("period." + row.period()),
                scribe.sentences().tables().limit(LimitRule.parse(row.limit())),
                scribe.label("ROLE", row.owner()),
                scribe.label("ROLE", row.receiver()),
                consequences(row.onBreach()),
                row.clause(),
                scribe.basis(row.basis()));
    }

    private List<String> escalation(EscalationRule row) {
        LimitRule within = LimitRule.parse(row.within());
        return List.of(
                row.id(),
                name("ESCALATION", row.id()),
                scribe.label("ROLE", row.from()),
                String.join(
                        " → ",
                        row.to().stream()
                                .map(role -> scribe.label("ROLE", role))
                                .toList()),
                within.kind() == LimitRule.Kind.SAME
                        ? ""
                        : scribe.sentences().tables().limit(within),
                row.clause(),
                scribe.basis(row.basis()));
    }

    /** The label alone: the id stands in a column of its own. */
    private String name(String kind, String id) {
        Map<String, Vocabulary.Word> known = policy.vocabulary().kind(kind);
        String code = DeadlineRule.code(id);
        scribe.label(kind, code);
        return known.containsKey(code) ? known.get(code).labels().getOrDefault(scribe.language(), code) : code;
    }
}
