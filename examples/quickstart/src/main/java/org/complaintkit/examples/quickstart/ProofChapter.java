package org.complaintkit.examples.quickstart;

import java.util.List;
import org.complaintkit.calendar.Proof;
import org.complaintkit.calendar.check.ProofChecker;
import org.complaintkit.calendar.drawing.ProofCalendar;
import org.complaintkit.examples.quickstart.screen.Style;
import org.complaintkit.lifecycle.Case;

/** Draws the proof of a case's due date as a month calendar, and lets the second implementation check it. */
final class ProofChapter {
    private final Setting setting;

    ProofChapter(Setting setting) {
        this.setting = setting;
    }

    void print(Case value) {
        Words words = setting.words();
        setting.screen().title(words.say("proof.title", value.id()));
        Proof proof = value.effective().orElseThrow().due().proof();
        setting.screen().block(ProofCalendar.draw(proof, words.locale()));
        setting.screen().blank();
        List<String> faults = ProofChecker.faults(proof, setting.calendar());
        setting.screen()
                .line(
                        faults.isEmpty() ? words.say("proof.holds") : String.join("; ", faults),
                        faults.isEmpty() ? Style.GOOD : Style.ALARM);
    }
}
