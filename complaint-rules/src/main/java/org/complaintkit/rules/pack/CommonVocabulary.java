package org.complaintkit.rules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Vocabulary;

/** The codes that all packs share, and what they are marked with: resources beside the package of the rules. */
public final class CommonVocabulary {
    private static final String FILE = "vocabulary.csv";
    private static final String MARKS = "marks.csv";
    static final String FOLDER = "/org/complaintkit/rules/";

    private CommonVocabulary() {}

    private static final class Loaded {
        private static final Vocabulary VOCABULARY = load();
    }

    /** Read once. */
    public static Vocabulary get() {
        return Loaded.VOCABULARY;
    }

    private static Vocabulary load() {
        Faults faults = new Faults();
        PackFiles files = PackFiles.of(FOLDER, Map.of(FILE, bytes(FILE), MARKS, bytes(MARKS)));
        Vocabulary words = PolicyReader.vocabulary(Table.read(files, FILE, PackTables.VOCABULARY, faults));
        Map<Mark, Set<String>> marks = SafeguardReader.marks(Table.read(files, MARKS, PackTables.MARKS, faults));
        marks.forEach((mark, codes) -> codes.forEach(code -> words.require(mark.kind(), code, FOLDER + MARKS)));
        faults.refuse(FOLDER);
        return words.marking(marks);
    }

    static byte[] bytes(String file) {
        try (InputStream in = CommonVocabulary.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + FOLDER + file + " is not in this jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
