package org.complaintkit.rules.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Situation;
import org.complaintkit.policy.Parameters;
import org.complaintkit.rules.stage.Classification;
import org.complaintkit.rules.stage.Deadlines;
import org.complaintkit.rules.stage.Escalation;
import org.complaintkit.rules.stage.Grading;
import org.complaintkit.rules.stage.ProposalSink;
import org.complaintkit.rules.stage.Responsibility;
import org.complaintkit.rules.stage.StageFact;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** A process that loads the compiled pack in a folder, makes one decision and ends: by the library, or by Drools alone. */
public final class FirstDecision {
    private FirstDecision() {}

    /** Takes {@code ours} or {@code bare}, and the folder. */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        Question question = new Question("MEDIA", "K3", 12_000, 4, true);
        Path folder = Path.of(args[1]);
        List<String> answer = args[0].equals("ours")
                ? codes(OurPack.decide(OurPack.book(folder), OurPack.situation(question))
                        .verdict())
                : bare(folder, OurPack.situation(question));
        System.out.println(answer);
    }

    /** As plain texts: a record that is printed starts more of the run time than a decision does. */
    private static List<String> codes(Verdict verdict) {
        List<String> codes = new ArrayList<>(List.of(verdict.category(), verdict.grade(), verdict.owner()));
        codes.addAll(verdict.labels());
        codes.addAll(verdict.deadlines());
        codes.addAll(verdict.escalations());
        return codes;
    }

    /** The same compiled rules over the same facts, without tables, citations and precedence. */
    private static List<String> bare(Path folder, Situation situation)
            throws IOException, ReflectiveOperationException {
        Map<String, byte[]> classes = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(folder.resolve("compiled/classes.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                classes.put(entry.getName(), zip.readAllBytes());
            }
        }
        ClassLoader loader = new ClassLoader(FirstDecision.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name.replace('.', '/') + ".class");
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        Collection<Model> models = new ArrayList<>();
        for (String name : new String(classes.get("models"), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            models.add((Model)
                    Class.forName(name, true, loader).getDeclaredConstructor().newInstance());
        }
        KieSession session = KieBaseBuilder.createKieBaseFromModel(models).newKieSession();
        List<String> hits = new ArrayList<>();
        ProposalSink sink = (Answer answer, String code, String detail) -> hits.add(code);
        Parameters parameters = Parameters.of(List.of());
        for (StageFact fact : List.of(
                new Classification(situation, parameters, sink),
                new Grading(situation, parameters, sink),
                new Responsibility(situation, parameters, sink),
                new Deadlines(situation, parameters, sink),
                new Escalation(situation, parameters, sink))) {
            FactHandle handle = session.insert(fact);
            session.fireAllRules();
            session.delete(handle);
        }
        return hits;
    }
}
