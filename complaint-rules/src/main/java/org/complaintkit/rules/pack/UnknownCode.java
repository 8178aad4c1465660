package org.complaintkit.rules.pack;

import java.util.Collection;
import org.complaintkit.policy.Vocabulary;

/** What to say of a code that the vocabulary does not have. Whoever writes its label instead is told the code. */
public final class UnknownCode {
    private UnknownCode() {}

    /**
     * The fault of a code that is not known.
     *
     * @param kind kind of the code
     * @param text what stands in its place
     * @param known the codes that may stand there
     */
    public static Told told(Vocabulary vocabulary, String kind, String text, Collection<String> known) {
        return byLabel(vocabulary, kind, text, FaultKind.UNKNOWN_CODE.told(kind).near(text, known));
    }

    /** The same, with what is said where the text is no label either. */
    public static Told byLabel(Vocabulary vocabulary, String kind, String text, Told otherwise) {
        return vocabulary.kind(kind).values().stream()
                .filter(word -> word.labels().values().stream().anyMatch(label -> label.equalsIgnoreCase(text)))
                .findFirst()
                .map(word -> FaultKind.CODE_BY_LABEL.told(word.code()))
                .orElse(otherwise);
    }
}
