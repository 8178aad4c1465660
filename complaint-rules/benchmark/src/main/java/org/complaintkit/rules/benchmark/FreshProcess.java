package org.complaintkit.rules.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From the start of a process to its first decision and end, ours and Drools alone in turn; prints the ratio of the medians. */
public final class FreshProcess {
    private static final double TARGET = 1.3;
    private static final int PAIRS = 15;
    /** What a host has on its class path that loads compiled packs. */
    private static final Pattern RUN_TIME = Pattern.compile(
            "complaint-|fastcsv|jackson-|slf4j-api|jspecify|kie-api|kie-internal|kie-memory-compiler|"
                    + "drools-(core|base|util|kiesession|compiler|canonical-model|model-compiler|wiring-api|wiring-static)-");

    private FreshProcess() {}

    /** Needs no argument. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (!met()) {
            System.exit(1);
        }
    }

    /** Measures, prints, and says whether the target is met. */
    static boolean met() throws IOException, InterruptedException {
        Path folder = SignedPack.compiled();
        long[] ours = new long[PAIRS];
        long[] bare = new long[PAIRS];
        for (int i = -1; i < PAIRS; i++) {
            // The first pair only fills the caches of the machine.
            int at = Math.max(0, i);
            bare[at] = nanos("bare", folder);
            ours[at] = nanos("ours", folder);
        }
        double ratio = median(ours) / median(bare);
        System.out.printf(
                Locale.ROOT,
                "first decision of a fresh process: ours %.0f ms (%.0f to %.0f), Drools alone %.0f ms (%.0f to %.0f),"
                        + " ratio %.3f, target %.1f: %s%n",
                median(ours) / 1e6,
                ours[PAIRS / 4] / 1e6,
                ours[3 * PAIRS / 4] / 1e6,
                median(bare) / 1e6,
                bare[PAIRS / 4] / 1e6,
                bare[3 * PAIRS / 4] / 1e6,
                ratio,
                TARGET,
                ratio <= TARGET ? "met" : "missed");
        return ratio <= TARGET;
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    private static long nanos(String side, Path folder) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> RUN_TIME.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                classPath,
                FirstDecision.class.getName(),
                side,
                folder.toString());
        process.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
        long start = System.nanoTime();
        int exit = process.start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(side + " ended with " + exit);
        }
        return System.nanoTime() - start;
    }
}
