package org.complaintkit.rules.handbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Transition;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.rules.page.Page;

/** The states of a case, as a drawing in letters and as a table, and what the library makes of them and of other codes. */
final class LifecycleChapter {
    private static final String FIRST = "RECEIVED";

    private final Scribe scribe;
    private final List<Transition> rows;

    LifecycleChapter(Scribe scribe) {
        this.scribe = scribe;
        this.rows = scribe.policy().transitions();
    }

    void write(Page.Builder page) {
        lifecycle(page);
        marks(page);
    }

    private void marks(Page.Builder page) {
        Vocabulary words = scribe.policy().vocabulary();
        page.heading(2, scribe.text("marks"), "marks").paragraph(scribe.text("marks.intro"));
        page.table(
                scribe.header(List.of("mark", "codes")),
                Stream.of(Mark.values())
                        .filter(mark -> !words.marked(mark).isEmpty())
                        .map(mark -> List.of(
                                scribe.text("mark." + mark),
                                scribe.labels(mark.kind(), new TreeSet<>(words.marked(mark)))))
                        .toList());
    }

    private void lifecycle(Page.Builder page) {
        if (rows.isEmpty()) {
            return;
        }
        page.heading(2, scribe.text("lifecycle"), "lifecycle");
        page.verbatim(drawing());
        page.table(
                scribe.header(List.of("state", "event", "next", "guard", "notes", "clause")),
                rows.stream().map(this::row).toList());
    }

    private List<String> row(Transition row) {
        List<String> notes = new ArrayList<>();
        if (row.implied()) {
            notes.add(scribe.text("life.implied"));
        }
        if (row.begins() != Transition.Round.NONE) {
            notes.add(scribe.text("life." + row.begins()));
        }
        return List.of(
                scribe.labels("STATE", new TreeSet<>(row.from())),
                scribe.sentences().tables().event(row.event()),
                state(row.to()),
                guard(row),
                scribe.list(notes),
                row.clause());
    }

    private String guard(Transition row) {
        return row.guard() == Transition.Guard.NONE ? "" : scribe.text("guard." + row.guard());
    }

    private String state(String code) {
        return code.equals(Transition.BACK) ? scribe.text("life.back") : scribe.label("STATE", code);
    }

    /** Each state with the ways that lead on from it, those reached first above. */
    private String drawing() {
        StringBuilder out = new StringBuilder();
        for (String state : order()) {
            out.append('[').append(state(state)).append("]\n");
            List<Transition> ways =
                    rows.stream().filter(row -> row.from().contains(state)).toList();
            for (int i = 0; i < ways.size(); i++) {
                Transition way = ways.get(i);
                out.append(i == ways.size() - 1 ? "  └─ " : "  ├─ ")
                        .append(scribe.sentences().tables().event(way.event()));
                if (way.guard() != Transition.Guard.NONE) {
                    out.append(" {").append(guard(way)).append('}');
                }
                out.append(" ─> [").append(state(way.to())).append("]\n");
            }
        }
        return out.toString();
    }

    private Set<String> order() {
        Set<String> order = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(FIRST));
        while (!next.isEmpty()) {
            String state = next.remove();
            if (!state.equals(Transition.BACK) && order.add(state)) {
                rows.stream().filter(row -> row.from().contains(state)).forEach(row -> next.add(row.to()));
            }
        }
        rows.forEach(row -> order.addAll(new TreeSet<>(row.from())));
        return order;
    }
}
