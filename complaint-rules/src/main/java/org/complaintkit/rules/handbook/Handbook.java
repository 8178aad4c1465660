package org.complaintkit.rules.handbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.page.HtmlPage;
import org.complaintkit.rules.page.Markdown;
import org.complaintkit.rules.page.Page;
import org.complaintkit.rules.syntax.Rule;

/**
 * The handbook of a pack: every clause with what carries it out, parameters, tables, lifecycle, rules as sentences and as
 * decision tables, what worked cases cover, and the words used. Made of the tables and the syntax tree alone; the same
 * pack gives the same bytes. Immutable.
 */
public final class Handbook {
    private final Policy policy;
    private final List<Rule> rules;
    private final Optional<CaseReach> reach;

    private Handbook(Policy policy, List<Rule> rules, Optional<CaseReach> reach) {
        this.policy = policy;
        this.rules = List.copyOf(rules);
        this.reach = reach;
    }

    /**
     * Of a pack, with the values of its parameters in force.
     *
     * @param rules as its rule book or a checked pack has them
     */
    public static Handbook of(Policy policy, List<Rule> rules) {
        return new Handbook(policy, rules, Optional.empty());
    }

    /** With what its worked cases reach. */
    public Handbook covered(CaseReach cases) {
        return new Handbook(policy, rules, Optional.of(cases));
    }

    /** The whole handbook in the nearest of the three languages. */
    public Page page(Locale locale) {
        return page(new Scribe(policy, locale));
    }

    Page page(Scribe scribe) {
        Page.Builder page = new Page.Builder(scribe.language(), scribe.title());
        new ClauseChapters(scribe).write(page);
        new DutyChapters(scribe).write(page);
        new BookChapters(scribe).write(page);
        new LifecycleChapter(scribe).write(page);
        new RuleChapters(scribe, rules).write(page);
        new ClosingChapters(scribe).write(page, reach);
        return page.build();
    }

    /** For a terminal, an editor or a wiki. */
    public String markdown(Locale locale) {
        return Markdown.write(page(locale));
    }

    /** For a browser: one file that needs no other. */
    public String html(Locale locale) {
        return HtmlPage.write(page(locale));
    }
}
