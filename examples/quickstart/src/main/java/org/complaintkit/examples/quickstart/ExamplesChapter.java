package org.complaintkit.examples.quickstart;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.examples.quickstart.screen.Style;
import org.complaintkit.json.CaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.rules.cases.Difference;
import org.complaintkit.rules.cases.Expectation;

/** The worked examples that the policy's authors published: decided, and compared with what they expect. */
final class ExamplesChapter {
    private final Setting setting;
    private final Words words;

    ExamplesChapter(Setting setting) {
        this.setting = setting;
        this.words = setting.words();
    }

    void print(List<CaseScript> examples) {
        setting.screen().title(words.say("examples.title"));
        CaseTable table = new CaseTable(setting);
        List<Case> ended = examples.stream().map(this::run).toList();
        ended.forEach(each -> table.add(each, each));
        setting.screen().table(table.table());
        setting.screen().blank();
        for (int i = 0; i < examples.size(); i++) {
            tell(examples.get(i), ended.get(i));
        }
    }

    /** Each example has a desk of its own, whose clock stands at the moment at which the example looks. */
    private Case run(CaseScript example) {
        ComplaintDesk desk = ComplaintDesk.under(setting.book())
                .organisation(setting.cooperative())
                .clock(Clock.fixed(example.asOf(), setting.zone()))
                .open();
        desk.receive(example.complaint());
        example.events().forEach(event -> desk.handle(example.id(), event));
        desk.sweep();
        return desk.find(example.id(), example.asOf()).orElseThrow();
    }

    private void tell(CaseScript example, Case ended) {
        String title = words.sayOr("title." + example.id(), example.title());
        setting.screen().hanging(example.id() + "  ", title, 11, Style.PLAIN);
        Expectation expectation = Expectation.parse(example.expect().toString());
        List<Difference> differing = expectation.differences(CaseJson.write(example.id(), ended, setting.zone()));
        String verdict = differing.isEmpty()
                ? words.say("examples.agrees", expectation.size())
                : words.say(
                        "examples.differs",
                        differing.stream().map(Difference::toString).collect(Collectors.joining(", ")));
        setting.screen().hanging(" ".repeat(11), verdict, 11, differing.isEmpty() ? Style.GOOD : Style.ALARM);
    }
}
