package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.forms.RuleForms;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.pack.PackFiles;
import org.complaintkit.rules.pack.RuleForm;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RulePrinter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on the forms of rules is true: its files are read, and say the same. */
class RuleGuideTest {
    private static final Pattern FILE = Pattern.compile("```\\w+ file=(\\S+)\\R(.*?)\\R```", Pattern.DOTALL);
    private static final Stage STAGE = Stage.CLASSIFICATION;

    @TempDir
    private Path folder;

    private Policy policy;

    @BeforeEach
    void write() throws IOException {
        Matcher files = FILE.matcher(read("PACKS.md"));
        while (files.find()) {
            Path file = folder.resolve(files.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, files.group(2) + "\n", StandardCharsets.UTF_8);
        }
        policy = PackReader.read(folder).policy();
    }

    private static String read(String page) throws IOException {
        return Files.readString(Path.of(page), StandardCharsets.UTF_8);
    }

    private List<Rule> rules(RuleForm form, String text) {
        Faults faults = new Faults();
        List<Rule> rules = RuleForms.read(form, STAGE, text, policy, faults).rules();
        assertThat(faults.all()).isEmpty();
        return rules;
    }

    @Test
    void every_form_of_the_page_says_the_same() throws IOException {
        List<List<Rule>> blocks = new ArrayList<>();
        Matcher files = FILE.matcher(read("RULES.md"));
        while (files.find()) {
            RuleForm form = RuleForm.of(files.group(1)).orElseThrow();
            List<Rule> rules = rules(form, files.group(2) + "\n");
            blocks.add(rules);
            Files.deleteIfExists(folder.resolve(STAGE.file()));
            Path file = Files.writeString(folder.resolve(files.group(1)), files.group(2) + "\n");
            if (rules.get(0).name().equals("TEA-1 cold tea")) {
                assertThat(PackReader.check(folder)).isEmpty();
            }
            Files.delete(file);
        }

        assertThat(blocks).hasSize(6);
        assertThat(blocks)
                .allSatisfy(rules -> assertThat(rules.stream().map(RuleGuideTest::body))
                        .containsExactlyElementsOf(
                                blocks.get(0).stream().map(RuleGuideTest::body).toList()));
        assertThat(blocks.subList(0, 4)).allSatisfy(rules -> {
            for (int i = 0; i < rules.size(); i++) {
                assertThat(rules.get(i).saysTheSameAs(blocks.get(0).get(i))).isTrue();
            }
        });
    }

    private static String body(Rule rule) {
        return RulePrinter.printAs(rule.clause() + " " + rule.basis(), rule);
    }

    @Test
    void what_is_said_of_a_slip_is_what_is_told() throws IOException {
        String sentence = "If the chanel is telephone, label it a guest was hurt (clause TEA-3, default).\n";
        Faults faults = new Faults();
        RuleForms.read(RuleForm.ENGLISH, STAGE, sentence, policy, faults);

        assertThat(faults.list())
                .singleElement()
                .satisfies(fault -> assertThat(read("RULES.md"))
                        .contains(fault.place() + "   " + fault.text() + "    " + fault.reason()
                                + "; did you mean the channel?"));
    }

    @Test
    void each_snippet_is_a_rule_once_its_places_are_filled() throws IOException {
        JsonNode snippets = new ObjectMapper().readTree(read("editors/complaint-kit.code-snippets"));
        RuleForm[] forms = {RuleForm.DRL, RuleForm.TABLE, RuleForm.ENGLISH, RuleForm.SIMPLIFIED};
        int next = 0;
        for (JsonNode snippet : snippets) {
            StringBuilder text = new StringBuilder();
            snippet.get("body").forEach(line -> text.append(line.asText()).append('\n'));
            String filled = text.toString()
                    .replaceAll("\\$\\{[0-9]\\|([^,|]*)[^|]*\\|}", "$1")
                    .replaceAll("\\$\\{[0-9]:([^}]*)}", "$1");
            assertThat(rules(forms[next++], filled))
                    .singleElement()
                    .satisfies(rule -> assertThat(body(rule))
                            .contains("Classification( claimedLoss >= 500 )", "decide.label(\"GUEST_HURT\");"));
        }
        assertThat(next).isEqualTo(forms.length);
    }

    @Test
    void the_schema_knows_every_key_of_every_manifest() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode schema = json.readTree(read("editors/pack.schema.json"));
        JsonNode parameter = schema.at("/definitions/parameter/properties");
        List<String> kinds = new ArrayList<>();
        parameter.at("/kind/enum").forEach(kind -> kinds.add(kind.asText()));
        TreeSet<String> used = new TreeSet<>();
        TreeSet<String> usedOfParameters = new TreeSet<>();
        try (Packs packs = Packs.shipped()) {
            for (String id : packs.ids()) {
                Path pack = Path.of("src/main/resources/org/complaintkit/packs", id.toLowerCase(java.util.Locale.ROOT));
                JsonNode manifest =
                        json.readTree(read(pack.resolve(PackFiles.MANIFEST).toString()));
                manifest.fieldNames().forEachRemaining(used::add);
                manifest.path("parameters").forEach(each -> each.fieldNames().forEachRemaining(usedOfParameters::add));
            }
        }

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(Parameter.Kind.values())
                        .map(Enum::name)
                        .toList());
        assertThat(used)
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(schema.at("/properties").has(key)).as(key).isTrue());
        assertThat(usedOfParameters)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(parameter.has(key)).as(key).isTrue());
    }
}
