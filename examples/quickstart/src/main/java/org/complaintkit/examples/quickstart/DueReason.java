package org.complaintkit.examples.quickstart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.CountedDay;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.SkippedDay;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.examples.quickstart.screen.Width;

/** Why a deadline is due when it is, in one line, out of its proof: what surprises is said, ordinary weekends are not. */
final class DueReason {
    /** What a table leaves of a line beside the number of the case. */
    private static final int ROOM = 88;

    private final Words words;

    DueReason(Words words) {
        this.words = words;
    }

    /** {@code 3 working days from Fri 26 Sep; Sun 28 Sep counted: make-up day}; in fewer words where room is short. */
    String of(Deadline deadline) {
        String full = text(deadline, "", words::day, words::festival);
        return Width.of(full) <= ROOM ? full : text(deadline, ".short", words::shortDay, words::firstFestival);
    }

    private String text(
            Deadline deadline, String form, Function<LocalDate, String> day, Function<String, String> festival) {
        Proof proof = deadline.due().proof();
        List<String> parts = new ArrayList<>();
        parts.add(words.say(
                "reason.term",
                proof.term().text(words.locale()),
                day.apply(proof.start().day())));
        Map<String, List<LocalDate>> festivals = new LinkedHashMap<>();
        for (SkippedDay skipped : proof.skipped()) {
            if (skipped.why().equals("HOLIDAY")) {
                festivals
                        .computeIfAbsent(skipped.name(), name -> new ArrayList<>())
                        .add(skipped.date());
            }
        }
        festivals.forEach((name, days) -> parts.add(words.say(
                "reason.skipped" + form, words.days(days.get(0), days.get(days.size() - 1)), festival.apply(name))));
        List<String> madeUp = proof.counted().stream()
                .filter(counted -> counted.why().equals(CountedDay.MAKE_UP))
                .map(CountedDay::date)
                .map(day)
                .toList();
        if (!madeUp.isEmpty()) {
            parts.add(words.say("reason.makeup" + form, String.join(words.say("list.comma"), madeUp)));
        }
        if (deadline.certainty() == Certainty.PROVISIONAL) {
            parts.add(words.say("reason.provisional"));
        }
        return String.join(words.say("list.semicolon"), parts);
    }
}
