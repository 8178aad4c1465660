package org.complaintkit.rules.explain;

import java.util.ArrayList;
import java.util.List;
import org.complaintkit.decision.Answer;
import org.complaintkit.policy.Precedence;
import org.complaintkit.rules.page.Page;
import org.complaintkit.rules.wording.Sentences;

/** One question: what was answered, by which rules, which gave way, and which were kept out by one condition. */
final class QuestionChapter {
    /** So many near misses are told; of more the number. */
    private static final int MOST_MISSED = 5;

    private final Told told;
    private final Question question;
    private final Sentences sentences;
    private final List<String> heard;

    QuestionChapter(Told told, Question question, List<String> heard) {
        this.told = told;
        this.question = question;
        this.sentences = told.of(question.policy());
        this.heard = heard;
    }

    /** Nothing where the pack does not put the question: no rule asks for any, and none could. */
    void write(Page.Builder page) {
        List<Miss> near = question.missed().stream()
                .filter(miss -> miss.needs().size() == 1)
                .toList();
        if (question.matched().isEmpty() && question.decided().isEmpty() && near.isEmpty()) {
            return;
        }
        page.heading(3, told.text("question", name(), answered()));
        List<String> points = new ArrayList<>(heard);
        question.matched().forEach(each -> points.add(matched(each)));
        question.decided().ifPresent(row -> points.add(decided(row)));
        if (question.matched().isEmpty() && question.decided().isEmpty()) {
            points.add(told.text("nothing"));
        }
        near.stream().limit(MOST_MISSED).forEach(miss -> points.add(missed(miss)));
        if (near.size() > MOST_MISSED) {
            points.add(told.text("missed.more", String.valueOf(near.size() - MOST_MISSED)));
        }
        page.points(points);
    }

    /** Both the first stages may add labels. */
    private String name() {
        String name = sentences.words().text("question." + question.answer().verb());
        return question.answer() == Answer.LABEL
                ? sentences.words().text("with.code", name, sentences.words().text("stage." + question.stage()))
                : name;
    }

    private String answered() {
        if (question.one() || !question.code().isEmpty()) {
            return question.code().isEmpty() ? told.text(open() ? "undecided" : "none") : label(question.code());
        }
        List<String> codes = question.matched().stream()
                .map(each -> label(each.proposal().code()))
                .distinct()
                .toList();
        return codes.isEmpty() ? told.text("none") : told.list(codes);
    }

    /** Every case has a category and an owner; a grade or an approver it need not have. */
    private boolean open() {
        return question.conflict() || question.answer() == Answer.CATEGORY || question.answer() == Answer.OWNER;
    }

    private String label(String code) {
        return question.answer() == Answer.ENDS
                ? sentences.tables().event(code)
                : sentences.labels().of(question.answer().kind(), code);
    }

    private String matched(Question.Matched each) {
        String cited = told.cited()
                .text(
                        question.policy().id(),
                        each.proposal().clause(),
                        each.proposal().basis());
        String name = each.rule().name();
        if (question.conflict()) {
            return told.text("conflict", name, label(each.proposal().code()), cited);
        }
        if (each.stands()) {
            return question.one()
                    ? told.text("won", name, sentences.when(each.rule()), cited)
                    : told.text("stands", label(each.proposal().code()), name, sentences.when(each.rule()), cited);
        }
        return told.text("lost", name, label(each.proposal().code()), place(each), cited);
    }

    /** The row to which it lost. */
    private String place(Question.Matched each) {
        int own = each.row().map(Precedence::rank).orElse(0);
        int other = question.decided().map(Precedence::rank).orElse(0);
        return own == other
                ? told.text("lost.tie", String.valueOf(own), label(question.code()))
                : told.text("lost.rank", String.valueOf(own), label(question.code()), String.valueOf(other));
    }

    private String decided(Precedence row) {
        String cited = told.cited().text(question.policy().id(), row.clause(), row.basis());
        return row.isDefault()
                ? told.text("default", label(row.code()), cited)
                : told.text("row", label(row.code()), String.valueOf(row.rank()), cited);
    }

    private String missed(Miss miss) {
        String then = miss.then().isEmpty()
                ? told.text("then.undecided")
                : question.one() && miss.then().equals(question.code())
                        ? told.text("then.same")
                        : told.text("then.new", sentences.answer(question.answer(), miss.then()));
        return told.text(
                "missed",
                miss.rule().name(),
                told.cited()
                        .text(
                                question.policy().id(),
                                miss.rule().clause(),
                                miss.rule().basis()),
                told.missing(question.policy(), miss),
                then);
    }
}
