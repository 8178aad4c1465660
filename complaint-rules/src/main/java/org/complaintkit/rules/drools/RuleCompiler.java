package org.complaintkit.rules.drools;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Stage;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.complaintkit.rules.syntax.Rule;
import org.complaintkit.rules.syntax.RuleParser;
import org.complaintkit.rules.syntax.RulePrinter;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles rules with the executable model of Drools. What is compiled is printed from the tree, never the text that an
 * author wrote. Needs {@code org.drools:drools-engine}, which a host that only runs compiled packs does not have.
 */
public final class RuleCompiler {
    private static final String GROUP = "org.complaintkit.pack";
    private static final List<String> NEEDED = List.of(
            "org.drools.model.codegen.ExecutableModelProject",
            "org.drools.drl.parser.DrlParser",
            "org.eclipse.jdt.internal.compiler.Compiler");

    private RuleCompiler() {}

    /** Whether the compiler is on the class path. */
    public static boolean available() {
        return NEEDED.stream().allMatch(RuleCompiler::present);
    }

    private static boolean present(String className) {
        try {
            Class.forName(className, false, RuleCompiler.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /**
     * Demands the compiler.
     *
     * @throws InvalidInputException saying which dependency to add, if the compiler is not there
     */
    public static void require(String pack) {
        if (!available()) {
            throw InvalidInputException.of("COMPILER_MISSING", "pack " + pack)
                    .rule("a pack that is not compiled, or was edited since, is compiled when it is loaded")
                    .wayOut("compile it with PackCompiler, or add org.drools:drools-engine:" + DroolsVersion.running()
                            + " and org.drools:drools-drl-parser, drools-drl-ast, drools-drl-extensions, drools-ecj,"
                            + " drools-io of the same version to the class path")
                    .build();
        }
    }

    /**
     * Compiles. One at a time: Drools keeps builds in a repository of the process, from which ours is removed at once.
     *
     * @throws InvalidInputException if Drools refuses what our checks let pass, with its message
     */
    public static synchronized GeneratedRules compile(PackVersion pack, List<Rule> rules) {
        if (rules.isEmpty()) {
            return GeneratedRules.NONE;
        }
        String packageName = packageName(pack);
        KieServices services = KieServices.get();
        ReleaseId id = services.newReleaseId(GROUP, packageName, "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(id);
        rules.forEach(RuleCompiler::requirePlain);
        for (Stage stage : EnumSet.copyOf(rules.stream().map(Rule::stage).toList())) {
            String path = "src/main/resources/" + packageName.replace('.', '/') + "/" + stage.fact() + ".drl";
            files.write(path, source(stage, packageName, rules).getBytes(StandardCharsets.UTF_8));
        }
        KieBuilder builder = services.newKieBuilder(files, RuleCompiler.class.getClassLoader());
        try {
            builder.buildAll(ExecutableModelProject.class);
            refuse(builder, pack);
            return generated((InternalKieModule) builder.getKieModule(), packageName);
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }

    /** A package of its own for each pack and version, never one of ours. */
    static String packageName(PackVersion pack) {
        String version = pack.version().replace("-", "__").replace('.', '_');
        return "complaintpack." + pack.id().toLowerCase(Locale.ROOT) + ".v" + version;
    }

    /**
     * A package for each stage: Drools writes what it knows of the fact classes of one package in the order of a hash
     * set, so with one class in each package two builds give the same bytes.
     */
    private static String source(Stage stage, String packageName, List<Rule> rules) {
        String stagePackage = packageName + "." + stage.fact().toLowerCase(Locale.ROOT);
        StringBuilder source = new StringBuilder(RuleParser.prefix(stage, stagePackage)).append('\n');
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).stage() == stage) {
                source.append(RulePrinter.printAs(GeneratedRules.nameOf(i), rules.get(i)));
            }
        }
        return source.toString();
    }

    /** The last gate: texts go into generated code as they are, so they are of letters, digits and a few signs. */
    private static void requirePlain(Rule rule) {
        boolean fields = rule.tests().allMatch(test -> Field.of(test.field()).isPresent());
        boolean verbs = rule.actions().stream()
                .allMatch(action -> rule.stage().answers().stream()
                        .anyMatch(answer -> answer.verb().equals(action.verb())));
        if (!fields || !verbs || !rule.operands().allMatch(Operand::plain)) {
            throw InvalidInputException.of("RULES_REFUSED", "rule")
                    .value(rule.name())
                    .rule("fields, verbs and codes that the checks accept")
                    .wayOut("read the pack with PackReader, which tells what is wrong")
                    .build();
        }
    }

    private static void refuse(KieBuilder builder, PackVersion pack) {
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            String all = errors.stream()
                    .map(error -> error.getText().lines().findFirst().orElse(""))
                    .limit(5)
                    .collect(Collectors.joining("; "));
            throw InvalidInputException.of("RULES_REFUSED", "pack " + pack.id())
                    .rule("Drools compiles what our checks accept, but says: " + all)
                    .wayOut("report this with the pack: the checks have a gap")
                    .build();
        }
    }

    private static GeneratedRules generated(InternalKieModule module, String packageName) {
        Map<String, byte[]> classes = new TreeMap<>();
        String folder = packageName.replace('.', '/') + "/";
        List<String> models = new ArrayList<>();
        for (String file : module.getFileNames()) {
            if (file.startsWith(folder) && file.endsWith(".class")) {
                classes.put(file, module.getBytes(file));
            } else if (file.endsWith("/drools-model")) {
                String lines = new String(module.getBytes(file), StandardCharsets.UTF_8);
                Arrays.stream(lines.split("\n", -1))
                        .filter(line -> line.startsWith(packageName + "."))
                        .forEach(models::add);
            }
        }
        return new GeneratedRules(models.stream().map(String::strip).distinct().toList(), classes);
    }
}
