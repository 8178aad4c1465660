package org.complaintkit.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.deadline.GivenDate;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Joined;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.EscalationRule;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Nearest;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.report.ReportKey;

/** Refuses what is malformed or structurally impossible; what is merely against the policy passes. */
final class Admission {
    private static final String TIME_LEFT_OUT = "TIME_LEFT_OUT";
    private static final List<String> LEFT_OUT = List.of("from", "to");
    private static final Set<String> THINGS = Set.of("deadline", "form", "escalation", "duty", "round", "pack");
    private static final Set<String> AMOUNTS = Set.of("amount", "count");
    private static final int ID_LENGTH = 200;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|[A-Z]{4,}");
    private static final BigDecimal MOST_PERSONS = BigDecimal.valueOf(999_999_999);
    /** Before it no local day need exist that a calendar could be asked about. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final List<Policy> policies;
    private final Vocabulary vocabulary;
    /** What tables of deadlines or extensions take dates from. */
    private final List<Dated> dated;

    private record Dated(EventPattern pattern, ZoneId zone) {}

    Admission(List<Policy> policies) {
        this.policies = policies;
        this.dated = policies.stream().flatMap(Admission::dated).toList();
        this.vocabulary = policies.stream()
                .map(Policy::vocabulary)
                .reduce(Vocabulary::plus)
                .orElseThrow();
    }

    /** Refuses an id under which a report of the institution lies, or may lie. */
    static void free(Complaint complaint) {
        if (ReportKey.names(complaint.id())) {
            throw InvalidInputException.of("RESERVED_ID", "complaint.id")
                    .value(complaint.id())
                    .rule("an id that does not begin as the keys of the institution's reports do")
                    .wayOut("put something of your own before it")
                    .build();
        }
    }

    /** A report of the institution is no case, though it lies beside them. */
    static String caseId(String id) {
        if (ReportKey.names(id)) {
            throw unknownCase(id);
        }
        return id;
    }

    /** Refuses a receipt at a time that cannot be. */
    static void timely(Complaint complaint, Instant now) {
        if (complaint.receivedAt().isBefore(EARLIEST)) {
            throw InvalidInputException.of("RECEIPT_TOO_EARLY", "complaint.receivedAt")
                    .value(complaint.receivedAt())
                    .rule("a receipt at or after " + EARLIEST)
                    .wayOut("correct the time of receipt")
                    .build();
        }
        if (complaint.receivedAt().isAfter(now)) {
            throw InvalidInputException.of("FUTURE_RECEIPT", "complaint.receivedAt")
                    .value(complaint.receivedAt())
                    .rule("a receipt at or before the desk's clock, which says " + now)
                    .wayOut("correct the time of receipt, or the clock")
                    .build();
        }
    }

    /**
     * An event with the time at which it was learned of: its own word, or the desk's clock where it has none.
     *
     * @throws InvalidInputException if by its own word it was learned of later than now, or before it happened
     */
    static CaseEvent recorded(CaseEvent event, Instant now) {
        boolean said = !event.recordedAt().equals(event.occurredAt());
        if (said && (event.recordedAt().isAfter(now) || event.recordedAt().isBefore(event.occurredAt()))) {
            throw InvalidInputException.of("RECORDED_AT", "event.recordedAt")
                    .value(event.recordedAt())
                    .rule("a time from " + event.occurredAt() + ", when it happened, to the desk's clock, which says "
                            + now)
                    .wayOut("leave it at the time when it happened, and the desk takes its clock")
                    .build();
        }
        return new CaseEvent(
                event.id(),
                event.type(),
                event.by(),
                event.person(),
                event.occurredAt(),
                said ? event.recordedAt() : now,
                event.data());
    }

    void admit(Complaint complaint) {
        vocabulary.require("CHANNEL", complaint.channel(), "complaint.channel");
        role(complaint.receivedBy(), "complaint.receivedBy");
        vocabulary.require("COMPLAINANT", complaint.complainant().type(), "complaint.complainant.type");
        codes("CATEGORY", complaint.intakeCategories(), "complaint.intakeCategories");
        codes("LABEL", complaint.facts(), "complaint.facts");
        codes("CAUSE", complaint.causes(), "complaint.causes");
        codes("DEMAND", complaint.demands(), "complaint.demands");
    }

