package org.complaintkit.examples.quickstart;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.duty.Notice;
import org.complaintkit.examples.quickstart.screen.Style;
import org.complaintkit.examples.quickstart.screen.Width;
import org.complaintkit.lifecycle.Case;

/** One happening, one line: the time, the case, the kind, and what it is. */
final class HappeningLines {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int CASE = 11;
    private static final int KIND = 12;
    private static final int MOST_DUTIES = 3;
    private static final int TEXT = 9 + CASE + KIND;

    private final Setting setting;
    private final Words words;

    HappeningLines(Setting setting) {
        this.setting = setting;
        this.words = setting.words();
    }

    void print(Happening happening) {
        String kind = happening.getClass().getSimpleName();
        Style style = Style.PLAIN;
        String text;
        if (happening instanceof Happening.Received received) {
            text = received(received.decided());
        } else if (happening instanceof Happening.Done done) {
            text = words.say(
                    "happening.done.text",
                    words.label("EVENT", done.event().type()),
                    words.label("ROLE", done.event().by()));
        } else if (happening instanceof Happening.Owed owed) {
            text = owed(owed.duties());
        } else if (happening instanceof Happening.Warned warned) {
            style = Style.WARNING;
            text = warned(warned.notice(), warned.value());
        } else if (happening instanceof Happening.Escalated escalated) {
            style = Style.ALARM;
            text = escalated(escalated.notice());
        } else if (happening instanceof Happening.Lifted lifted) {
            text = words.say(
                    "happening.lifted.text",
                    words.label("FINDING", lifted.finding().code()));
        } else {
            Happening.Found found = (Happening.Found) happening;
            style = Style.ALARM;
            text = words.say(
                    "happening.found.text",
                    words.label("FINDING", found.finding().code()),
                    found.finding().clause());
        }
        String head =
                "  " + TIME.format(happening.at().atZone(setting.zone())) + "  " + Width.pad(happening.caseId(), CASE)
                        + Width.pad(words.say("happening." + kind.toLowerCase(Locale.ROOT)), KIND);
        setting.screen().hanging(head, text, TEXT, style);
    }

    private String received(Case decided) {
        return words.say(
                "happening.received.text",
                words.label("CATEGORY", decided.decision().category()),
                words.label("COMPLEXITY", decided.decision().complexity()),
                setting.name(decided.assignee()),
                decided.effective().map(due -> words.day(due.limit().day())).orElse("-"));
    }

    private String owed(List<Notice> duties) {
        List<String> labels = duties.stream()
                .limit(MOST_DUTIES)
                .map(duty -> words.label("DUTY", duty.code()))
                .toList();
        String named = String.join(words.say("list.semicolon"), labels);
        int others = duties.size() - labels.size();
        return others == 0 ? named : words.say("happening.owed.more", named, others);
    }

    private String warned(Notice notice, Case value) {
        String limit = value.deadlines().stream()
                .filter(deadline -> deadline.id().equals(notice.code()))
                .findFirst()
                .map(Deadline::limit)
                .map(moment -> words.day(moment.day()))
                .orElse("-");
        return words.say(
                "happening.warned.text", words.label("DEADLINE", notice.code()), limit, told(notice, "list.comma"));
    }

    private String escalated(Notice notice) {

        return words.say(
                "happening.escalated.text",
                words.label("ESCALATION", notice.code()),
                told(notice, "list.then"),
                notice.clause());
    }

    private String told(Notice notice, String between) {
        List<String> names = notice.to().stream().map(setting::name).toList();
        return String.join(words.say(between), names);
    }
}
