package org.complaintkit.rules.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The facts of the bare engines in staged form: one class a stage, which holds the question and the answers so far. */
public final class Stages {
    private Stages() {}

    /** What a rule proposed. */
    record Hit(int rank, String code) {}

    /** The running answer, and what the rules see of it. */
    public abstract static class Fact {
        final Question question;
        final Set<String> labels;
        String category = "";
        String grade = "";
        String owner = "";
        final List<Hit> hits = new ArrayList<>();
        final List<Hit> labelled = new ArrayList<>();

        Fact(Question question, Set<String> labels) {
            this.question = question;
            this.labels = labels;
        }

        /** A condition's field. */
        public String getChannel() {
            return question.channel();
        }

        /** A condition's field. */
        public Set<String> getIntakeCategories() {
            return Set.of(question.kind());
        }

        /** A condition's field. */
        public Set<String> getLabels() {
            return labels;
        }

        /** A condition's field. */
        public long getClaimedLoss() {
            return question.loss();
        }

        /** A condition's field. */
        public long getComplainantCount() {
            return question.persons();
        }

        /** A condition's field. */
        public String getCategory() {
            return category;
        }

        /** A condition's field. */
        public String getGrade() {
            return grade;
        }

        /** A condition's field. */
        public String getOwner() {
            return owner;
        }

        /** The only verb: collects what a rule proposes. */
        public void hit(int rank, String code) {
            (rank == 0 && code.charAt(0) != 'B' ? labelled : hits).add(new Hit(rank, code));
        }

        String first(String otherwise) {
            Hit best = null;
            for (Hit hit : hits) {
                best = best == null || hit.rank() < best.rank() ? hit : best;
            }
            return best == null ? otherwise : best.code();
        }

        List<String> codes() {
            return hits.stream().map(Hit::code).sorted().toList();
        }

        <F extends Fact> F handOn(F next) {
            next.category = category;
            next.grade = grade;
            next.owner = owner;
            return next;
        }
    }

    /** First stage. */
    public static final class Classification extends Fact {
        Classification(Question question) {
            super(question, question.facts());
        }

        Grading next() {
            Set<String> all = new TreeSet<>(labels);
            labelled.forEach(hit -> all.add(hit.code()));
            Grading next = new Grading(question, all);
            next.category = first(SixtyRules.OTHER);
            return next;
        }
    }

    /** Second stage. */
    public static final class Grading extends Fact {
        Grading(Question question, Set<String> labels) {
            super(question, labels);
        }

        Responsibility next() {
            grade = first("");
            return handOn(new Responsibility(question, labels));
        }
    }

    /** Third stage. */
    public static final class Responsibility extends Fact {
        Responsibility(Question question, Set<String> labels) {
            super(question, labels);
        }

        Deadlines next() {
            owner = first(SixtyRules.NO_ONE_ELSE);
            return handOn(new Deadlines(question, labels));
        }
    }

    /** Fourth stage. */
    public static final class Deadlines extends Fact {
        Deadlines(Question question, Set<String> labels) {
            super(question, labels);
        }

        Escalation next() {
            return handOn(new Escalation(question, labels));
        }
    }

    /** Last stage. */
    public static final class Escalation extends Fact {
        Escalation(Question question, Set<String> labels) {
            super(question, labels);
        }

        Verdict verdict(Deadlines deadlines) {
            return new Verdict(category, labels, grade, owner, deadlines.codes(), codes());
        }
    }

    /** Walks the stages with an engine that puts one fact to its rules. */
    static Verdict walk(Question question, Consumer<Fact> engine) {
        Classification classification = new Classification(question);
        engine.accept(classification);
        Grading grading = classification.next();
        engine.accept(grading);
        Responsibility responsibility = grading.next();
        engine.accept(responsibility);
        Deadlines deadlines = responsibility.next();
        engine.accept(deadlines);
        Escalation escalation = deadlines.next();
        engine.accept(escalation);
        return escalation.verdict(deadlines);
    }
}