    /**
     * Admits an event to a case.
     *
     * @param upToNow the case with time let pass up to now: a duty that a breach brings is on the case from the breach
     *     on, whether or not a sweep has come by since
     */
    void admit(Case to, CaseEvent event, Instant now, Supplier<Case> upToNow) {
        int longest = ID_LENGTH + (Merging.derived(event) ? Merging.ID_TAIL : 0);
        if (event.id().isBlank() || event.id().length() > longest) {
            throw InvalidInputException.of("EVENT_ID", "event.id")
                    .value(event.id())
                    .rule("an id of 1 to " + ID_LENGTH + " characters")
                    .wayOut("give each event the identifier of the host's own record")
                    .build();
        }
        if (event.type().equals(CaseEvent.RECEIVED)) {
            throw InvalidInputException.of("SECOND_RECEIPT", "event.type")
                    .value(event.type())
                    .rule("a case is received once")
                    .wayOut("record a repeat with REPEAT_RECEIVED, or receive a complaint of its own")
                    .build();
        }
        vocabulary.require("EVENT", event.type(), "event.type");
        role(event.by(), "event.by");
        times(to, event, now);
        if (event.data().keySet().stream().anyMatch(THINGS::contains)) {
            things(upToNow.get(), event);
        }
        event.data().forEach(Admission::value);
        for (String outcome : event.values("outcome")) {
            vocabulary.require("OUTCOME", outcome, "event.data.outcome");
        }
        kinds(event);
        dates(event);
        for (String label : event.values("facts")) {
            vocabulary.require("LABEL", label, "event.data.facts");
        }
    }

    /** What is written as a code must be one; anything else is an identifier of the host's own. */
    private void role(String role, String subject) {
        if (CODE.matcher(role).matches()) {
            vocabulary.require("ROLE", role, subject);
        }
    }

    /** What a table of deadlines or extensions takes a date from must be one: a promise for "soon" would bind nobody. */
    private void dates(CaseEvent event) {
        if (event.type().equals(TIME_LEFT_OUT)) {
            LEFT_OUT.forEach(key -> date(event, key, policies.get(0).zone()));
            leftOut(event);
        }
        for (Dated each : dated) {
            if (each.pattern().matches(event)) {
                each.pattern().keys().forEach(key -> date(event, key, each.zone()));
            }
        }
    }

    /** An order of which no time can be read would move no limit, and nobody would notice. */
    private void leftOut(CaseEvent order) {
        if (!policies.stream().map(Policy::zone).allMatch(zone -> leavesOut(order, zone))) {
            throw InvalidInputException.of("EVENT_DATA", "event.data")
                    .value(LEFT_OUT)
                    .rule("a first and a last day, or the minutes from and to, the later one last")
                    .wayOut("write both, both in the same form")
                    .build();
        }
    }

