package org.complaintkit.rules.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.decision.Signals;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.analysis.Variable.Moment;
import org.complaintkit.rules.syntax.Field;

/**
 * A line in the format of {@code decide} and {@code replay} for a situation: the complaint that has these facts, and the
 * events that lead there. It says nothing that is as usual. Used once.
 */
final class CaseLine {
    private static final LocalDate USUAL_DAY = LocalDate.of(2025, 3, 3);
    private static final int HOUR = 10;
    private static final int LATE = 200;
    private static final String SURE = "=999999";
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Policy policy;
    private final Space space;
    private final int[] classes;
    private final Variant variant;
    private final Map<Field, Set<String>> members = new LinkedHashMap<>();
    private final Map<Field, Object> single = new LinkedHashMap<>();

    /** How the events of a line are put: which order leads where, a policy's guards and checks decide. */
    enum Variant {
        PLAIN,
        BY_WHOM_IT_FALLS_TO,
        STATE_FIRST,
        STATE_FIRST_BY_WHOM_IT_FALLS_TO;

        boolean stateFirst() {
            return this == STATE_FIRST || this == STATE_FIRST_BY_WHOM_IT_FALLS_TO;
        }

        boolean named() {
            return this == BY_WHOM_IT_FALLS_TO || this == STATE_FIRST_BY_WHOM_IT_FALLS_TO;
        }
    }

    CaseLine(Policy policy, Space space, int[] classes, Variant variant) {
        this.policy = policy;
        this.space = space;
        this.classes = classes.clone();
        this.variant = variant;
        List<Variable> variables = space.variables();
        for (int i = 0; i < classes.length; i++) {
            Variable each = variables.get(i);
            Object value = each.values().get(classes[i]);
            if (each.moment() != Moment.NOW) {
                continue;
            }
            if (each.member()) {
                if (value.equals(true)) {
                    members.computeIfAbsent(each.field(), field -> new TreeSet<>())
                            .add(each.code());
                }
            } else {
                single.put(each.field(), value);
            }
        }
    }

    String write(String id) {
        LocalDate today = day(Field.TODAY);
        LocalDate received = single.containsKey(Field.RECEIVED_DAY) ? day(Field.RECEIVED_DAY) : USUAL_DAY;
        boolean looked = single.containsKey(Field.TODAY);
        if (looked && today.isBefore(received)) {
            received = today;
        }
        ZonedDateTime at = received.atTime(HOUR, 0).atZone(policy.zone());
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", id).put("kind", "CASE");
        line.putArray("packs").add(policy.id());
        if (!policy.parameters().set().isEmpty()) {
            ObjectNode params = line.putObject("params");
            policy.parameters().set().forEach((name, value) -> params.put(name, value.toString()));
        }
        complaint(line.putObject("complaint"), at);
        Happenings happenings = new Happenings(policy, space, classes, single, members, variant);
        ArrayNode events = line.putArray("events");
        ZonedDateTime last = at;
        boolean late = !members.getOrDefault(Field.BREACHED, Set.of()).isEmpty()
                || !members.getOrDefault(Field.TARGET_MISSED, Set.of()).isEmpty()
                || Boolean.TRUE.equals(single.get(Field.OVERDUE));
        for (Happenings.Happening each : happenings.before()) {
            last = last.plusMinutes(30);
            events.add(each.json(OFFSET.format(last)));
        }
        if (late) {
            last = last.plusDays(LATE);
        }
        if (looked && today.isAfter(last.toLocalDate())) {
            last = today.atTime(HOUR, 0).atZone(policy.zone());
        }
        for (Happenings.Happening each : happenings.last()) {
            last = last.plusMinutes(30);
            events.add(each.json(OFFSET.format(last)));
        }
        line.put("asOf", OFFSET.format(last));
        return line.toString();
    }

    private LocalDate day(Field field) {
        return single.get(field) instanceof BigDecimal number
                ? NumberClasses.day(number).orElse(USUAL_DAY)
                : USUAL_DAY;
    }

