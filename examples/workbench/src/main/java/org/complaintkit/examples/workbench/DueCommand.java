package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Arrays;
import org.complaintkit.calendar.Convention;
import org.complaintkit.calendar.Conventions;
import org.complaintkit.calendar.Due;
import org.complaintkit.calendar.DueDates;
import org.complaintkit.calendar.DueMoment;
import org.complaintkit.calendar.DueQuestion;
import org.complaintkit.calendar.Forecast;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.TermKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** By when something is due, with the days that counted and those that did not. */
@Command(
        name = "due",
        description = "Answers by when something is due, and which days counted.",
        footer = {
            "",
            "{\"id\",\"calendar\":\"CN\",\"zone\":\"Asia/Shanghai\",\"start\":\"2024-03-04T10:00\",",
            " \"term\":\"15 working days\",\"convention\",\"serviceHours\",\"asOf\",\"pauses\":[{\"from\",\"to\"}]}",
            "  calendar      an id (default CN, mainland China), or",
            "                {\"weekend\":[\"SATURDAY\",\"SUNDAY\"],\"holidays\":[dates],\"workdays\":[dates],",
            "                \"knownThrough\":date}; knownThrough: default the last year listed",
            "  zone          default Asia/Shanghai",
            "  start         2024-03-04T10:00 (local; of a time that the clocks show twice the earlier),",
            "                2024-03-04T10:00+08:00, or 2024-03-04 for terms in days",
            "  term          an amount and a unit: working days, days, weeks, months, years, hours,",
            "                minutes, working hours, working minutes; a range: 7 to 10 working days;",
            "                a date: 10th of next month, 30 January, before 30 January, 2024-03-31;",
            "                a moment: on day 15, on working day 2;",
            "                a word: immediately, promptly, timely, periodically;",
            "                later of A and B, earlier of A and B. English or Chinese.",
            "  convention    @NAMES@ (default PLAIN), or an object with any of",
            "                startDay EXCLUDED|INCLUDED, outsideHours AS_IS|NEXT_OPENING,",
            "                restDayStart AS_IS|NEXT_WORKING_DAY, cutOff \"17:00\" (default none),",
            "                lastDay STAY|FORWARD|BACK,",
            "                target SAME|LAST_WORKING_DAY_INSIDE|LAST_WORKING_DAY_BEFORE,",
            "                timeOfDay END_OF_DAY|KEEP|CLOSE_OF_BUSINESS; the first of each is the default",
            "  serviceHours  WD 09:00-12:00,13:30-17:30: whatever the calendar makes a working day;",
            "                Mon-Fri 08:30-17:00; Sat 09:00-12:00: those weekdays, holidays excepted,",
            "                make-up days excluded; DAILY 08:00-20:00; 24x7; 2026-05-01 closed.",
            "                Rules are joined by semicolons. Default WD 09:00-17:00",
            "  asOf          a date: count only with what had been published by then",
            "  pauses        times as in start, a date meaning its beginning; no 'to': until further notice.",
            "                Of days, those after its first one are left out, its last one included;",
            "                of hours, each minute of it",
            "answer: {\"id\",\"due\",\"dueAt\",\"target\",\"certainty\",\"counted\",\"skipped\":[{\"date\",\"why\"}],",
            " \"convention\",\"calendarVersion\"}, and \"notes\" where there are any;",
            " with --proof \"days\":[{\"date\",\"counts\",\"why\",\"name\",\"source\",\"certainty\",\"time\"}]: each day with",
            " its reason (ORDINARY, MAKE_UP, WEEKEND, HOLIDAY, PAUSED, CLOSED; DAY: a calendar day counts in any",
            " case), the festival and the notice in force, and the service time counted on it;",
            " a PROVISIONAL one adds \"likely\",\"earliest\",\"latest\",\"assumption\".",
            "A limit in days is late at dueAt, a limit by the clock after it. A clock that stands still",
            "until further notice has due, dueAt and target null.",
            "",
            "Exit codes: 0 good, 1 a line was answered with an error, 2 unusable input."
        })
final class DueCommand extends QuestionCommand {

    @Option(names = "--proof", description = "Adds each day with its reason and the notice behind it.")
    private boolean proofWanted;

    DueCommand(Streams streams) {
        super(streams);
    }

    /** The list of named conventions is the SDK's. */
    @Spec
    void listConventions(CommandSpec spec) {
        String names = String.join(", ", Conventions.names());
        String[] footer = spec.usageMessage().footer();
        spec.usageMessage()
                .footer(Arrays.stream(footer)
                        .map(line -> line.replace("@NAMES@", names))
                        .toArray(String[]::new));
    }

    @Override
    String answer(Question question, JsonNode id) {
        DueQuestion asked = DueInput.read(question);
        Due due = question.asked("start", () -> DueDates.answer(asked));
        ZoneId zone = asked.zone();
        DueMoment limit = due.limit();

        ObjectNode json = Json.MAPPER.createObjectNode();
        json.set("id", id);
        json.put("due", limit.isNever() ? null : limit.day().toString());
        json.put("dueAt", limit.isNever() ? null : limit.atText(zone));
        json.put("target", text(due.target(), due.proof(), zone));
        json.put("certainty", due.certainty().name());
        Proof proof = due.proof();
        ArrayNode counted = json.putArray("counted");
        proof.counted().forEach(day -> counted.add(day.date().toString()));
        ArrayNode skipped = json.putArray("skipped");
        proof.skipped()
                .forEach(day ->
                        skipped.addObject().put("date", day.date().toString()).put("why", day.why()));
        if (proofWanted) {
            ProofJson.days(json.putArray("days"), proof);
        }
        convention(json.putObject("convention"), proof);
        json.put("calendarVersion", proof.calendarVersion());
        Forecast forecast = due.forecast();
        if (forecast != null) {
            json.put("likely", text(forecast.likely(), proof, zone))
                    .put("earliest", text(forecast.earliest(), proof, zone))
                    .put("latest", text(forecast.latest(), proof, zone))
                    .put("assumption", forecast.assumption());
        }
        if (!due.notes().isEmpty()) {
            ArrayNode notes = json.putArray("notes");
            due.notes().forEach(notes::add);
        }
        return json.toString();
    }

    private static void convention(ObjectNode json, Proof proof) {
        Convention convention = proof.convention();
        json.put("name", proof.conventionName());
        if (!proof.source().isEmpty()) {
            json.put("source", proof.source());
        }
        json.put("startDay", convention.startDay().name())
                .put("outsideHours", convention.outsideHours().name())
                .put("restDayStart", convention.restDayStart().name())
                .put("cutOff", convention.cutOff() == null ? null : String.valueOf(convention.cutOff()))
                .put("lastDay", convention.lastDay().name())
                .put("target", convention.target().name())
                .put("timeOfDay", convention.timeOfDay().name());
    }

    /** A date for a term in days, an instant with offset for one by the clock, null for a clock that stands still. */
    private static @Nullable String text(DueMoment moment, Proof proof, ZoneId zone) {
        if (moment.isNever()) {
            return null;
        }
        return switch (TermKind.of(proof.term())) {
            case HOURS, WORKING_HOURS -> moment.atText(zone);
            default -> moment.day().toString();
        };
    }
}