    private static boolean leavesOut(CaseEvent order, ZoneId zone) {
        Optional<DueMoment> from = GivenDate.read(order.value("from"), zone);
        Optional<DueMoment> to = GivenDate.read(order.value("to"), zone);
        return from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) <= 0;
    }

    private static Stream<Dated> dated(Policy policy) {
        Stream<EventPattern> said = policy.deadlines().values().stream().flatMap(DeadlineRule::dates);
        Stream<EventPattern> granted = policy.extensions().stream()
                .map(row -> new EventPattern(
                        row.grantedBy().type(), row.grantedBy().conditions(), List.of(ExtensionRule.NEW_LIMIT)));
        return Stream.concat(said, granted).map(pattern -> new Dated(pattern, policy.zone()));
    }

    private static void date(CaseEvent event, String key, ZoneId zone) {
        for (String text : event.values(key)) {
            if (!text.isBlank() && GivenDate.read(text, zone).isEmpty()) {
                throw InvalidInputException.of("EVENT_DATA", "event.data." + key)
                        .rule("a date such as 2025-09-30, or a date and time such as 2025-09-30T18:00+08:00")
                        .wayOut("write the date in that form")
                        .build();
            }
        }
    }

    private void kinds(CaseEvent event) {
        for (String kind : event.values("kind")) {
            if (event.labels(kind).noneMatch(label -> vocabulary.knows("LABEL", label))) {
                vocabulary.require("LABEL", kind, "event.data.kind");
            }
        }
    }

    /** Nothing is known of a case before its receipt. */
    static void afterReceipt(Case to, Instant moment, String subject) {
        Instant received = to.complaint().receivedAt();
        if (moment.isBefore(received)) {
            throw InvalidInputException.of("BEFORE_RECEIPT", subject)
                    .value(moment)
                    .rule("a moment at or after the receipt of the complaint, " + received)
                    .wayOut("correct the time, or the case")
                    .build();
        }
    }

    /** All words of the packs. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    private void times(Case to, CaseEvent event, Instant now) {
        afterReceipt(to, event.occurredAt(), "event.occurredAt");
        if (event.occurredAt().isAfter(now)) {
            throw InvalidInputException.of("FUTURE_EVENT", "event.occurredAt")
                    .value(event.occurredAt())
                    .rule("an event at or before the desk's clock, which says " + now)
                    .wayOut("report an event once it has happened; ask before with may()")
                    .build();
        }
        boolean filed = !vocabulary.marks(Mark.LATER, event.type())
                && !event.type().equals(Joined.PARTED)
                && to.steps().stream()
                        .anyMatch(step -> vocabulary.marks(Mark.FILED, step.state())
                                && !event.occurredAt().isBefore(step.at()));
        if (filed) {
            throw InvalidInputException.of("AFTER_ARCHIVED", "event.type")
                    .value(event.type())
                    .rule("nothing happens to a case in state " + to.state())
                    .wayOut("receive a new complaint and link it to this case")
                    .build();
        }
    }

    /**
     * An event cannot be about a deadline, duty or round that the case lacks, nor a form or escalation its packs lack, nor
     * decide for a pack that does not govern it.
     */
    private void things(Case to, CaseEvent event) {
        named(
                event,
                "deadline",
                Stream.concat(to.deadlines().stream(), to.previousDeadlines().stream())
                        .map(deadline -> deadline.id()));
        named(event, "form", policies.stream().flatMap(policy -> policy.forms().keySet().stream()));
        named(
                event,
                "escalation",
                policies.stream()
                        .flatMap(
                                policy -> policy.escalations().values().stream().map(EscalationRule::code)));
        named(event, "duty", to.duties().stream().map(duty -> duty.code()));
        if (decides(event)) {
            named(event, "pack", policies.stream().map(Policy::id));
        }
        for (String round : event.values("round")) {
            if (!round.matches("[1-9][0-9]{0,3}") || Integer.parseInt(round) > to.round()) {
                String told = round.matches("[0-9]{1,4}") ? round : "(not told: not the form of a round)";
                throw missing("round", told, "1 to " + to.round());
            }
        }
    }

    /** Whether an event decides on limits, and so may say whose; elsewhere {@code pack} is a word of the host's. */
    private boolean decides(CaseEvent event) {
        return event.type().equals(TIME_LEFT_OUT)
                || policies.stream()
                        .flatMap(policy -> policy.extensions().stream())
                        .anyMatch(row -> row.waitsFor(event));
    }

    private static void named(CaseEvent event, String key, Stream<String> known) {
        List<String> ids = known.distinct().toList();
        for (String id : event.values(key)) {
            if (!ids.contains(id)) {
                throw missing(key, Nearest.shown(id, ids), ids.isEmpty() ? "none" : String.join(", ", ids));
            }
        }
    }

    private static InvalidInputException missing(String key, String value, String has) {
        return InvalidInputException.of("NOT_ON_THE_CASE", "event.data." + key)
                .value(value)
                .rule("a " + key + " that the case or its packs have: " + has)
                .wayOut("name one of these, or leave " + key + " out")
                .build();
    }

    private static void value(String key, Object value) {
        boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
        boolean list = value instanceof Collection<?> items
                && items.stream().allMatch(i -> i instanceof String || i instanceof Number || i instanceof Boolean);
        boolean amount = !AMOUNTS.contains(key) || number(key, value);
        if ((!plain && !list) || !amount) {
            throw InvalidInputException.of("EVENT_DATA", "event.data." + key)
                    .rule(
                            amount
                                    ? "a text, a number, true or false, or a list of these"
                                    : "a number of zero or more; of persons, a whole one of at most " + MOST_PERSONS)
                    .wayOut("write the value in that form")
                    .build();
        }
    }

    private static boolean number(String key, Object value) {
        try {
            BigDecimal number = new BigDecimal(value.toString());
            boolean countable = number.compareTo(MOST_PERSONS) <= 0
                    && number.stripTrailingZeros().scale() <= 0;
            return number.signum() >= 0 && (countable || !key.equals("count"));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void codes(String kind, Collection<String> codes, String subject) {
        codes.forEach(code -> vocabulary.require(kind, code, subject));
    }

    /** Whether two events are one: the time of recording is ours and differs when an event is delivered again. */
    static boolean sameContent(CaseEvent a, CaseEvent b) {
        UnaryOperator<CaseEvent> timeless = event -> new CaseEvent(
                event.id(),
                event.type(),
                event.by(),
                event.person(),
                event.occurredAt(),
                event.occurredAt(),
                event.data());
        return timeless.apply(a).equals(timeless.apply(b));
    }

    /** Refuses a second thing under an id that is taken by another. */
    static InvalidInputException otherContent(String subject, String id) {
        return InvalidInputException.of("SAME_ID_OTHER_CONTENT", subject)
                .value(id)
                .rule("one id, one content: the same id was taken in with other content")
                .wayOut("use a new id for a new thing; repeat the first content to repeat the first thing")
                .build();
    }

    static InvalidInputException unknownCase(String caseId) {
        return InvalidInputException.of("UNKNOWN_CASE", "caseId")
                .value(caseId)
                .rule("a case that the repository holds")
                .wayOut("receive the complaint first")
                .build();
    }
}
