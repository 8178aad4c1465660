package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.complaintkit.calendar.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that answers each line of its input with one line; a bad line is answered with an error, and the run goes on. */
abstract class QuestionCommand implements Callable<Integer>, AutoCloseable {
    private static final int TOLD = 10;

    private final Streams streams;
    private final List<String> told = new ArrayList<>();
    private long bad;
    private long differing;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "JSON Lines, UTF-8; standard input if not given.")
    private @Nullable Path file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused")
    private boolean help;

    QuestionCommand(Streams streams) {
        this.streams = streams;
    }

    /**
     * Answers one question.
     *
     * @param id the question's id, to be repeated
     * @return a JSON object on one line
     * @throws InvalidInputException if the question is bad
     */
    abstract String answer(Question question, JsonNode id);

    /** The line that is being answered expects another answer. */
    final void differs() {
        differing++;
    }

    /** Lets go of what the command loaded. */
    @Override
    public void close() {}

    @Override
    public Integer call() throws IOException {
        Path source = file;
        if (source != null && !Files.isReadable(source)) {
            return unusable("no such file: " + source);
        }
        if (source != null && Files.isDirectory(source)) {
            return unusable("a folder, not a file: " + source);
        }
        long total = source == null ? 0 : Files.size(source);
        try (InputStream in = new BufferedInputStream(source == null ? streams.in() : Files.newInputStream(source))) {
            run(in, new Progress(streams.err(), streams.bar(), total, System::nanoTime));
        }
        return bad + differing == 0 ? Workbench.GOOD : Workbench.FINDINGS;
    }

    private int unusable(String message) {
        streams.err().println(message);
        return Workbench.UNUSABLE;
    }

    private void run(InputStream in, Progress progress) throws IOException {
        OutputStream out = new BufferedOutputStream(streams.out());
        LineReader lines = new LineReader(in);
        long count = 0;
        for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            String answer = answer(line);
            if (!answer.isEmpty()) {
                out.write(answer.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            count = line.number();
            progress.at(lines.bytes(), count);
            if (in.available() == 0) {
                // Whoever asks line by line waits for this answer before the next question.
                out.flush();
            }
        }
        out.flush();
        progress.end();
        if (differing > 0) {
            streams.err().println(differing + " of " + count + " lines not as expected");
        }
        if (bad > 0) {
            String rest = bad > told.size() ? ", ..." : "";
            streams.err().println(bad + " of " + count + " lines bad: " + String.join(", ", told) + rest);
        }
    }

    private String answer(LineReader.Line line) {
        String text = "";
        try {
            text = line.text();
            if (text.isBlank()) {
                return "";
            }
            Question question = new Question(Json.object(text, line.number()), "");
            return answer(question, question.id());
        } catch (InvalidInputException e) {
            return error(line, Json.id(text), e.code(), message(e), e.at());
        } catch (RuntimeException | StackOverflowError e) {
            // The fault is ours; its message may quote the line, which may be personal.
            return error(
                    line,
                    Json.id(text),
                    "UNEXPECTED",
                    "the workbench failed on this line: " + e.getClass().getName(),
                    "");
        }
    }

    private String error(LineReader.Line line, JsonNode id, String code, String message, String at) {
        bad++;
        if (told.size() < TOLD) {
            told.add(String.valueOf(line.number()));
        }
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("id", id);
        answer.putObject("error")
                .put("code", code)
                .put("message", message)
                .put("at", at.isEmpty() ? line.number() + ":1" : at);
        return answer.toString();
    }

    private static String message(InvalidInputException e) {
        return e.subject()
                + (e.value().isEmpty() ? "" : " '" + e.value() + "'")
                + (e.rule().isEmpty() ? "" : ": " + e.rule())
                + (e.wayOut().isEmpty() ? "" : " (" + e.wayOut() + ")");
    }
}
