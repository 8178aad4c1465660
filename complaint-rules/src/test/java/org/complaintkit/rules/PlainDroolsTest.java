package org.complaintkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Parameters;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.stage.ProposalSink;
import org.complaintkit.rules.stage.StageFact;
import org.complaintkit.rules.syntax.RuleParser;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** The rule files are DRL: with one prefix on line 1 they run on Drools as anybody runs it, and say the same. */
class PlainDroolsTest {
    private static final String FOLDER = "/org/complaintkit/packs/rcc/";

    @Test
    void the_files_of_a_shipped_pack_run_on_plain_drools_with_the_same_answers() throws Exception {
        KieServices services = KieServices.get();
        ReleaseId id = services.newReleaseId("test", "plain", "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(id);
        for (Stage stage : Stage.values()) {
            try (InputStream in = Packs.class.getResourceAsStream(FOLDER + stage.file())) {
                if (in == null) {
                    continue;
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                files.write("src/main/resources/plain/" + stage.file(), RuleParser.prefix(stage, "plain") + text);
            }
        }
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        assertThat(builder.getResults().getMessages()).isEmpty();
        KieContainer container = services.newKieContainer(id);
        try (Packs packs = Packs.shipped()) {
            DroolsRuleBook book = packs.get("RCC");
            RandomSituations situations = new RandomSituations(3, book.policy());
            for (int i = 0; i < 200; i++) {
                Situation situation = situations.next();
                for (Stage stage : Stage.values()) {
                    assertThat(plain(container, stage, situation, book.policy().parameters()))
                            .isEqualTo(ours(book.ask(stage, situation)));
                }
            }
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }

    private static Map<String, List<String>> ours(List<Proposal> proposals) {
        Map<String, List<String>> byRule = new TreeMap<>();
        proposals.forEach(proposal -> byRule.computeIfAbsent(proposal.rule(), rule -> new ArrayList<>())
                .add(proposal.answer() + " " + proposal.code() + " " + proposal.detail()));
        return byRule;
    }

    private static Map<String, List<String>> plain(
            KieContainer container, Stage stage, Situation situation, Parameters parameters) throws Exception {
        Map<String, List<String>> byRule = new TreeMap<>();
        String[] firing = {""};
        ProposalSink sink = (answer, code, detail) ->
                byRule.computeIfAbsent(firing[0], rule -> new ArrayList<>()).add(answer + " " + code + " " + detail);
        StageFact fact = Class.forName("org.complaintkit.rules.stage." + stage.fact())
                .asSubclass(StageFact.class)
                .getConstructor(Situation.class, Parameters.class, ProposalSink.class)
                .newInstance(situation, parameters, sink);
        KieSession session = container.newKieSession();
        try {
            session.insert(fact);
            session.fireAllRules(match -> {
                firing[0] = match.getRule().getName();
                return true;
            });
        } finally {
            session.dispose();
        }
        return byRule;
    }
}
