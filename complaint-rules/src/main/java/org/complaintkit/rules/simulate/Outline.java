package org.complaintkit.rules.simulate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Decision;
import org.complaintkit.duty.Finding;
import org.complaintkit.lifecycle.Case;

/**
 * What came of a case, as texts by what they are about: all that the exchange format tells, citations and proofs apart, and
 * when and to whom. Names nobody. Used once.
 */
final class Outline {
    private final Map<Item, String> items = new LinkedHashMap<>();
    private final Map<Item, Integer> times = new LinkedHashMap<>();
    private final Case value;
    private final ZoneId zone;

    /**
     * What a text is about.
     *
     * @param nth 0 for the first of several with this subject
     */
    record Item(Aspect aspect, String subject, int nth) {}

    private Outline(Case value, ZoneId zone) {
        this.value = value;
        this.zone = zone;
    }

    static Map<Item, String> of(Case value, ZoneId zone) {
        Outline outline = new Outline(value, zone);
        outline.decided();
        value.lastDeadlines().forEach(each -> outline.deadline(each, ""));
        value.previousDeadlines().forEach(each -> outline.deadline(each, "<"));
        outline.owed();
        outline.stands();
        return outline.items;
    }

    /** What differs between two outlines, in the order of the aspects. */
    static List<Difference> differences(Map<Item, String> before, Map<Item, String> after) {
        if (before.equals(after)) {
            return List.of();
        }
        Set<Item> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (Item item : all) {
            String was = before.getOrDefault(item, "");
            String is = after.getOrDefault(item, "");
            if (!was.equals(is)) {
                differences.add(new Difference(item.aspect(), item.subject(), was, is));
            }
        }
        differences.sort(Comparator.comparing(Difference::aspect));
        return List.copyOf(differences);
    }

    private void decided() {
        Decision classified = value.decision(Answer.CATEGORY);
        put(Aspect.CATEGORY, "", classified.category());
        put(Aspect.CATEGORY, "UNDECIDED", classified.undecided() ? "+" : "");
        value.categories().stream().sorted().forEach(code -> put(Aspect.CATEGORY, code, "+"));
        value.labels().forEach(code -> put(Aspect.LABEL, code, "+"));
        put(Aspect.COMPLEXITY, "", value.decision(Answer.COMPLEXITY).complexity());
        put(Aspect.GRADE, "", value.decision(Answer.GRADE).grade());
        put(Aspect.GRADE, "INITIAL", value.register().initialGrade());
        Decision handed = value.decision(Answer.OWNER);
        put(Aspect.OWNER, "", handed.owner());
        handed.assists().stream().sorted().forEach(code -> put(Aspect.ASSIST, code, "+"));
        handed.supervisors().stream().sorted().forEach(code -> put(Aspect.SUPERVISOR, code, "+"));
        put(Aspect.APPROVER, "", value.decision(Answer.APPROVER).approver());
    }

    private void deadline(Deadline deadline, String earlier) {
        Instant asOf = value.advancedTo();
        String limit = deadline.limit().toText(zone);
        String target = deadline.target().toText(zone);
        String start = deadline.limit().wholeDay()
                ? deadline.start().day().toString()
                : deadline.start().toText(zone);
        DeadlineState state = deadline.state(asOf);
        put(
                Aspect.DEADLINE,
                earlier + deadline.id(),
                start + " > " + limit + (target.equals(limit) ? "" : " (" + target + ")") + " " + state
                        + (deadline.targetMissed(asOf) && state != DeadlineState.BREACHED ? " !" : ""));
    }

    private void owed() {
        put(
                Aspect.LIMIT,
                "",
                value.effective().map(each -> each.limit().toText(zone)).orElse(""));
        put(
                Aspect.LIMIT,
                "MOST",
                value.maximumLimit().map(each -> each.toText(zone)).orElse(""));
        value.duties().stream()
                .map(duty -> Map.entry(duty.code(), duty.role() + (duty.fulfilled() ? " x" : "")))
                .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .forEach(duty -> put(Aspect.DUTY, duty.getKey(), duty.getValue()));
        value.prohibitions().stream()
                .map(each -> each.code())
                .sorted()
                .forEach(code -> put(Aspect.PROHIBITION, code, "+"));
        value.escalations().stream()
                .map(each -> Map.entry(each.id(), String.join(", ", each.to()) + " " + day(each.firedAt())))
                .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .forEach(each -> put(Aspect.ESCALATION, each.getKey(), each.getValue()));
        value.findings().stream().map(Finding::code).sorted().forEach(code -> put(Aspect.FINDING, code, "+"));
    }

    private void stands() {
        put(Aspect.STATE, "", value.state());
        put(Aspect.STATE, "OUTCOME", value.outcome());
        put(Aspect.ACCOUNT, "FORM", value.account().settledOn());
        put(Aspect.ACCOUNT, "COUNT", value.countStatus());
        value.measures().forEach(code -> put(Aspect.ACCOUNT, code, "+"));
        Set<String> told = new TreeSet<>();
        value.register().accounts().values().stream()
                .map(account -> account.amounts())
                .flatMap(Collection::stream)
                .filter(amount -> told.add(amount.name()))
                .forEach(amount -> put(
                        Aspect.ACCOUNT,
                        amount.name(),
                        List.of(String.valueOf(amount.value()), amount.role()).stream()
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(" "))));
    }

    private String day(Instant at) {
        return at.atZone(zone).toLocalDateTime().toString();
    }

    private void put(Aspect aspect, String subject, String text) {
        if (!text.isEmpty()) {
            int nth = times.merge(new Item(aspect, subject, 0), 1, Integer::sum) - 1;
            items.put(new Item(aspect, subject, nth), text);
        }
    }
}
