package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.complaintkit.calendar.CalendarOperation;
import org.complaintkit.calendar.WorkingCalendar;
import picocli.CommandLine.Command;

/** Which day is worked, and which is the n-th. */
@Command(
        name = "calendar",
        description = "Answers which days are worked.",
        footer = {
            "",
            "{\"id\",\"calendar\":\"CN\",\"op\",\"date\",\"n\",\"to\",\"asOf\"}",
            "  calendar  id, or an object as in 'due'; default CN, mainland China",
            "  op        isWorkingDay",
            "            plusWorkingDays     the n-th working day strictly after date; n < 0 strictly before;",
            "                                n = 0 date itself",
            "            workingDaysBetween  working days d with date <= d < to",
            "            next, previous, nextOrSame, previousOrSame",
            "  asOf      count only with what had been published by that day",
            "answer: {\"id\",\"result\",\"certainty\":\"OFFICIAL|PROVISIONAL\"}",
            "",
            "Exit codes: 0 good, 1 a line was answered with an error, 2 unusable input."
        })
final class CalendarCommand extends QuestionCommand {

    CalendarCommand(Streams streams) {
        super(streams);
    }

    @Override
    String answer(Question question, JsonNode id) {
        WorkingCalendar known = Calendars.read(question);
        CalendarOperation operation =
                question.read("op", CalendarOperation::parse).orElseThrow(() -> question.missing("op", "an operation"));
        LocalDate date = question.date("date").orElseThrow(() -> question.missing("date", "a date"));
        Integer n = question.whole("n").orElse(null);
        LocalDate to = question.date("to").orElse(null);
        Optional<LocalDate> asOf = question.date("asOf");
        question.end();

        WorkingCalendar calendar =
                question.asked("asOf", () -> asOf.map(known::asOf).orElse(known));
        CalendarOperation.Answer answer = question.asked("date", () -> operation.ask(calendar, date, n, to));

        ObjectNode json = Json.MAPPER.createObjectNode();
        json.set("id", id);
        if (answer.result() instanceof LocalDate day) {
            json.put("result", day.toString());
        } else {
            json.putPOJO("result", answer.result());
        }
        return json.put("certainty", answer.certainty().name()).toString();
    }
}
