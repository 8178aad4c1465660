package org.complaintkit.rules.benchmark;

import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** Drools without us: the staged form with one session a thread, and the usual form. Both on the executable model. */
final class BareDrools {
    private BareDrools() {}

    /** One pattern over one fact a stage; a session that is kept by its thread. */
    static final class Staged {
        private final KieSession session;

        Staged() {
            session = base(
                            "staged",
                            SixtyRules.all().stream()
                                    .map(line -> rule(
                                            line.name(),
                                            "decide : Stages." + line.stage().fact() + "( " + line.condition() + " )",
                                            "decide.hit(" + line.rank() + ", \"" + line.code() + "\");"))
                                    .collect(Collectors.joining()))
                    .newKieSession();
        }

        Verdict decide(Question question) {
            return Stages.walk(question, fact -> {
                FactHandle handle = session.insert(fact);
                session.fireAllRules();
                session.delete(handle);
            });
        }
    }

    /** Joins of question and running answer with {@code modify}, in a session of its own for each question. */
    static final class Usual {
        private final KieBase base = base(
                "usual",
                SixtyRules.all().stream()
                                .map(line -> "rule \"" + line.name() + "\" salience "
                                        + (1_000 - 100 * line.stage().ordinal() - line.rank()) + " when\n"
                                        + "  $q : Asked( " + conditions(line, false) + " )\n"
                                        + "  $d : Running( " + Running.open(line) + conditions(line, true)
                                        + " )\nthen\n"
                                        + "  modify($d) { add(\"" + line.verb() + "\", \"" + line.code()
                                        + "\") }\nend\n")
                                .collect(Collectors.joining())
                        + otherwise("category", SixtyRules.OTHER, 950, "category == \"\"")
                        + otherwise("owner", SixtyRules.NO_ONE_ELSE, 750, "grade != \"\", owner == \"\""));

        private static String otherwise(String verb, String code, int salience, String open) {
            return "rule \"no " + verb + "\" salience " + salience + " when\n  $d : Running( " + open
                    + " )\nthen\n  modify($d) { add(\"" + verb + "\", \"" + code + "\") }\nend\n";
        }

        private static String conditions(SixtyRules.Line line, boolean ofAnswer) {
            String text = line.atoms().stream()
                    .filter(atom -> ofAnswer == Running.FIELDS.contains(atom.field()))
                    .map(SixtyRules.Atom::drl)
                    .collect(Collectors.joining(", "));
            return ofAnswer && !text.isEmpty() ? ", " + text : text;
        }

        Verdict decide(Question question) {
            KieSession session = base.newKieSession();
            try {
                Running running = new Running(question.facts());
                session.insert(new Asked(question));
                session.insert(running);
                session.fireAllRules();
                return running.verdict();
            } finally {
                session.dispose();
            }
        }
    }

    private static String rule(String name, String pattern, String verb) {
        return "rule \"" + name + "\" when\n  " + pattern + "\nthen\n  " + verb + "\nend\n";
    }

    private static KieBase base(String name, String rules) {
        KieServices kie = KieServices.get();
        ReleaseId id = kie.newReleaseId("benchmark", name, "1");
        KieFileSystem files = kie.newKieFileSystem();
        files.generateAndWritePomXML(id);
        files.write(
                "src/main/resources/bench/rules.drl",
                "package bench\nimport org.complaintkit.rules.benchmark.Stages\n"
                        + "import org.complaintkit.rules.benchmark.Asked\n"
                        + "import org.complaintkit.rules.benchmark.Running\n" + rules);
        KieBuilder builder = kie.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().getMessages().toString());
        }
        return kie.newKieContainer(id).getKieBase();
    }
}
