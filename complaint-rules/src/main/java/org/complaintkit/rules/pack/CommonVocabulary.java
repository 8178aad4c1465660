package org.complaintkit.rules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.complaintkit.policy.Vocabulary;

/** The codes that all packs share, from the resource {@code vocabulary.csv} beside the package of the rules. */
public final class CommonVocabulary {
    private static final String FILE = "vocabulary.csv";
    private static final String RESOURCE = "/org/complaintkit/rules/" + FILE;

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
        PackFiles files = PackFiles.of(RESOURCE, Map.of(FILE, bytes()));
        Vocabulary common = PolicyReader.vocabulary(Table.read(files, FILE, PackTables.VOCABULARY, faults));
        faults.refuse(RESOURCE);
        return common;
    }

    private static byte[] bytes() {
        try (InputStream in = CommonVocabulary.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is not in this jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
