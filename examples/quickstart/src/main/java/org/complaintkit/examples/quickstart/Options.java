package org.complaintkit.examples.quickstart;

import java.nio.file.Path;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What the caller asks for.
 *
 * @param language one of {@link Vocabulary#LANGUAGES}
 * @param all whether every row is printed
 * @param help whether only the usage is wanted
 * @param file a complaint file; null for the one that comes with the example
 */
record Options(
        String language,
        boolean all,
        boolean help,
        @Nullable Path file) {
    static final String USAGE = """
            usage: quickstart [--lang en|zh-CN|zh-TW] [--all] [FILE]

              FILE     a complaint file with the columns of the packaged complaints.csv
              --lang   language of the output (en)
              --all    prints every complaint, not the first twelve only
            """;

    static Options parse(String... arguments) {
        String language = "en";
        boolean all = false;
        boolean help = false;
        Path file = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--lang" -> language = language(++i < arguments.length ? arguments[i] : "");
                case "--all" -> all = true;
                case "--help", "-h" -> help = true;
                default -> {
                    if (arguments[i].startsWith("-") || file != null) {
                        throw refused("argument", arguments[i], "one file, --lang, --all or --help");
                    }
                    file = Path.of(arguments[i]);
                }
            }
        }
        return new Options(language, all, help, file);
    }

    private static String language(String tag) {
        if (!Vocabulary.LANGUAGES.contains(tag)) {
            throw refused("--lang", tag, "one of " + String.join(", ", Vocabulary.LANGUAGES));
        }
        return tag;
    }

    private static InvalidInputException refused(String subject, String value, String rule) {
        return InvalidInputException.of("USAGE", subject)
                .value(value)
                .rule(rule)
                .wayOut("see --help")
                .build();
    }
}
