package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One run of the workbench inside the test: what it answered, what it said besides, and its exit code. */
record Run(int code, String out, String err) {
    static final ObjectMapper JSON = new ObjectMapper();

    static Run of(byte[] input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = Workbench.run(new Streams(new ByteArrayInputStream(input), out, errors, false), args);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command over lines of its standard input. */
    static Run over(String command, String... lines) {
        return of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), command);
    }

    List<JsonNode> answers() {
        return out.lines().map(Run::json).toList();
    }

    /** The only answer. */
    JsonNode answer() {
        List<JsonNode> answers = answers();
        if (answers.size() != 1) {
            throw new AssertionError("one answer expected, not " + answers.size() + "; " + err);
        }
        return answers.get(0);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of a resource, the empty ones left out. */
    static List<String> lines(String resource) {
        try (InputStream in = Run.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
