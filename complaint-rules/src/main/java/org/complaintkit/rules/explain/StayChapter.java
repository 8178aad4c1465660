package org.complaintkit.rules.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Transition;
import org.complaintkit.rules.page.Page;

/** Events that the lifecycle of a pack lists and that did not move the case, and what would have had to differ. */
final class StayChapter {
    /** So many are told; of more the number. */
    private static final int MOST = 10;

    private final Told told;
    private final Policy policy;

    StayChapter(Told told, Policy policy) {
        this.told = told;
        this.policy = policy;
    }

    /** Nothing where each event moved the case. */
    void write(Page.Builder page, List<Stay> all) {
        List<Stay> stays = all.stream()
                .filter(stay -> stay.policy().id().equals(policy.id()))
                .toList();
        if (stays.isEmpty()) {
            return;
        }
        page.heading(2, told.text("stays", policy.pack().label()), "stays." + policy.id());
        List<String> points = new ArrayList<>();
        stays.stream().limit(MOST).forEach(stay -> points.add(told(stay)));
        if (stays.size() > MOST) {
            points.add(told.text("stays.more", String.valueOf(stays.size() - MOST)));
        }
        page.points(points);
    }

    private String told(Stay stay) {
        return told.text(
                "stays.told",
                told.happened(policy, stay.event(), stay.at()),
                state(stay.state()),
                String.join(told.text("needed.or"), ways(stay)));
    }

    /** Rows that lead to the same and lack the same are told together. */
    List<String> ways(Stay stay) {
        Map<List<String>, Set<String>> states = new LinkedHashMap<>();
        for (Stay.Lack lack : stay.lacks()) {
            Transition row = lack.row();
            String to = row.to().equals(Transition.BACK) ? told.text("stays.back") : state(row.to());
            String cited = row.clause().isEmpty()
                    ? told.text("stays.common")
                    : told.cited().text(policy.id(), row.clause(), Basis.READING);
            Set<String> from = states.computeIfAbsent(List.of(needed(lack), to, cited), each -> new TreeSet<>());
            if (lack.kind() == Stay.Kind.STATE) {
                from.addAll(row.from());
            }
        }
        List<String> ways = new ArrayList<>();
        states.forEach((way, from) -> ways.add(told.text(
                "stays.way",
                from.isEmpty() ? way.get(0) : told.text("stays.state", labels(from), way.get(0)),
                way.get(1),
                way.get(2))));
        return ways;
    }

    /** Of a row of other states only its guard. */
    private String needed(Stay.Lack lack) {
        Transition row = lack.row();
        String guard = row.guard() == Transition.Guard.NONE ? "" : told.text("stays.guard." + row.guard());
        return switch (lack.kind()) {
            case STATE -> guard.isEmpty() ? "" : told.text("stays.and", guard);
            case SAYS -> told.of(policy).tables().event(row.event());
            case GUARD ->
                lack.duties().isEmpty()
                        ? guard
                        : told.text(
                                "stays.duties",
                                guard,
                                told.list(lack.duties().stream()
                                        .map(code -> told.label(policy.id(), "DUTY", code))
                                        .toList()));
        };
    }

    private String labels(Set<String> states) {
        return told.of(policy)
                .words()
                .joined("or", states.stream().map(this::state).toList());
    }

    private String state(String code) {
        return told.of(policy).words().text("quote", told.label(policy.id(), "STATE", code));
    }
}
