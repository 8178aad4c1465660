package org.complaintkit.rules.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.Rehearsal;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.rules.cases.Story;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.jspecify.annotations.Nullable;

/** Tells stories under one scenario; a desk is opened once for each set of packs and parameters. Not thread-safe. */
final class Telling {
    private static final int MOST_SETS = 100;

    private final Map<Request, Governed> known = new LinkedHashMap<>();
    private final Scenario scenario;
    private final @Nullable Scenario newer;

    /**
     * Begins.
     *
     * @param newer what the scenario is watched against, see {@link Sharing}; null where it is not
     */
    Telling(Scenario scenario, @Nullable Scenario newer) {
        this.scenario = scenario;
        this.newer = newer;
    }

    private record Request(List<String> packs, List<String> named, Map<String, String> parameters) {}

    /**
     * What governs a story.
     *
     * @param books the rule books as the scenario has them
     * @param rehearsal tells cases under them, with the parameters of the story
     * @param sharing whether a case told would come to the same under the newer scenario; empty where nobody can say
     */
    record Governed(List<DroolsRuleBook> books, Rehearsal rehearsal, Optional<Sharing> sharing) {
        Case told(Story story) {
            sharing.ifPresent(Sharing::begin);
            return rehearsal.of(story.complaint(), story.events(), story.asOf());
        }
    }

    /**
     * What governs a story.
     *
     * @param packs those of its packs that are in force
     * @throws InvalidInputException if there is no such pack or parameter, or the packs do not fit together
     */
    Governed governing(Story story, List<String> packs) {
        Request request = new Request(packs, story.packs(), story.parameters());
        Governed found = known.get(request);
        if (found != null) {
            return found;
        }
        Governed governed = open(request);
        if (known.size() == MOST_SETS) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(request, governed);
        return governed;
    }

    private Governed open(Request request) {
        List<DroolsRuleBook> books = new ArrayList<>();
        List<RuleBook> set = new ArrayList<>();
        Set<String> unknown = new HashSet<>(request.parameters().keySet());
        for (String id : request.packs()) {
            DroolsRuleBook book = scenario.packs().apply(id);
            books.add(book);
            set.add(new RememberingBook(set(book, request)));
        }
        request.named()
                .forEach(id -> unknown.removeAll(scenario.packs()
                        .apply(id)
                        .policy()
                        .parameters()
                        .declared()
                        .keySet()));
        unknown.stream().sorted().findFirst().ifPresent(parameter -> {
            throw InvalidInputException.of("UNKNOWN_PARAMETER", "params")
                    .value(parameter)
                    .rule("a parameter that one of " + request.named() + " declares")
                    .wayOut("correct its name, or leave it out")
                    .build();
        });
        Optional<Sharing> sharing = sharing(request.packs(), books);
        if (sharing.isPresent()) {
            try {
                set = watched(request, books, set, sharing.get());
            } catch (InvalidInputException e) {
                // What the newer version refuses is for the telling under it to say.
                sharing = Optional.empty();
            }
        }
        return new Governed(
                books,
                ComplaintDesk.under(set.toArray(RuleBook[]::new))
                        .calendars(scenario.calendars())
                        .rehearsal(),
                sharing);
    }

    private List<RuleBook> watched(Request request, List<DroolsRuleBook> books, List<RuleBook> set, Sharing sharing) {
        List<RuleBook> watched = new ArrayList<>(set);
        for (int i = 0; i < books.size() && newer != null; i++) {
            DroolsRuleBook other = newer.packs().apply(request.packs().get(i));
            if (other != books.get(i)) {
                watched.set(i, new WatchedBook(set.get(i), new RememberingBook(set(other, request)), sharing));
            }
        }
        return watched;
    }

    private static DroolsRuleBook set(DroolsRuleBook book, Request request) {
        Map<String, String> own = new TreeMap<>(request.parameters());
        own.keySet().retainAll(book.policy().parameters().declared().keySet());
        return book.with(own);
    }

    private Optional<Sharing> sharing(List<String> ids, List<DroolsRuleBook> books) {
        if (newer == null || newer.calendars() != scenario.calendars()) {
            return Optional.empty();
        }
        try {
            List<Sharing.Versions> packs = new ArrayList<>();
            for (int i = 0; i < books.size(); i++) {
                DroolsRuleBook older = books.get(i);
                DroolsRuleBook other = newer.packs().apply(ids.get(i));
                if (Arrays.stream(Answer.values()).anyMatch(each -> older.answers(each) != other.answers(each))) {
                    return Optional.empty();
                }
                packs.add(new Sharing.Versions(older, other));
            }
            return Sharing.between(packs);
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }
}
