package org.complaintkit.examples.quickstart;

import java.io.Console;
import java.util.Map;

/**
 * Whether a person looks at the output.
 *
 * @param watched input and output are a terminal; the progress bar is drawn
 * @param coloured colours are wanted, too: not where the variable {@code NO_COLOR} is set (no-color.org)
 */
record Terminal(boolean watched, boolean coloured) {
    /** Nobody looks: a file, a pipe, a test. */
    static final Terminal NONE = new Terminal(false, false);

    static Terminal of(Map<String, String> environment) {
        boolean terminal = isTerminal();
        return new Terminal(
                terminal, terminal && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** Since Java 22 there may be a console without a terminal; only there it can be asked. */
    @SuppressWarnings("SystemConsoleNull") // it is null on Java 17, where we run, too
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
