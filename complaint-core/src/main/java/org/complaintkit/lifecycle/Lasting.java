package org.complaintkit.lifecycle;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.decision.Signals;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.Dimension;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.ExtensionRule;
import org.complaintkit.policy.Formula;
import org.complaintkit.policy.Grouping;
import org.complaintkit.policy.IndicatorRule;
import org.complaintkit.policy.LimitRule;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Selection;
import org.jspecify.annotations.Nullable;

/**
 * What of the facts of a complaint, and of what events say, outlasts an erasure. How a value looks says nothing: ZHANG looks
 * like a code, and a telephone's number like an amount. It stays if the policies know it, or read its key as something else
 * than words; a flag stays as well. Of the rest stays that something was said under the key, if the key is the name of a
 * field at all.
 *
 * <p>So a telephone outlasts that a host writes where an amount is read, a name where cases are grouped by a product or a
 * fact, and a name in small letters that is made a key.
 */
final class Lasting {
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]{0,39}[0-9]{0,2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}(?:\\.[0-9]{1,40})?");
    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{5,18}(?:Z|[+-][0-9:]{2,6})?)?");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final String AMOUNT = "amount";
    /** Numbers that any event may say beside an amount, too short for a telephone or an account. */
    private static final Set<String> COUNTS = Set.of("count", "round", Books.SEQUENCE);

    private static final Pattern SHORT = Pattern.compile("[0-9]{1,6}(?:\\.0)?");

    private static final List<String> PERIOD = List.of("from", "to");
    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final String UNIT = "unit";
    private static final String GIVEN = "given.";

    /** Codes of the vocabulary and ids of rows. */
    private final Set<String> words = new HashSet<>();
    /** What conditions on events compare with, by key. */
    private final Map<String, Set<String>> compared = new HashMap<>();

    private final Set<String> fields = new HashSet<>();
    private final Set<String> unitTellers = new HashSet<>();
    /** Keys under which events of a type say numbers and dates. */
    private final Map<String, Set<String>> saidNumbers = new HashMap<>();

    private final Map<String, Set<String>> saidDates = new HashMap<>();
    private final Set<String> givenNumbers =
            new HashSet<>(Set.of(Books.SEQUENCE, "requestedAmount", "representatives"));
    private final Set<String> givenDates = new HashSet<>();
    private final Set<String> givenIdentifiers = new HashSet<>();

    private Lasting() {}

    /** As these policies have it together. */
    static Lasting of(Collection<Policy> policies) {
        Lasting lasting = new Lasting();
        policies.forEach(lasting::add);
        return lasting;
    }

    /** The complaint without anything else. */
    Complaint of(Complaint complaint) {
        return complaint.erased((name, value) -> left(name, value, item -> given(name, item) ? item : Personal.ERASED));
    }

    /** The event without anything else. What a merger says of the other case stays, since limits hang on it. */
    CaseEvent of(CaseEvent event) {
        Set<String> ofMergers = Joined.SAID.getOrDefault(event.type(), Set.of());
        Map<String, Object> data = new TreeMap<>();
        event.data().forEach((key, value) -> {
            Object left = ofMergers.contains(key) ? value : left(key, value, item -> of(event, key, item));
            if (left != null) {
                data.put(key, left);
            }
        });
        return new CaseEvent(
                event.id(), event.type(), event.by(), event.person(), event.occurredAt(), event.recordedAt(), data);
    }

    /** A field of a form stays by its code, in whatever words it was told. */
    private Object of(CaseEvent event, String key, Object value) {
        String field = Facts.FIELDS.contains(key) ? Facts.code(CaseEvent.text(value)) : "";
        if (said(event, key, value)) {
            return value;
        }
        return fields.contains(field) ? field : Personal.ERASED;
    }

    private static @Nullable Object left(String key, Object value, UnaryOperator<Object> kept) {
        if (!KEY.matcher(key).matches()) {
            return null;
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(item -> kept.apply(item)).toList();
        }
        return kept.apply(value);
    }

    private boolean said(CaseEvent event, String key, Object value) {
        String text = CaseEvent.text(value);
        return known(value, text)
                || event.labels(text).anyMatch(words::contains)
                || has(compared, key, text)
                || ((key.equals(AMOUNT) || has(saidNumbers, event.type(), key)) && number(value, text))
                || (COUNTS.contains(key) && SHORT.matcher(text).matches())
                || (has(saidDates, event.type(), key) && MOMENT.matcher(text).matches())
                || (key.equals(UNIT)
                        && unitTellers.contains(event.type())
                        && IDENTIFIER.matcher(text).matches());
    }

    private boolean given(String name, Object value) {
        String text = value.toString();
        int weight = text.indexOf('=');
        return known(value, text)
                || (givenNumbers.contains(name) && number(value, text))
                || (givenDates.contains(name) && MOMENT.matcher(text).matches())
                || (givenIdentifiers.contains(name) && IDENTIFIER.matcher(text).matches())
                || (name.equals(Signals.FACT)
                        && weight > 0
                        && words.contains(text.substring(0, weight))
                        && SHORT.matcher(text.substring(weight + 1)).matches());
    }

    private boolean known(Object value, String text) {
        return value instanceof Boolean || FLAGS.contains(text) || words.contains(text);
    }

    private static boolean number(Object value, String text) {
        return value instanceof Number || NUMBER.matcher(text).matches();
    }

    private static boolean has(Map<String, Set<String>> table, String row, String item) {
        return table.getOrDefault(row, Set.of()).contains(item);
    }

    private static void put(Map<String, Set<String>> table, String row, Collection<String> items) {
        table.computeIfAbsent(row, each -> new HashSet<>()).addAll(items);
    }

    private void add(Policy policy) {
        put(saidDates, Standstill.TIME_LEFT_OUT.type(), PERIOD);
        words.add(policy.id());
        policy.vocabulary().words().forEach(word -> words.add(word.code()));
        unitTellers.addAll(policy.vocabulary().marked(Mark.DETERMINES));
        policy.forms().values().forEach(form -> {
            words.add(form.id());
            form.fields().forEach(field -> fields.add(field.code()));
            words.addAll(fields);
        });
        words.addAll(policy.duties().keySet());
        policy.escalations().values().forEach(row -> words.add(row.code()));
        policy.deadlines().values().forEach(this::add);
        policy.extensions().forEach(this::add);
        patterns(policy).forEach(this::add);
        policy.accounts().amounts().values().stream()
                .flatMap(row -> row.formula().names())
                .forEach(this::add);
        policy.accounts().indicators().forEach(this::add);
    }

    private void add(DeadlineRule row) {
        words.add(row.id());
        words.add(row.code());
        Stream.of(row.target(), row.limit())
                .flatMap(limit -> limit.alternatives().stream())
                .filter(limit -> limit.kind() == LimitRule.Kind.GIVEN)
                .forEach(limit -> givenDates.add(limit.text()));
        row.dates().forEach(this::add);
        Stream.of(row.start(), row.end(), row.cancelledBy(), row.notBefore())
                .flatMap(expression -> expression.patterns())
                .forEach(this::add);
        Stream.of(row.pausedBy().from(), row.pausedBy().to())
                .flatMap(pattern -> pattern.stream())
                .forEach(pattern -> {
                    add(pattern);
                    put(saidDates, pattern.type(), PERIOD);
                });
    }

    private void add(ExtensionRule row) {
        words.addAll(row.grounds());
        words.addAll(row.inWriting());
        words.addAll(row.approvedBy());
        row.contents().forEach(names -> put(compared, "contents", List.of(names.split("\\|"))));
        put(saidDates, row.grantedBy().type(), List.of(ExtensionRule.NEW_LIMIT));
        add(row.grantedBy());
        add(row.notice());
    }

    private static Stream<EventPattern> patterns(Policy policy) {
        return Stream.of(
                        policy.duties().values().stream()
                                .flatMap(row -> row.dischargedBy().patterns()),
                        policy.forms().values().stream()
                                .flatMap(form -> form.deliveredBy().patterns()),
                        policy.transitions().stream().map(row -> row.event()),
                        policy.accounts().numbers().stream().map(row -> row.event()),
                        policy.safeguards().authorities().stream().map(row -> row.act()),
                        policy.safeguards().retentions().stream()
                                .flatMap(row -> row.start().patterns()))
                .flatMap(each -> each);
    }

    private void add(EventPattern pattern) {
        pattern.conditions().forEach(condition -> put(compared, condition.key(), List.of(condition.value())));
        put(saidDates, pattern.type(), pattern.keys());
    }

    private void add(Formula.Name name) {
        name.event().ifPresent(event -> {
            add(event);
            put(saidNumbers, event.type(), List.of(name.text()));
        });
        if (name.kind() == Formula.Kind.WORD && name.text().startsWith(GIVEN)) {
            givenNumbers.add(name.text().substring(GIVEN.length()));
        }
    }

    private void add(IndicatorRule row) {
        row.event().ifPresent(this::add);
        givenNumbers.add(new Grouping(row.of()).fact());
        Stream.concat(row.by().stream(), row.selected().stream().map(Selection::by))
                .map(by -> by.dimension().filter(Dimension.BY_PRODUCT::equals).isPresent() ? "product" : by.fact())
                .forEach(givenIdentifiers::add);
    }
}
