package org.complaintkit.rules;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The class path of a host that runs compiled packs: no parser of DRL, no compiler, nothing of the tests. */
final class RunTimeClassPath {
    /** The jars of Drools that running takes, without versions. */
    static final List<String> DROOLS = List.of(
            "drools-base",
            "drools-canonical-model",
            "drools-compiler",
            "drools-core",
            "drools-kiesession",
            "drools-model-compiler",
            "drools-util",
            "drools-wiring-api",
            "drools-wiring-static",
            "kie-api",
            "kie-internal",
            "kie-memory-compiler",
            "slf4j-api");

    private static final List<String> OURS = List.of(
            "complaint-calendar",
            "complaint-core",
            "fastcsv",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind");

    private RunTimeClassPath() {}

    /** Everything, our own classes first. */
    static List<Path> all() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(entry -> isOurs(entry) || isJarOf(entry, OURS) || isJarOf(entry, DROOLS))
                .toList();
    }

    static boolean isJarOf(Path entry, List<String> artifacts) {
        String file = String.valueOf(entry.getFileName());
        return artifacts.stream().anyMatch(artifact -> file.matches(artifact + "-[0-9][^/]*\\.jar"));
    }

    /** Classes of our modules in a build of all of them, where they are folders and not jars. */
    private static boolean isOurs(Path entry) {
        return entry.endsWith(Path.of("target", "classes"));
    }
}
