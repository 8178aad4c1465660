package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;

/** A line put to every command that answers questions: an answer in JSON, the same a second time, or one line of error. */
class QuestionFuzz {
    private static final Streams NOWHERE = new Streams(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            false);
    private static final List<QuestionCommand> COMMANDS = List.of(
            new CalendarCommand(NOWHERE),
            new DueCommand(NOWHERE),
            new DecideCommand(NOWHERE),
            new ReplayCommand(NOWHERE));

    @FuzzTest(maxDuration = "10m")
    void any_line_is_answered_or_refused(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8);
        for (QuestionCommand command : COMMANDS) {
            try {
                String answer = answer(command, line);
                assertThat(Run.json(answer).isObject()).isTrue();
                assertThat(answer(command, line)).isEqualTo(answer);
            } catch (InvalidInputException refused) {
                assertThat(refused.getMessage()).matches("[A-Z0-9_]+: \\P{Cntrl}+");
            }
        }
    }

    private static String answer(QuestionCommand command, String line) {
        Question question = new Question(Json.object(line, 1), "");
        return command.answer(question, question.id());
    }
}
