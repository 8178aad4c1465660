package org.complaintkit.rules.wall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.decision.Answer;
import org.complaintkit.decision.Stage;
import org.complaintkit.rules.syntax.Field;

/** The list of what classes of packs may refer to, by the method that does: {@code allowed-code.txt}. Immutable. */
final class AllowedCode {
    static final String STAGES = "org/complaintkit/rules/stage/";

    private static final String PARAMETER = STAGES + "ParameterName";
    private static final Pattern CLASS_NAME = Pattern.compile("(?:^|L)((?:java|org)/[A-Za-z0-9_/$]+)");
    private static final Set<String> FACTS =
            Arrays.stream(Stage.values()).map(stage -> STAGES + stage.fact()).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> FIELDS = Stream.concat(
                    Arrays.stream(Field.values()).map(Field::word), Stream.of("param"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> VERBS =
            Arrays.stream(Answer.values()).map(Answer::verb).collect(Collectors.toUnmodifiableSet());

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
        try (InputStream in = AllowedCode.class.getResourceAsStream("allowed-code.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of allowed code is not in the jar");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .forEach(words -> lines.computeIfAbsent(words[0], role -> new HashMap<>())
                            .computeIfAbsent(words[1], instruction -> new HashSet<>())
                            .add(words[2]));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> classes() {
        Set<String> classes = new HashSet<>(NAMED);
        classes.addAll(PARENTS);
        classes.addAll(FACTS);
        classes.add(PARAMETER);
        LINES.values().stream()
                .flatMap(instructions -> instructions.values().stream())
                .flatMap(Set::stream)
                .forEach(target -> {
                    Matcher name = CLASS_NAME.matcher(target);
                    while (name.find()) {
                        classes.add(name.group(1));
                    }
                });
        return Set.copyOf(classes);
    }

    /** Whether a class of the host may be named at all. */
    static boolean names(String internalName) {
        return CLASSES.contains(internalName);
    }

    /** Whether a class is the fact of a stage. */
    static boolean fact(String internalName) {
        return FACTS.contains(internalName);
    }

    /** Whether a method, by its role, may do this; what is left out of the list is told by the target. */
    static void require(String role, String instruction, String target, String shown) {
        if (!LINES.getOrDefault(role, Map.of())
                .getOrDefault(instruction, Set.of())
                .contains(target)) {
            throw new ClassRefusal(ClassRefusal.REFERENCE, instruction + " " + shown + " in " + role);
        }
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
