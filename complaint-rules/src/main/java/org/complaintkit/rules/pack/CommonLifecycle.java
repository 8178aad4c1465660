package org.complaintkit.rules.pack;

import java.util.List;
import java.util.Map;
import org.complaintkit.policy.Transition;

/** The steps that every lifecycle has below its own: a resource beside the package of the rules. */
final class CommonLifecycle {
    private static final String FILE = "lifecycle.csv";

    private CommonLifecycle() {}

    private static final class Loaded {
        private static final List<Transition> STEPS = load();
    }

    /** Read once. */
    static List<Transition> get() {
        return Loaded.STEPS;
    }

    private static List<Transition> load() {
        Faults faults = new Faults();
        PackFiles files = PackFiles.of(CommonVocabulary.FOLDER, Map.of(FILE, CommonVocabulary.bytes(FILE)));
        List<Transition> steps = PolicyReader.transitions(Table.read(files, FILE, PackTables.LIFECYCLE, faults));
        faults.refuse(CommonVocabulary.FOLDER);
        return List.copyOf(steps);
    }
}
