package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.complaintkit.calendar.Convention;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.DueQuestion;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.calendar.Pause;
import org.complaintkit.calendar.ServiceHours;
import org.complaintkit.calendar.Term;
import org.complaintkit.calendar.WorkingCalendar;

/** Turns the fields of a {@code due} line into a question. */
final class DueInput {
    private DueInput() {}

    static DueQuestion read(Question question) {
        WorkingCalendar calendar = Calendars.read(question);
        ZoneId zone = question.read("zone", DueInput::zone).orElse(ZoneId.of("Asia/Shanghai"));
        Start start = question.read("start", text -> Start.parse(text, zone))
                .orElseThrow(() -> question.missing("start", "the time from which the term runs"));
        Term term = question.read("term", Term::parse)
                .orElseThrow(() -> question.missing("term", "a term such as '15 working days'"));
        DueQuestion.Builder due = start.instant() == null
                ? DueQuestion.of(calendar, zone, start.day(), term)
                : DueQuestion.of(calendar, zone, start.instant(), term);
        convention(question, due);
        question.read("serviceHours", ServiceHours::parse).ifPresent(due::serviceHours);
        question.list("pauses", (node, at) -> pause(Question.object(node, at), at, zone))
                .forEach(due::pause);
        Optional<LocalDate> asOf = question.date("asOf");
        asOf.ifPresent(due::asOf);
        question.end();
        return question.asked("asOf", due::build);
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw InvalidInputException.of("UNKNOWN_ZONE", "zone")
                    .value(id)
                    .rule("a time zone such as Asia/Shanghai or +08:00")
                    .wayOut("name a zone of the tz database, or an offset")
                    .build();
        }
    }

    private static Pause pause(Question pause, String at, ZoneId zone) {
        Start from = pause.read("from", text -> Start.parse(text, zone))
                .orElseThrow(() -> pause.missing("from", "the beginning of the pause"));
        Optional<Start> to = pause.read("to", text -> Start.parse(text, zone));
        pause.end();
        return Question.at(
                at,
                () -> new Pause(
                        from.orBeginning(zone), to.map(t -> t.orBeginning(zone)).orElse(null)));
    }

    private static void convention(Question question, DueQuestion.Builder due) {
        Optional<JsonNode> given = question.field("convention");
        if (given.filter(JsonNode::isObject).isPresent()) {
            Question fields = Question.object(given.orElseThrow(), question.place("convention"));
            due.convention(convention(fields));
            fields.end();
        } else {
            question.read("convention", Conventions::named).ifPresent(due::conventions);
        }
    }

    private static Convention convention(Question fields) {
        Convention plain = Convention.PLAIN;
        return new Convention(
                one(fields, "startDay", plain.startDay()),
                one(fields, "outsideHours", plain.outsideHours()),
                one(fields, "restDayStart", plain.restDayStart()),
                fields.read("cutOff", DueInput::time).orElse(plain.cutOff()),
                one(fields, "lastDay", plain.lastDay()),
                one(fields, "target", plain.target()),
                one(fields, "timeOfDay", plain.timeOfDay()));
    }

    private static <E extends Enum<E>> E one(Question fields, String name, E fallback) {
        return fields.read(name, text -> {
                    for (E each : fallback.getDeclaringClass().getEnumConstants()) {
                        if (each.name().equals(text)) {
                            return each;
                        }
                    }
                    throw InvalidInputException.of("UNKNOWN_CODE", name)
                            .value(text)
                            .rule("one of "
                                    + Arrays.toString(
                                            fallback.getDeclaringClass().getEnumConstants()))
                            .wayOut("use one of them, or leave the field out for " + fallback)
                            .build();
                })
                .orElse(fallback);
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw InvalidInputException.of("WRONG_TIME", "cutOff")
                    .value(text)
                    .rule("a time of day such as 17:00")
                    .wayOut("write it in that form")
                    .build();
        }
    }
}
