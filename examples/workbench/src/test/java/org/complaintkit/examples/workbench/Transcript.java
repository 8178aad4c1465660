package org.complaintkit.examples.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.rules.trust.PemKeys;

/**
 * A page of commands and what they answered, run again. A block {@code console} has lines of three kinds: {@code $ workbench
 * ...} is run, {@code * file: old => new} and its like change a folder, and anything else was answered.
 */
final class Transcript {
    private static final Path SHIPPED = Path.of("../../complaint-rules/src/main/resources/org/complaintkit/packs");
    private static final Path GUIDE = Path.of("../../complaint-rules/PACKS.md");
    private static final Pattern GUIDE_FILE = Pattern.compile("```\\w+ file=(\\S+)\\R(.*?)\\R```", Pattern.DOTALL);
    private static final Pattern COPY = Pattern.compile("\\* (\\S+) is a copy of (\\S+)");
    private static final Pattern CHANGE = Pattern.compile("\\* (\\S+): (.*) => (.*)");
    private static final Pattern NEW_LINE = Pattern.compile("\\* (\\S+), new line: (.*)");
    private static final Pattern GONE = Pattern.compile("\\* (\\S+), without the line of (.*)");
    /** Digests change with every day that a calendar learns. */
    private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{12,}\\b");

    private final Path folder;

    private Transcript(Path folder) {
        this.folder = folder;
    }

    /** The page with the answers of today. */
    static String rerun(String page, Path folder) throws IOException {
        Transcript transcript = new Transcript(folder);
        List<String> lines = new ArrayList<>();
        boolean console = false;
        for (String line : page.split("\n", -1)) {
            if (line.startsWith("```")) {
                console = line.equals("```console");
                lines.add(line);
            } else if (!console) {
                lines.add(line);
            } else if (line.startsWith("$ ")) {
                lines.add(line);
                lines.addAll(transcript.run(line.substring("$ workbench ".length())));
            } else if (line.startsWith("* ")) {
                lines.add(line);
                transcript.change(line);
            }
        }
        return String.join("\n", lines);
    }

    /** The pack of the guide. */
    static void writeGuide(Path tea) throws IOException {
        Matcher files = GUIDE_FILE.matcher(Files.readString(GUIDE, StandardCharsets.UTF_8));
        while (files.find()) {
            Path file = tea.resolve(files.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, files.group(2) + "\n", StandardCharsets.UTF_8);
        }
    }

    /** A key in {@code private.pem}, and the public one in a folder {@code keys}. */
    static void writeKeys(Path folder, KeyPair pair, String signer) throws IOException {
        Files.writeString(folder.resolve("private.pem"), PemKeys.text(pair.getPrivate()));
        Path keys = Files.createDirectories(folder.resolve("keys"));
        Files.writeString(keys.resolve(signer + ".pem"), PemKeys.text(pair.getPublic()));
    }

    private List<String> run(String command) {
        String[] piped = command.split(" \\| ", -1);
        String[] words = Arrays.stream(piped[0].strip().split(" +"))
                .map(word -> isPath(word) ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        Run run = Run.of(new byte[0], words);
        String said = (run.out() + run.err()).replace(folder + "/", "").stripTrailing();
        List<String> lines = DIGEST.matcher(said)
                .replaceAll("...")
                .lines()
                .map(String::stripTrailing)
                .toList();
        for (String filter : Arrays.asList(piped).subList(1, piped.length)) {
            lines = filtered(lines, filter.strip());
        }
        return run.code() == 0
                ? lines
                : Stream.concat(lines.stream(), Stream.of("[exit code " + run.code() + "]"))
                        .toList();
    }

    private boolean isPath(String word) {
        return word.endsWith(".html")
                || (word.matches("[A-Za-z0-9][A-Za-z0-9./_-]*") && Files.exists(folder.resolve(word)));
    }

    /** What a reader would do with a long answer. */
    private static List<String> filtered(List<String> lines, String filter) {
        String[] words = filter.split(" +", 3);
        return switch (words[0] + " " + words[1]) {
            case "head -n" -> lines.stream().limit(Integer.parseInt(words[2])).toList();
            case "tail -n" -> lines.subList(Math.max(0, lines.size() - Integer.parseInt(words[2])), lines.size());
            case "cut -c" -> {
                int width = Integer.parseInt(words[2].replace("1-", ""));
                yield lines.stream()
                        .map(line -> line.substring(0, Math.min(width, line.length())))
                        .toList();
            }
            default -> throw new AssertionError("no such filter: " + filter);
        };
    }

    private void change(String line) throws IOException {
        Matcher copy = COPY.matcher(line);
        Matcher change = CHANGE.matcher(line);
        Matcher added = NEW_LINE.matcher(line);
        Matcher gone = GONE.matcher(line);
        if (copy.matches()) {
            copy(copy.group(2), folder.resolve(copy.group(1)));
        } else if (added.matches()) {
            Path file = folder.resolve(added.group(1));
            String text = Files.exists(file) ? Files.readString(file) : "";
            Files.writeString(
                    file, text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + broken(added.group(2)) + "\n");
        } else if (gone.matches()) {
            Path file = folder.resolve(gone.group(1));
            List<String> kept = Files.readAllLines(file).stream()
                    .filter(each -> !each.contains(gone.group(2)))
                    .toList();
            if (kept.size() != Files.readAllLines(file).size() - 1) {
                throw new AssertionError("not one line: " + line);
            }
            Files.write(file, kept);
        } else if (change.matches()) {
            Path file = folder.resolve(change.group(1));
            String text = Files.readString(file);
            int at = text.indexOf(broken(change.group(2)));
            if (at < 0) {
                throw new AssertionError("not in the file: " + line);
            }
            int behind = at + broken(change.group(2)).length();
            Files.writeString(file, text.substring(0, at) + broken(change.group(3)) + text.substring(behind));
        } else {
            throw new AssertionError("what does this change? " + line);
        }
    }

    private static String broken(String text) {
        return text.replace("\\n", "\n");
    }

    private void copy(String from, Path to) throws IOException {
        Path source = Files.exists(folder.resolve(from))
                ? folder.resolve(from)
                : SHIPPED.resolve(from.toLowerCase(Locale.ROOT));
        if (Files.exists(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                for (Path file : old.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(source.relativize(file).toString()));
            }
        }
    }
}
