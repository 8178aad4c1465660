package org.complaintkit.rules.benchmark;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.wall.ClassWall;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same sixty rules and the same 1,024 complaints for each engine; every engine answers like the hand-written rules. A
 * decision runs through much more code than a question to a calendar: until all of that is compiled it has to be made some
 * hundred thousand times.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class RuleBenchmark {
    private static final int SIZE = 1024;

    private static Question[] questions() {
        Random random = new Random(1);
        Question[] questions = new Question[SIZE];
        for (int i = 0; i < SIZE; i++) {
            questions[i] = Question.random(random);
        }
        return questions;
    }

    /** What all states share: the questions, and who is next. */
    @State(Scope.Thread)
    public static class Asking {
        final Question[] questions = questions();
        private int at;

        int next() {
            return at++ & SIZE - 1;
        }

        Question question() {
            return questions[next()];
        }

        void same(Function<Question, Verdict> engine) {
            for (Question question : questions) {
                if (!engine.apply(question).equals(HandWritten.decide(question))) {
                    throw new IllegalStateException(
                            question + ": " + engine.apply(question) + " instead of " + HandWritten.decide(question));
                }
            }
        }
    }

    /** The library. */
    @State(Scope.Thread)
    public static class Ours extends Asking {
        RuleBook book;
        final Situation[] situations = new Situation[SIZE];

        /** Compiles and loads the pack, and compares. */
        @Setup
        public void load() {
            book = OurPack.book(OurPack.sixty());
            for (int i = 0; i < SIZE; i++) {
                situations[i] = OurPack.situation(questions[i]);
            }
            same(question -> OurPack.decide(book, OurPack.situation(question)).verdict());
        }

        Object decide() {
            return OurPack.decide(book, situations[next()]);
        }
    }

    /** Drools, staged. */
    @State(Scope.Thread)
    public static class Staged extends Asking {
        BareDrools.Staged engine;

        /** Compiles and compares. */
        @Setup
        public void load() {
            engine = new BareDrools.Staged();
            same(engine::decide);
        }
    }

    /** Drools, as it is usually used. */
    @State(Scope.Thread)
    public static class Usual extends Asking {
        BareDrools.Usual engine;

        /** Compiles and compares. */
        @Setup
        public void load() {
            engine = new BareDrools.Usual();
            same(engine::decide);
        }
    }

    /** Evrete. */
    @State(Scope.Thread)
    public static class Evrete extends Asking {
        EvretePeer engine;

        /** Compiles and compares. */
        @Setup
        public void load() {
            engine = new EvretePeer();
            same(engine::decide);
        }
    }

    /** KIE DMN. */
    @State(Scope.Thread)
    public static class Dmn extends Asking {
        DmnPeer engine;

        /** Compiles and compares. */
        @Setup
        public void load() {
            engine = new DmnPeer();
            same(engine::decide);
        }
    }

    /** A pack of so many equalities of one field. */
    public static class Equalities {
        RuleBook book;
        final Situation[] situations = new Situation[SIZE];
        private int at;

        void load(int rules) {
            book = OurPack.book(OurPack.equalities(rules));
            Random random = new Random(1);
            Question[] questions = questions();
            for (int i = 0; i < SIZE; i++) {
                situations[i] = OurPack.categorised(questions[i], "C" + random.nextInt(rules));
            }
        }

        Object ask() {
            return book.ask(Stage.RESPONSIBILITY, situations[at++ & SIZE - 1]);
        }
    }

    /** Two thousand. */
    @State(Scope.Thread)
    public static class Many extends Equalities {
        /** Compiles. */
        @Setup
        public void load() {
            load(2_000);
        }
    }

    /** Sixty. */
    @State(Scope.Thread)
    public static class Few extends Equalities {
        /** Compiles. */
        @Setup
        public void load() {
            load(60);
        }
    }

    /** A compiled pack in two folders, one of them signed. */
    @State(Scope.Thread)
    public static class Folders {
        Path plain;
        SignedPack signed;
        Map<String, byte[]> classes;

        /** Compiles and signs. */
        @Setup
        public void make() {
            plain = SignedPack.compiled();
            signed = SignedPack.of(SignedPack.compiled());
            classes = SignedPack.classes(plain);
        }
    }

    /** The library. */
    @Benchmark
    public Object decisionAgainstStagedDrools_ours(Ours ours) {
        return ours.decide();
    }

    /** Bare Drools, staged, one session a thread. */
    @Benchmark
    public Object decisionAgainstStagedDrools_peer(Staged staged) {
        return staged.engine.decide(staged.question());
    }

    /** The library. */
    @Benchmark
    public Object decisionAgainstUsualDrools_ours(Ours ours) {
        return ours.decide();
    }

    /** Bare Drools with joins, a session for each question. */
    @Benchmark
    public Object decisionAgainstUsualDrools_peer(Usual usual) {
        return usual.engine.decide(usual.question());
    }

    /** The library. */
    @Benchmark
    public Object decisionAgainstEvrete_ours(Ours ours) {
        return ours.decide();
    }

    /** Evrete. */
    @Benchmark
    public Object decisionAgainstEvrete_peer(Evrete evrete) {
        return evrete.engine.decide(evrete.question());
    }

    /** The library. */
    @Benchmark
    public Object decisionAgainstDmn_ours(Ours ours) {
        return ours.decide();
    }

    /** KIE DMN. */
    @Benchmark
    public Object decisionAgainstDmn_peer(Dmn dmn) {
        return dmn.engine.decide(dmn.question());
    }

    /** The library. */
    @Benchmark
    public Object decisionAgainstIfElse_ours(Ours ours) {
        return ours.decide();
    }

    /** Hand-written. */
    @Benchmark
    public Object decisionAgainstIfElse_peer(Asking asking) {
        return HandWritten.decide(asking.question());
    }

    /** Two thousand rules. */
    @Benchmark
    public Object rules2000Against60_ours(Many many) {
        return many.ask();
    }

    /** Sixty rules. */
    @Benchmark
    public Object rules2000Against60_peer(Few few) {
        return few.ask();
    }

    /** The scan alone, by the wall that no load goes without. */
    @Benchmark
    public void scanAgainstLoad_ours(Folders folders) {
        ClassWall.check(folders.classes);
    }

    /** A load, which contains one. */
    @Benchmark
    public Object scanAgainstLoad_peer(Folders folders) {
        return SignedPack.load(folders.plain);
    }

    /** A signed pack, scanned and verified. */
    @Benchmark
    public Object loadSignedAgainstUnsigned_ours(Folders folders) {
        return folders.signed.load();
    }

    /** The same pack without a signature. */
    @Benchmark
    public Object loadSignedAgainstUnsigned_peer(Folders folders) {
        return SignedPack.load(folders.plain);
    }
}
