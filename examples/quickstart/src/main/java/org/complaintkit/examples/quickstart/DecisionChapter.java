package org.complaintkit.examples.quickstart;

import java.util.Comparator;
import java.util.List;
import org.complaintkit.duty.Notice;
import org.complaintkit.examples.quickstart.FileRun.Handled;
import org.complaintkit.examples.quickstart.staff.SimulatedStaff;

/** Shows what was decided about the complaints of the file and how they fared. */
final class DecisionChapter {
    private static final int FIRST = 12;
    private static final int MOVED = 3;

    private final Setting setting;
    private final Words words;
    private final Summaries summaries;

    DecisionChapter(Setting setting) {
        this.setting = setting;
        this.words = setting.words();
        this.summaries = new Summaries(words);
    }

    /** Prints the table, the first rows of it unless all are wanted, and the summaries. */
    void print(FileRun run, boolean all) {
        var pack = setting.book().policy().pack();
        setting.screen().title(words.say("decided.title", pack.id(), pack.version()));
        setting.screen().text(words.say("decided.simulated", SimulatedStaff.SEED));
        setting.screen().blank();

        List<Handled> handled = run.handled();
        List<Handled> shown = all ? handled : handled.stream().limit(FIRST).toList();
        CaseTable table = new CaseTable(setting);
        shown.forEach(each -> table.add(each.first(), each.last()));
        setting.screen().table(table.table());
        if (shown.size() < handled.size()) {
            setting.screen().text(words.say("decided.more", handled.size() - shown.size()));
        }
        setting.screen().blank();
        movedMost(handled);
        setting.screen().table(summaries.byCategory(handled));
        setting.screen().blank();
        setting.screen().table(summaries.recorded(handled));
        setting.screen().blank();
        sent(run);
    }

    /** Where holidays moved a due date furthest: there a calendar earns its keep. */
    private void movedMost(List<Handled> handled) {
        setting.screen().text(words.say("decided.moved"));
        setting.screen().blank();
        CaseTable table = new CaseTable(setting);
        handled.stream()
                .sorted(Comparator.comparingLong((Handled each) -> -holidays(each))
                        .thenComparing(each -> each.first().id()))
                .limit(MOVED)
                .forEach(each -> table.add(each.first(), each.last()));
        setting.screen().table(table.table());
        setting.screen().blank();
    }

    private static long holidays(Handled handled) {
        return handled.first().effective().stream()
                .flatMap(due -> due.due().proof().skipped().stream())
                .filter(day -> day.why().equals("HOLIDAY"))
                .count();
    }

    private void sent(FileRun run) {
        long aboutHeads = run.handled().stream()
                .filter(each -> !each.first().complaint().party().isEmpty())
                .count();
        long ownedByParty = run.handled().stream()
                .filter(each -> each.last()
                        .assignee()
                        .person()
                        .equals(each.first().complaint().party()))
                .count();
        setting.screen()
                .text(words.say(
                        "decided.sent",
                        run.sent().getOrDefault(Notice.Kind.DUTY, 0),
                        run.sent().getOrDefault(Notice.Kind.WARNING, 0),
                        run.sent().getOrDefault(Notice.Kind.ESCALATION, 0)));
        setting.screen().text(words.say("decided.party", aboutHeads, ownedByParty));
    }
}
