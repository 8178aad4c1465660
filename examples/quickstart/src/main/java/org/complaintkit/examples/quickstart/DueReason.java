package org.complaintkit.examples.quickstart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.SkippedDay;
import org.complaintkit.calendar.TermKind;
import org.complaintkit.deadline.Deadline;

/** Why a deadline is due when it is, in one line, out of its proof: what surprises is said, ordinary weekends are not. */
final class DueReason {
    private final Words words;

    DueReason(Words words) {
        this.words = words;
    }

    /** {@code 3 working days from Fri 26 Sep; Sun 28 Sep counted: make-up day}. */
    String of(Deadline deadline) {
        Proof proof = deadline.due().proof();
        List<String> parts = new ArrayList<>();
        parts.add(words.say(
                "reason.term",
                proof.term().text(words.locale()),
                words.day(proof.start().day())));
        Map<String, List<LocalDate>> festivals = new LinkedHashMap<>();
        for (SkippedDay day : proof.skipped()) {
            if (day.why().equals("HOLIDAY")) {
                festivals.computeIfAbsent(day.name(), name -> new ArrayList<>()).add(day.date());
            }
        }
        festivals.forEach((name, days) -> parts.add(
                words.say("reason.skipped", words.days(days.get(0), days.get(days.size() - 1)), words.festival(name))));
        List<String> madeUp = proof.counted().stream()
                .filter(day -> madeUp(proof, day))
                .map(words::day)
                .toList();
        if (!madeUp.isEmpty()) {
            parts.add(words.say("reason.makeup", String.join(words.say("list.comma"), madeUp)));
        }
        if (deadline.certainty() == Certainty.PROVISIONAL) {
            parts.add(words.say("reason.provisional"));
        }
        return String.join(words.say("list.semicolon"), parts);
    }

    private static boolean madeUp(Proof proof, LocalDate day) {
        return TermKind.of(proof.term()) == TermKind.WORKING_DAYS
                && day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
