package org.complaintkit.rules.explain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.ObservedRuleBook;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Stage;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.syntax.Rule;

/**
 * Explains cases: decides them again from complaint and events, and tells why they stand as they do. Thread-safe as far as
 * its organisation is.
 */
public final class Explainer {
    /** Stages whose answers follow from the case; checks are asked of each event, see {@link Check}. */
    private static final List<Stage> STAGES = List.of(
            Stage.CLASSIFICATION,
            Stage.GRADING,
            Stage.RESPONSIBILITY,
            Stage.DEADLINES,
            Stage.DUTIES,
            Stage.ESCALATION,
            Stage.ACCOUNTING);

    private final List<DroolsRuleBook> books;
    private final Organisation organisation;
    private final CalendarRegistry calendars;

    private Explainer(List<DroolsRuleBook> books, Organisation organisation, CalendarRegistry calendars) {
        this.books = List.copyOf(books);
        this.organisation = organisation;
        this.calendars = calendars;
    }

    /**
     * Under these packs, the institution's own first, the highest authority last; of several versions of a pack the one
     * that was in force counts.
     *
     * @throws InvalidInputException if there is none
     */
    public static Explainer under(List<DroolsRuleBook> books) {
        if (books.isEmpty()) {
            throw InvalidInputException.of("NO_PACKS", "packs")
                    .rule("at least one pack")
                    .wayOut("name the packs under which the case was decided")
                    .build();
        }
        return new Explainer(books, Organisation.UNKNOWN, CalendarRegistry.standard());
    }

    /** With an organisation that says who holds which role. */
    public Explainer organisation(Organisation port) {
        return new Explainer(books, port, calendars);
    }

    /** With calendars of the host's own. */
    public Explainer calendars(CalendarRegistry registry) {
        return new Explainer(books, organisation, registry);
    }

    /**
     * Explains a case as it stands at a moment.
     *
     * @param events what happened, in any order; what comes after the moment is not looked at
     * @throws InvalidInputException as the desk does, of what it refuses
     */
    public Explanation explain(Complaint complaint, List<CaseEvent> events, Instant asOf) {
        List<Transcript> transcripts =
                books.stream().map(book -> new Transcript()).toList();
        RuleBook[] observed = IntStream.range(0, books.size())
                .mapToObj(i -> new ObservedRuleBook(books.get(i), transcripts.get(i)))
                .toArray(RuleBook[]::new);
        ZoneId zone = books.get(0).policy().zone();
        ComplaintDesk desk = ComplaintDesk.under(observed)
                .clock(Clock.fixed(asOf.isBefore(complaint.receivedAt()) ? complaint.receivedAt() : asOf, zone))
                .organisation(organisation)
                .calendars(calendars)
                .open();
        desk.receive(complaint);
        events.stream()
                .filter(event -> !event.occurredAt().isAfter(asOf))
                .sorted(Comparator.comparing(CaseEvent::occurredAt))
                .forEach(event -> desk.handle(complaint.id(), event));
        Case then = desk.find(complaint.id(), asOf).orElseThrow();
        Map<String, Policy> policies = new LinkedHashMap<>();
        List<Question> questions = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        List<Act> acts = new ArrayList<>();
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < books.size(); i++) {
            Transcript.Asked asked = transcripts.get(i).last().get(Stage.CLASSIFICATION);
            // Of several versions of a pack only the one in force was asked.
            if (asked != null) {
                policies.put(asked.policy().id(), asked.policy());
                questions(transcripts.get(i), books.get(i).rules(), questions);
                checks.addAll(Check.of(transcripts.get(i), books.get(i).rules(), then.events()));
                acts.addAll(Act.of(transcripts.get(i), then));
                stays.addAll(Stay.of(transcripts.get(i), then, policies.size() == 1));
            }
        }
        LocalDate day = then.advancedTo().atZone(zone).toLocalDate();
        List<PassedOver> passed = PassedOver.of(then.assignee(), then.complaint(), organisation, day);
        return new Explanation(then, asOf, policies, questions, new Happened(checks, acts, stays), passed);
    }

    private static void questions(Transcript transcript, List<Rule> rules, List<Question> questions) {
        for (Stage stage : STAGES) {
            Transcript.Asked asked = transcript.last().get(stage);
            List<Rule> own =
                    rules.stream().filter(rule -> rule.stage() == stage).toList();
            for (Answer answer : stage.answers()) {
                if (asked != null) {
                    questions.add(Question.of(stage, answer, asked, own));
                }
            }
        }
    }
}
