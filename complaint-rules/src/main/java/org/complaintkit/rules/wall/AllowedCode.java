package org.complaintkit.rules.wall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.syntax.Field;

/** The list of what classes of packs may refer to, by the method that does: {@code allowed-code.txt}. Immutable. */
final class AllowedCode {
    static final String STAGES = "org/complaintkit/rules/stage/";

    private static final String PARAMETER = STAGES + "ParameterName";
    private static final Set<String> FACTS = new HashSet<>();
    private static final Set<String> FIELDS = new HashSet<>(Set.of("param"));
    private static final Set<String> VERBS = new HashSet<>();

    static {
        for (Stage stage : Stage.values()) {
            FACTS.add(STAGES + stage.fact());
        }
        for (Field field : Field.values()) {
            FIELDS.add(field.word());
        }
        for (Answer answer : Answer.values()) {
            VERBS.add(answer.verb());
        }
    }

    /** Named in descriptors and tables of the compiler's classes, or asked for when they are linked; never acted upon. */
    private static final Set<String> NAMED = Set.of(
            "java/lang/Exception",
            "java/lang/Throwable",
            "java/lang/invoke/MethodHandles",
            "java/lang/invoke/MethodHandles$Lookup",
            "java/lang/invoke/StringConcatFactory",
            "org/drools/model/Index",
            "org/drools/model/PatternDSL",
            "org/drools/model/consequences/ConsequenceBuilder");

    /** What the classes of packs are: parents and interfaces, with what those need to be linked. */
    static final Set<String> PARENTS = Set.of(
            "java/lang/Object",
            "java/lang/Enum",
            "org/drools/model/Model",
            "org/drools/model/RulesSupplier",
            "org/drools/model/DomainClassMetadata",
            "org/drools/model/functions/Block1",
            "org/drools/model/functions/Function1",
            "org/drools/model/functions/HashedExpression",
            "org/drools/model/functions/Predicate1");

    private static final Map<String, Map<String, Set<String>>> LINES = read();
    private static final Set<String> CLASSES = classes();

    private AllowedCode() {}

    private static Map<String, Map<String, Set<String>>> read() {
        Map<String, Map<String, Set<String>>> lines = new HashMap<>();
        for (String line : text().lines().toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] words = line.split(" ", 3);
                lines.computeIfAbsent(words[0], role -> new HashMap<>())
                        .computeIfAbsent(words[1], instruction -> new HashSet<>())
                        .add(words[2]);
            }
        }
        return lines;
    }

    private static String text() {
        try (InputStream in = AllowedCode.class.getResourceAsStream("allowed-code.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of allowed code is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> classes() {
        Set<String> classes = new HashSet<>(NAMED);
        classes.addAll(PARENTS);
        classes.addAll(FACTS);
        classes.add(PARAMETER);
        for (Map<String, Set<String>> instructions : LINES.values()) {
            for (Set<String> targets : instructions.values()) {
                for (String target : targets) {
                    addNames(target, classes);
                }
            }
        }
        return classes;
    }

    /** Adds the classes that a target names: the owner of a member and the types of its descriptor, or a class alone. */
    private static void addNames(String target, Set<String> classes) {
        int member = target.indexOf('.');
        addName(member < 0 ? target : target.substring(0, member), classes);
        int end = target.indexOf(':');
        while (end >= 0) {
            int type = target.indexOf('L', end);
            end = type < 0 ? -1 : target.indexOf(';', type);
            if (end >= 0) {
                addName(target.substring(type + 1, end), classes);
            }
        }
    }

    private static void addName(String name, Set<String> classes) {
        if (name.startsWith("java/") || name.startsWith("org/")) {
            classes.add(name);
        }
    }

    /** Whether a class of the host may be named at all. */
    static boolean names(String internalName) {
        return CLASSES.contains(internalName);
    }

    /** Whether a class is the fact of a stage. */
    static boolean fact(String internalName) {
        return FACTS.contains(internalName);
    }

    /** Whether a method, by its role, may do this. */
    static boolean lets(String role, String instruction, String target) {
        Map<String, Set<String>> instructions = LINES.get(role);
        Set<String> targets = instructions == null ? null : instructions.get(instruction);
        return targets != null && targets.contains(target);
    }

    /** How the list calls a member of the host. */
    static String target(ConstantPool.Member member) {
        if (fact(member.owner())) {
            return FIELDS.contains(member.name()) && !member.descriptor().endsWith(")V")
                    ? "FIELD"
                    : VERBS.contains(member.name()) && member.descriptor().endsWith(")V") ? "VERB" : member.shown();
        }
        return member.owner().equals(PARAMETER) && member.name().equals("param") ? "PARAMETER" : member.shown();
    }
}
