package org.complaintkit.examples.workbench;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run reads and writes. Text is UTF-8 whatever the platform says.
 *
 * @param in questions, if no file is named
 * @param out answers
 * @param err everything else
 * @param bar whether long work may draw a progress bar on {@code err}
 */
record Streams(InputStream in, OutputStream out, PrintStream err, boolean bar) {

    /** Those of the process; not through {@link System#out}, whose charset is the platform's. */
    static Streams ofProcess() {
        return new Streams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                terminal(2) && !terminal(1));
    }

    /** Writes text to people or programs that read the answer. */
    void print(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers that scroll by on a terminal show the progress themselves, and a bar would be drawn into them. */
    private static boolean terminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            // Where the system does not tell, there is no bar: System.console() is about another stream.
            return false;
        }
    }
}
