package org.complaintkit.rules.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Roles;
import org.complaintkit.rules.analysis.Variable.Moment;
import org.complaintkit.rules.syntax.Field;

/** The events that lead to a situation, as far as events do. Used once. */
final class Happenings {
    private static final String SOMETHING = "1";
    private static final String TIME_LEFT_OUT = "TIME_LEFT_OUT";
    private static final int LEFT_OUT_DAYS = 7;
    private static final Set<String> OF_HISTORY = Set.of(EventPattern.WITHIN, EventPattern.AFTER);
    private static final Set<String> MOMENTS = Set.of("RECOGNISED", "ENTERED", "LIMIT", "TARGET");

    private final Policy policy;
    private final Space space;
    private final int[] classes;
    private final Map<Field, Object> single;
    private final Map<Field, Set<String>> members;
    private final CaseLine.Variant variant;
    private final List<Happening> before = new ArrayList<>();
    private final List<Happening> last = new ArrayList<>();

    /** An event without its time. */
    record Happening(String type, String by, Map<String, List<String>> data) {
        /** An order that leaves time out says which: where nothing else is asked, the days from that of the event on. */
        ObjectNode json(String at) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("at", at).put("type", type);
            if (!by.isEmpty()) {
                json.put("by", by);
            }
            boolean leavesOut = type.equals(TIME_LEFT_OUT);
            if (!data.isEmpty() || leavesOut) {
                ObjectNode said = json.putObject("data");
                if (leavesOut) {
                    LocalDate from = OffsetDateTime.parse(at).toLocalDate();
                    said.put("from", from.toString());
                    said.put("to", from.plusDays(LEFT_OUT_DAYS).toString());
                }
                data.forEach((key, values) -> {
                    if (values.size() == 1 && !key.equals("fields")) {
                        said.put(key, values.get(0));
                    } else {
                        ArrayNode list = said.putArray(key);
                        values.forEach(list::add);
                    }
                });
            }
            return json;
        }
    }

    Happenings(
            Policy policy,
            Space space,
            int[] classes,
            Map<Field, Object> single,
            Map<Field, Set<String>> members,
            CaseLine.Variant variant) {
        this.policy = policy;
        this.space = space;
        this.classes = classes;
        this.single = single;
        this.members = members;
        this.variant = variant;
        List<Happening> states = new ArrayList<>();
        path(text(Field.STATE)).forEach(states::add);
        if (variant.stateFirst()) {
            before.addAll(states);
        }
        said();
        occurred();
        met();
        if (!variant.stateFirst()) {
            before.addAll(states);
        }
        happening();
    }

    /** What happened before one looks. */
    List<Happening> before() {
        return before;
    }

    /** What happens last, if anything does. */
    List<Happening> last() {
        return last;
    }

    private String text(Field field) {
        return single.get(field) instanceof String text ? text : "";
    }

    private void add(String type, Map<String, List<String>> data) {
        before.add(new Happening(type, actor(type), data));
    }

    /** Whoever owes what the event fulfils. */
    private String actor(String type) {
        return variant.named() ? StatePath.obliged(policy, type) : "";
    }

    /** Outcome, grades and satisfaction are said by events. */
    private void said() {
        if (!text(Field.OUTCOME).isEmpty()) {
            marked(Mark.DETERMINES, "outcome", text(Field.OUTCOME), false);
        }
        String lowered = text(Field.LOWERED);
        if (!lowered.isEmpty()) {
            marked(Mark.GRADES, "grade", lowered, true);
        } else if (!text(Field.GRADED).isEmpty()) {
            marked(Mark.GRADES, "grade", text(Field.GRADED), false);
        }
        if (!text(Field.SATISFACTION).isEmpty()) {
            marked(Mark.TELLS_SATISFACTION, "level", text(Field.SATISFACTION), false);
        }
    }

    /** By the first event that says such a thing, or by the last one: checks may deny one of them its effect. */
    private void marked(Mark mark, String key, String value, boolean reason) {
        policy.vocabulary().marked(mark).stream()
                .filter(type -> variant.named() || !forbidden(type))
                .reduce((first, next) -> variant.named() ? next : first)
                .ifPresent(type -> {
                    Map<String, List<String>> data = new TreeMap<>(Map.of(key, List.of(value)));
                    if (reason) {
                        data.put("reason", List.of(SOMETHING));
                    }
                    add(type, data);
                });
    }

    private boolean forbidden(String type) {
        return space.has(Field.OCCURRED, type, Moment.NOW)
                && !members.getOrDefault(Field.OCCURRED, Set.of()).contains(type);
    }

    private void occurred() {
        Map<String, List<EventPattern>> byType = new TreeMap<>();
        Set<String> met = members.getOrDefault(Field.OCCURRED, Set.of());
        for (Variable each : space.variables()) {
            if (each.field() == Field.OCCURRED) {
                EventPattern pattern = EventPattern.parse(each.code());
                byType.computeIfAbsent(pattern.type(), type -> new ArrayList<>())
                        .add(pattern);
            }
        }
        byType.forEach((type, patterns) -> {
            BitSet may = new BitSet();
            for (int i = 0; i < patterns.size(); i++) {
                may.set(i, classes[space.number(Field.OCCURRED, code(patterns.get(i)), Moment.NOW)] == 1);
            }
            boolean now = type.equals(text(Field.EVENT));
            if (!met.isEmpty() && !may.isEmpty()) {
                Set<List<EventPattern.Condition>> events = new LinkedHashSet<>();
                may.stream()
                        .forEach(i -> new EventPatterns(patterns).event(i, may).ifPresent(events::add));
                events.stream().filter(each -> !(now && each.isEmpty())).forEach(each -> occur(type, each));
            }
        });
    }

    private String code(EventPattern pattern) {
        return space.variables().stream()
                .filter(each -> each.field() == Field.OCCURRED
                        && EventPattern.parse(each.code()).equals(pattern))
                .map(Variable::code)
                .findFirst()
                .orElseThrow();
    }

    private void occur(String type, List<EventPattern.Condition> says) {
        if (type.equals("ENTERED")) {
            says.stream()
                    .map(EventPattern.Condition::value)
                    .forEach(state -> path(state).forEach(before::add));
            return;
        }
        if (MOMENTS.contains(type) || !policy.vocabulary().knows("EVENT", type) || type.equals(CaseEvent.RECEIVED)) {
            return;
        }
        Map<String, List<String>> data = new TreeMap<>();
        String by = actor(type);
        for (EventPattern.Condition each : says) {
            boolean anything = each.value().equals(EventPattern.ANYTHING);
            if (each.key().equals(EventPattern.AFTER) && policy.vocabulary().knows("EVENT", each.value())) {
                add(each.value(), Map.of());
            }
            if (each.key().equals("by")) {
                by = anything ? by : each.value();
            } else if (!OF_HISTORY.contains(each.key()) && !(anything && data.containsKey(each.key()))) {
                List<String> values = data.computeIfAbsent(each.key(), key -> new ArrayList<>());
                values.remove(SOMETHING);
                values.add(anything ? SOMETHING : each.value());
            }
        }
        before.add(new Happening(type, by, data));
    }

    /** What ends a deadline that is to be met. */
    private void met() {
        for (String id : members.getOrDefault(Field.MET, Set.of())) {
            policy.deadlines().values().stream()
                    .filter(row -> row.code().equals(id))
                    .flatMap(row -> row.end().patterns())
                    .filter(pattern -> policy.vocabulary().knows("EVENT", pattern.type()))
                    .limit(1)
                    .forEach(pattern -> occur(
                            pattern.type(),
                            pattern.conditions().stream()
                                    .filter(EventPattern.Condition::equal)
                                    .toList()));
        }
    }

    /** The event about which the rules are asked. */
    private void happening() {
        String type = text(Field.EVENT);
        if (type.isEmpty() || type.equals(CaseEvent.RECEIVED)) {
            return;
        }
        Map<String, List<String>> data = new LinkedHashMap<>();
        for (String said : members.getOrDefault(Field.DETAILS, Set.of())) {
            String[] parts = said.split("=", 2);
            List<String> values = data.computeIfAbsent(parts[0], key -> new ArrayList<>());
            if (parts.length > 1) {
                values.add(parts[1]);
            }
        }
        data.values().stream().filter(List::isEmpty).forEach(values -> values.add(SOMETHING));
        String by = text(Field.EVENT_BY).isEmpty() ? actor(type) : text(Field.EVENT_BY);
        if (Boolean.TRUE.equals(single.get(Field.BY_PARTY))) {
            by = Roles.PARTY;
        }
        if (Boolean.TRUE.equals(single.get(Field.TO_PARTY))) {
            data.put("to", List.of(Roles.PARTY));
        }
        BigDecimal amount = single.get(Field.EVENT_AMOUNT) instanceof BigDecimal number && number.signum() > 0
                ? number
                : single.get(Field.EVENT_TOTAL) instanceof BigDecimal total ? total : BigDecimal.ZERO;
        if (amount.signum() > 0) {
            data.put("amount", List.of(amount.toPlainString()));
        }
        Set<String> missing = members.getOrDefault(Field.MISSING, Set.of());
        if (!missing.isEmpty()) {
            data.put("fields", filledIn(type, missing));
        }
        last.add(new Happening(type, by, data));
    }

    private List<String> filledIn(String type, Set<String> missing) {
        return policy.forms().values().stream()
                .filter(form -> form.deliveredBy()
                        .patterns()
                        .anyMatch(each -> each.type().equals(type)))
                .flatMap(form -> form.fields().stream())
                .map(field -> field.code())
                .filter(code -> !missing.contains(code))
                .distinct()
                .toList();
    }

    private List<Happening> path(String state) {
        return new StatePath(policy, type -> variant.named() || !forbidden(type), this::actor).to(state);
    }
}
