package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.CalendarSheet;
import org.complaintkit.calendar.TableCalendar;
import org.complaintkit.calendar.WorkingCalendar;

/** The field {@code calendar}: the id of a known calendar, or a calendar described in the question. */
final class Calendars {
    private static final String FIELD = "calendar";
    private static final List<String> FIELDS = List.of("weekend", "holidays", "workdays", "knownThrough");

    private Calendars() {}

    static WorkingCalendar read(Question question) {
        Optional<JsonNode> given = question.field(FIELD);
        if (given.filter(JsonNode::isObject).isPresent()) {
            return described(Question.object(given.orElseThrow(), question.place(FIELD)), question.place(FIELD));
        }
        String id = question.optionalText(FIELD).orElse("CN");
        return Question.at(
                question.place(FIELD), () -> CalendarRegistry.standard().get(id));
    }

    private static WorkingCalendar described(Question calendar, String place) {
        return Question.at(place, () -> {
            CalendarSheet.Builder sheet = CalendarSheet.named("INLINE");
            if (calendar.field("weekend").isPresent()) {
                sheet.weekend(calendar.list("weekend", Calendars::weekday));
            }
            calendar.dates("holidays").forEach(sheet::holiday);
            calendar.dates("workdays").forEach(sheet::makeUp);
            calendar.date("knownThrough").ifPresent(sheet::knownThrough);
            calendar.end();
            if (FIELDS.stream().allMatch(name -> calendar.field(name).isEmpty())) {
                throw Question.refusal(
                        "CALENDAR_EMPTY",
                        place,
                        "a calendar that gives its weekend, its holidays, its workdays or how far it is known",
                        "describe it, or name a known calendar such as CN");
            }
            return TableCalendar.of(sheet.build());
        });
    }

    private static DayOfWeek weekday(JsonNode name, String at) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(name.textValue())) {
                return day;
            }
        }
        throw Question.refusal("UNKNOWN_CODE", at, "MONDAY to SUNDAY", "write the weekday in that form");
    }
}
