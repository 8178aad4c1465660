package org.complaintkit.rules.pack;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.policy.DeadlineRule;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Vocabulary;

/**
 * The names that a policy declares, each list made once: a pack may have 20,000 of a sort and use them a quarter of a
 * million times. Not thread-safe.
 */
public final class PolicyNames {
    private final Policy policy;
    private final Map<String, Set<String>> sorts = new HashMap<>();
    private final Map<String, Map<String, String>> byLabel = new HashMap<>();

    public PolicyNames(Policy policy) {
        this.policy = policy;
    }

    /** Whose names these are. */
    public Policy policy() {
        return policy;
    }

    /** The codes of one kind of the vocabulary. */
    public Set<String> codes(String kind) {
        return policy.vocabulary().kind(kind).keySet();
    }

    /** The codes of the deadlines: their ids without the variant. */
    public Set<String> deadlines() {
        return of(
                "codes of deadlines", () -> policy.deadlines().keySet().stream().map(DeadlineRule::code));
    }

    /** The codes of the escalations. */
    public Set<String> escalations() {
        return of(
                "codes of escalations",
                () -> policy.escalations().keySet().stream().map(DeadlineRule::code));
    }

    /**
     * The names of a sort, in the order of the alphabet.
     *
     * @param sort tells them from others; whoever gives the same one is answered the same
     * @param names asked for the first time only
     */
    public Set<String> of(String sort, Supplier<Stream<String>> names) {
        Set<String> known = sorts.get(sort);
        if (known == null) {
            known = names.get().sorted().collect(Collectors.toCollection(LinkedHashSet::new));
            sorts.put(sort, known);
        }
        return known;
    }

    /**
     * The fault of a code that is not known. Whoever writes its label instead is told the code.
     *
     * @param text what stands in its place
     * @param known the codes that may stand there
     */
    public Told unknown(String kind, String text, Collection<String> known) {
        return unlessLabel(kind, text, FaultKind.UNKNOWN_CODE.told(kind).near(text, known));
    }

    /** The same, with what is said where the text is no label either. */
    public Told unlessLabel(String kind, String text, Told otherwise) {
        String code = labels(kind).get(folded(text));
        return code == null ? otherwise : FaultKind.CODE_BY_LABEL.told(code);
    }

    private Map<String, String> labels(String kind) {
        Map<String, String> labels = byLabel.get(kind);
        if (labels == null) {
            labels = new HashMap<>();
            for (Vocabulary.Word word : policy.vocabulary().kind(kind).values()) {
                for (String label : word.labels().values()) {
                    labels.putIfAbsent(folded(label), word.code());
                }
            }
            byLabel.put(kind, labels);
        }
        return labels;
    }

    /** Letters without their case, one by one as {@link String#equalsIgnoreCase} does: in no language. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            folded.setCharAt(i, Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
        }
        return folded.toString();
    }
}
