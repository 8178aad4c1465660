package org.complaintkit.rules.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.syntax.Condition;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.wording.Sentences;
import org.complaintkit.rules.wording.Words;

/** What explanations are told with: words, sentences of each pack, and values that are fit to be shown. Not thread-safe. */
final class Told {
    private final Words words;
    private final Locale locale;
    private final Map<String, Policy> policies;
    private final Map<String, Sentences> sentences = new LinkedHashMap<>();
    private final Cited cited;

    Told(Map<String, Policy> policies, Locale locale) {
        this.policies = policies;
        this.words = Words.of(Explanation.class, "explain.csv", locale);
        this.locale = locale;
        this.cited = new Cited(policies, words);
    }

    Cited cited() {
        return cited;
    }

    String language() {
        return words.language();
    }

    String text(String key, String... parts) {
        return words.text(key, parts);
    }

    Sentences of(Policy policy) {
        return sentences.computeIfAbsent(policy.id(), id -> Sentences.of(policy, locale));
    }

    /** Sentences of a pack by its id, or by its id and version. */
    Sentences of(String pack) {
        return of(policies.get(pack.replaceFirst(" .*", "")));
    }

    String label(String pack, String kind, String code) {
        return of(pack).labels().of(kind, code);
    }

    String list(List<String> texts) {
        return String.join(of(policies.values().iterator().next()).words().text("list"), texts);
    }

    /** An event and when it happened. */
    String happened(Policy policy, String event, Instant at) {
        return text(
                "checks.event",
                label(policy.id(), "EVENT", event),
                at.atZone(policy.zone()).toOffsetDateTime().toString());
    }

    /**
     * The one test that would have to differ, and what is; where any of several would do, all of them, those that look at the
     * same thing together.
     */
    String missing(Policy policy, Miss miss) {
        Map<Seeing, List<String>> needed = new LinkedHashMap<>();
        for (List<Miss.Need> way : miss.ways()) {
            Miss.Need need = way.get(0);
            needed.computeIfAbsent(new Seeing(need.field(), actual(policy, need)), each -> new ArrayList<>())
                    .add(needed(policy, need));
        }
        List<String> told = new ArrayList<>();
        needed.forEach(
                (seeing, tests) -> told.add(text("needed", of(policy).words().joined("or", tests), seeing.actual())));
        return String.join(text("needed.or"), told);
    }

    private record Seeing(Field field, String actual) {}

    /** What would have to be: the test, or that it must not hold. */
    String needed(Policy policy, Miss.Need need) {
        String test = of(policy).test(need.test());
        return need.holds() ? test : of(policy).words().text("not", test);
    }

    /** What is, as far as it is a word of the pack, a number or a flag: anything else may be a person's words. */
    String actual(Policy policy, Miss.Need need) {
        Field field = need.field();
        return switch (field.type()) {
            case CODE -> code(policy, field, need.actual().toString());
            case CODES -> codes(policy, need);
            case EVENTS -> words.text(passes(need) ? "actual.happened" : "actual.notHappened");
            case FLAG -> of(policy).words().text(Boolean.TRUE.equals(need.actual()) ? "cell.yes" : "cell.no");
            case AMOUNT, COUNT -> of(policy).value(field, new Operand.Amount(Seen.asNumber(need.actual())));
        };
    }

    private static boolean passes(Miss.Need need) {
        boolean negated = need.test() instanceof Condition.Contains contains && contains.negated();
        return need.holds() == negated;
    }

    private String code(Policy policy, Field field, String code) {
        if (code.isEmpty()) {
            return words.text("actual.unknown");
        }
        return known(policy, field, code)
                ? of(policy).value(field, new Operand.Text(code))
                : words.text("actual.masked");
    }

    private static boolean known(Policy policy, Field field, String code) {
        return policy.vocabulary().knows(field.kind(), code)
                || (field == Field.SIGNALS && policy.vocabulary().knows("LABEL", code));
    }

    private String codes(Policy policy, Miss.Need need) {
        Field field = need.field();
        Collection<?> actual = (Collection<?>) need.actual();
        if (field.kind().isEmpty()) {
            return words.text(passes(need) ? "actual.there" : "actual.notThere");
        }
        List<String> known = actual.stream()
                .map(Object::toString)
                .filter(code -> known(policy, field, code))
                .sorted()
                .map(code -> of(policy).value(field, new Operand.Text(code)))
                .toList();
        if (known.isEmpty()) {
            return words.text(actual.isEmpty() ? "actual.none" : "actual.masked");
        }
        return list(known);
    }
}
