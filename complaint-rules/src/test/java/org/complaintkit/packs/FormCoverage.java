package org.complaintkit.packs;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Situation.Happening;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.policy.Form;
import org.complaintkit.rules.drools.DroolsRuleBook;

/**
 * Each form is delivered once with all that its rules ask for, and once with a gap that a rule finds. One form may serve two
 * records that ask for different fields: complete is what no rule objects to.
 */
final class FormCoverage implements Coverage {
    private static final List<String> FILLED_IN = List.of("fields", "elements");

    @Override
    public String title() {
        return "forms";
    }

    @Override
    public Stream<String> declared(DroolsRuleBook pack) {
        return pack.policy().forms().values().stream()
                .filter(form -> form.deliveredBy().patterns().findAny().isPresent())
                .flatMap(form -> form.missing(Set.of()).isEmpty()
                        ? Stream.of(form.id() + " complete")
                        : Stream.of(form.id() + " complete", form.id() + " found incomplete"));
    }

    @Override
    public void asked(DroolsRuleBook pack, Question question, List<Proposal> proposals, Consumer<String> touched) {
        Happening event = question.situation().happening();
        if (question.stage() != Stage.CHECKS || Collections.disjoint(event.details(), FILLED_IN)) {
            return;
        }
        boolean found = proposals.stream().anyMatch(each -> each.code().equals("FORM_INCOMPLETE"));
        for (Form form : pack.policy().forms().values()) {
            if (form.deliveredBy().patterns().anyMatch(pattern -> pattern.matches(new Told(event)))) {
                boolean whole = Collections.disjoint(form.missing(Set.of()), event.missing());
                if (!found) {
                    touched.accept(form.id() + " complete");
                } else if (!whole) {
                    touched.accept(form.id() + " found incomplete");
                }
            }
        }
    }

    /** An event as rules see it. */
    private record Told(Happening event) implements EventPattern.Subject {
        @Override
        public String type() {
            return event.event();
        }

        @Override
        public boolean says(String key, String value) {
            if (key.equals("by")) {
                return value.equals(EventPattern.ANYTHING)
                        ? !event.by().isEmpty()
                        : event.by().equals(value);
            }
            return event.details().contains(value.equals(EventPattern.ANYTHING) ? key : key + "=" + value);
        }
    }
}