    private void complaint(ObjectNode json, ZonedDateTime at) {
        json.put("receivedAt", OFFSET.format(at));
        json.put("channel", text(Field.CHANNEL, channel()));
        if (!text(Field.RECEIVED_BY, "").isEmpty()) {
            json.put("receivedBy", text(Field.RECEIVED_BY, ""));
        }
        complainant(json);
        codes(json, "intakeCategories", Field.INTAKE_CATEGORIES);
        codes(json, "facts", Field.LABELS);
        codes(json, "causes", Field.CAUSES);
        codes(json, "demands", Field.DEMANDS);
        loss().ifPresent(loss -> json.put("claimedLoss", loss));
        if (single.get(Field.COMPLAINANT_COUNT) instanceof BigDecimal count && count.compareTo(BigDecimal.ONE) > 0) {
            json.put("complainantCount", count.intValue());
        }
        Set<String> heard = new TreeSet<>(members.getOrDefault(Field.SIGNALS, Set.of()));
        if (heard.remove(Domains.UNHEARD)) {
            json.put("text", "-");
        }
        given(json, heard);
    }

    private Optional<BigDecimal> loss() {
        BigDecimal claimed = number(Field.CLAIMED_LOSS);
        BigDecimal settled = number(Field.SETTLED_AMOUNT);
        BigDecimal loss = claimed.signum() == 0 ? settled : claimed;
        return loss.signum() == 0 ? Optional.empty() : Optional.of(loss);
    }

    private BigDecimal number(Field field) {
        return single.get(field) instanceof BigDecimal number
                ? new BigDecimal(number.toPlainString())
                : BigDecimal.ZERO;
    }

    private void complainant(ObjectNode json) {
        ObjectNode who = JsonNodeFactory.instance.objectNode();
        if (!text(Field.COMPLAINANT_TYPE, "INDIVIDUAL").equals("INDIVIDUAL")) {
            who.put("type", text(Field.COMPLAINANT_TYPE, ""));
        }
        boolean anonymous = Boolean.TRUE.equals(single.get(Field.ANONYMOUS));
        if (anonymous) {
            who.put("anonymous", true);
        }
        if (single.get(Field.REACHABLE) instanceof Boolean reachable && reachable == anonymous) {
            who.put("reachable", reachable);
        }
        if (Boolean.TRUE.equals(single.get(Field.VIP))) {
            who.put("vip", true);
        }
        if (!who.isEmpty()) {
            json.set("complainant", who);
        }
    }

    private void given(ObjectNode json, Set<String> heard) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (String code : members.getOrDefault(Field.GIVEN, Set.of())) {
            String[] parts = code.split("=", 2);
            List<String> values = said.computeIfAbsent(parts[0], key -> new ArrayList<>());
            if (parts.length > 1) {
                values.add(parts[1]);
            }
        }
        said.forEach((key, values) -> {
            if (values.isEmpty()) {
                given.put(key, true);
            } else if (values.size() == 1) {
                given.put(key, values.get(0));
            } else {
                values.forEach(given.withArray(key)::add);
            }
        });
        if (number(Field.REQUESTED_AMOUNT).signum() > 0) {
            given.put(Field.REQUESTED_AMOUNT.word(), number(Field.REQUESTED_AMOUNT));
        }
        if (number(Field.REPRESENTATIVES).signum() > 0) {
            given.put(Field.REPRESENTATIVES.word(), number(Field.REPRESENTATIVES));
        }
        if (!heard.isEmpty()) {
            heard.forEach(code -> given.withArray(Signals.FACT).add(code + SURE));
        }
        if (!given.isEmpty()) {
            json.set("given", given);
        }
    }

    private void codes(ObjectNode json, String name, Field field) {
        Set<String> codes = members.getOrDefault(field, Set.of());
        if (!codes.isEmpty()) {
            ArrayNode list = json.putArray(name);
            codes.forEach(list::add);
        }
    }

    private String text(Field field, String otherwise) {
        return single.get(field) instanceof String text ? text : otherwise;
    }

    private String channel() {
        Set<String> known = policy.vocabulary().kind("CHANNEL").keySet();
        return known.contains("PHONE") ? "PHONE" : known.iterator().next();
    }
}
