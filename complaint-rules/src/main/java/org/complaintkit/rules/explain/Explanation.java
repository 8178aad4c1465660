package org.complaintkit.rules.explain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.page.HtmlPage;
import org.complaintkit.rules.page.Page;
import org.complaintkit.rules.page.PlainText;
import org.complaintkit.rules.wording.Words;

/**
 * Why a case stands as it does at a moment. It holds no words of the complaint, names no person, and shows no value that
 * is no word of the packs. The same case gives the same bytes. Immutable.
 */
public final class Explanation {
    private final Case value;
    private final Instant asOf;
    private final Map<String, Policy> policies;
    private final List<Question> questions;
    private final Happened happened;
    private final List<PassedOver> passed;

    Explanation(
            Case value,
            Instant asOf,
            Map<String, Policy> policies,
            List<Question> questions,
            Happened happened,
            List<PassedOver> passed) {
        this.value = value;
        this.asOf = asOf;
        this.policies = policies;
        this.questions = List.copyOf(questions);
        this.happened = happened;
        this.passed = List.copyOf(passed);
    }

    /** The case itself. */
    public Case value() {
        return value;
    }

    /** The moment at which it was looked at. */
    public Instant asOf() {
        return asOf;
    }

    /** Who holds the owner's role and was passed over, in the order in which they are asked. */
    public List<PassedOver> passedOver() {
        return passed;
    }

    /** The packs by id, the institution's own first, with their parameters in force. */
    Map<String, Policy> policies() {
        return policies;
    }

    List<Question> questions() {
        return questions;
    }

    /** Pack by pack what checks said of each event, the receipt first. */
    List<Check> checks() {
        return happened.checks();
    }

    /** Pack by pack what was held against a ladder of authority. */
    List<Act> acts() {
        return happened.acts();
    }

    /** Pack by pack the events that did not move the case. */
    List<Stay> stays() {
        return happened.stays();
    }

    /** As a page, in the nearest of the three languages. */
    public Page page(Locale locale) {
        return new ExplanationPage(this, locale).page();
    }

    /** For a terminal. */
    public String text(Locale locale) {
        return PlainText.write(page(locale));
    }

    /** For a browser: one file that needs no other, with the months of each deadline drawn. */
    public String html(Locale locale) {
        return HtmlPage.write(page(locale));
    }

    /** For programs: one JSON object, on one line. */
    public String json(Locale locale) {
        return new ExplanationJson(this, locale).write();
    }

    /** Several cases on one page. */
    public static String html(List<Explanation> cases, Locale locale) {
        Words words = Words.of(Explanation.class, "explain.csv", locale);
        Page.Builder all = new Page.Builder(words.language(), words.text("title.many", String.valueOf(cases.size())));
        for (int i = 0; i < cases.size(); i++) {
            Page page = cases.get(i).page(locale);
            all.heading(2, page.title(), "case-" + (i + 1));
            page.blocks().forEach(all::add);
        }
        return HtmlPage.write(all.build());
    }
}
