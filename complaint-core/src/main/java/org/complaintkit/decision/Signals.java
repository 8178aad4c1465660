package org.complaintkit.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.SignalRule;

/**
 * What the text of a complaint speaks for, under one policy.
 *
 * <p>The weights of the signals found are added up by code. A label is spoken for from {@value #THRESHOLD} on; a category
 * if it reaches that too and leads the next one by {@value #MARGIN}: otherwise nothing is guessed. Immutable.
 *
 * @param found all signals found, in the order of the text
 * @param codes categories and labels for which the text speaks strongly enough
 * @param open whether nobody named a category and there was a text to read: what rules then leave open stays undecided
 */
public record Signals(List<Signal> found, Set<String> codes, boolean open) {
    /** Nothing read. */
    public static final Signals NONE = new Signals(List.of(), Set.of(), false);

    /** Parameter: weight from which a text speaks for a code. */
    public static final String THRESHOLD = "signals.threshold";

    /** Parameter: weight by which a category must lead the next one. */
    public static final String MARGIN = "signals.margin";

    /** Fact of a complaint under which what a {@link SignalSource} said is kept. */
    public static final String FACT = "signals";

    private static final Pattern SAID = Pattern.compile("([A-Za-z0-9_.-]{1,100})=([0-9]{1,6})");

    public Signals {
        found = List.copyOf(found);
        codes = Collections.unmodifiableSet(new TreeSet<>(codes));
    }

    /** Reads the text of a complaint, unless intake has named a category that the pack's table knows. */
    public static Signals of(Policy policy, Complaint complaint) {
        return of(policy, complaint, NONE);
    }

    /**
     * The same of a complaint whose text may have been erased since it was read: what it spoke for outlasts the words.
     *
     * @param before what was read in it by the same pack, in whatever version; looked at only where there is no text
     */
    public static Signals of(Policy policy, Complaint complaint, Signals before) {
        boolean text = !policy.signals().rules().isEmpty() && !complaint.text().isEmpty();
        List<Signal> heard = complaint.text().isEmpty()
                ? before.found().stream().filter(signal -> read(policy, signal)).toList()
                : List.of();
        boolean erased = complaint.text().isEmpty() && (before.open() || !heard.isEmpty());
        if (!text && !erased && !complaint.given().containsKey(FACT)) {
            return NONE;
        }
        Set<String> categories = policy.vocabulary().kind("CATEGORY").keySet();
        Set<String> read = policy.signals().categories();
        boolean open = complaint.intakeCategories().stream().noneMatch(read::contains);
        List<Signal> found = new ArrayList<>(heard);
        if (text) {
            policy.signals().read(complaint.text().reveal()).stream()
                    .map(hit -> new Signal(hit.words(), hit.at(), hit.rule().code(), hit.weight()))
                    .forEach(found::add);
        }
        found.addAll(said(policy, complaint));
        found.removeIf(signal -> !open && categories.contains(signal.code()));
        return new Signals(found, codes(policy, found, categories), open && (text || erased));
    }

    /** The fact that keeps what a source said. */
    public static List<String> fact(Collection<Signal> said) {
        return said.stream()
                .map(signal -> signal.code() + "=" + Math.max(0, Math.min(999_999, signal.weight())))
                .toList();
    }

    private static List<Signal> said(Policy policy, Complaint complaint) {
        List<Signal> said = new ArrayList<>();
        if (complaint.given().get(FACT) instanceof Collection<?> items) {
            for (Object item : items) {
                Matcher matcher = SAID.matcher(item.toString());
                if (matcher.matches()
                        && (policy.vocabulary().knows("CATEGORY", matcher.group(1))
                                || policy.vocabulary().knows("LABEL", matcher.group(1)))) {
                    said.add(new Signal("", -1, matcher.group(1), Integer.parseInt(matcher.group(2))));
                }
            }
        }
        return said;
    }

    /** Whether a signal was read in a text, and speaks for something that the policy knows. */
    private static boolean read(Policy policy, Signal signal) {
        return signal.at() >= 0
                && (policy.vocabulary().knows("CATEGORY", signal.code())
                        || policy.vocabulary().knows("LABEL", signal.code()));
    }

    private static Set<String> codes(Policy policy, List<Signal> found, Set<String> categories) {
        Map<String, Long> sums = new LinkedHashMap<>();
        found.forEach(signal -> sums.merge(signal.code(), (long) signal.weight(), Long::sum));
        long threshold = parameter(policy, THRESHOLD, SignalRule.THRESHOLD);
        long margin = parameter(policy, MARGIN, SignalRule.MARGIN);
        Set<String> codes = new TreeSet<>();
        sums.forEach((code, sum) -> {
            long second = !categories.contains(code)
                    ? Long.MIN_VALUE / 2
                    : sums.entrySet().stream()
                            .filter(other -> !other.getKey().equals(code) && categories.contains(other.getKey()))
                            .mapToLong(Map.Entry::getValue)
                            .max()
                            .orElse(Long.MIN_VALUE / 2);
            if (sum >= threshold && sum - second >= margin) {
                codes.add(code);
            }
        });
        return codes;
    }

    private static long parameter(Policy policy, String id, long otherwise) {
        return policy.parameters().declared().containsKey(id)
                ? policy.parameters().number(id).max(BigDecimal.ONE).longValue()
                : otherwise;
    }
}
