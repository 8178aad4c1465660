package org.complaintkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintkit.repository.CaseRepository;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    /** A package depends only on those before it. */
    private static final List<String> ORDER = List.of(
            "model",
            "policy",
            "decision",
            "duty",
            "deadline",
            "lifecycle",
            "audit",
            "repository",
            "report",
            "json",
            "desk");

    private static final Set<String> CLOCKS =
            Set.of("now", "systemDefault", "systemUTC", "systemDefaultZone", "system", "tick", "tickSeconds");
    /** Jars that a host gets with the core; jspecify is optional and no run time needs it. */
    private static final Set<String> RUN_TIME =
            Set.of("jackson-databind", "jackson-core", "jackson-annotations", "slf4j-api", "fastcsv");

    private static final Pattern TEST_JAR = Pattern.compile(
            "(junit-|opentest4j|apiguardian|jqwik|jazzer|assertj|byte-buddy|archunit|slf4j-nop|jspecify|surefire).*");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    ORDER.stream().map(name -> "org.complaintkit." + name).toList());

    @Test
    void every_package_is_in_the_order() {
        assertThat(CLASSES)
                .extracting(JavaClass::getPackageName)
                .allMatch(name -> ORDER.contains(name.substring("org.complaintkit.".length())));
        assertThat(ORDER)
                .allSatisfy(name -> assertThat(CLASSES)
                        .anyMatch(each -> each.getPackageName().equals("org.complaintkit." + name)));
    }

    @Test
    void a_package_depends_only_on_those_before_it() {
        for (int i = 0; i < ORDER.size(); i++) {
            String[] after = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(name -> "org.complaintkit." + name + "..")
                    .toArray(String[]::new);
            if (after.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("org.complaintkit." + ORDER.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(after)
                        .check(CLASSES);
            }
        }
    }

    /** A store that lacks a method does not compile, and does not pretend. */
    @Test
    void the_storage_port_is_small_and_has_no_default() {
        assertThat(CaseRepository.class.getMethods()).hasSizeLessThan(10).noneMatch(Method::isDefault);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("org.complaintkit.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void the_core_rests_on_java_the_calendar_jackson_and_a_logging_api_only() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.complaintkit..", "java..", "org.jspecify..", "com.fasterxml.jackson..", "org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void only_the_desk_reads_a_clock_and_nothing_a_default_of_the_machine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.complaintkit.desk..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
        noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<JavaCall<?>>("reads a clock or a default") {
                    @Override
                    public boolean test(JavaCall<?> call) {
                        return readsTheMachine(call);
                    }
                })
                .check(CLASSES);
    }

    private static boolean readsTheMachine(JavaCall<?> call) {
        String name = call.getTarget().getName();
        List<String> parameters = call.getTarget().getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .toList();
        return switch (call.getTargetOwner().getName()) {
            case "java.util.Locale", "java.util.TimeZone" -> name.equals("getDefault");
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.lang.String" ->
                ((name.equals("toLowerCase") || name.equals("toUpperCase")) && parameters.isEmpty())
                        || ((name.equals("format") || name.equals("formatted"))
                                && !parameters.contains("java.util.Locale"));
            case "java.time.Clock" ->
                CLOCKS.contains(name) && !call.getOriginOwner().getName().equals("org.complaintkit.desk.DeskBuilder");
            default -> call.getTargetOwner().getName().startsWith("java.time") && CLOCKS.contains(name);
        };
    }

    @Test
    void jackson_stays_in_json_and_out_of_its_public_signatures() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.complaintkit.json..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(CLASSES);
        Stream<JavaMember> exported = CLASSES.stream()
                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(each -> each.getMembers().stream())
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
        assertThat(exported)
                .isNotEmpty()
                .allSatisfy(member -> assertThat(member.getAllInvolvedRawTypes())
                        .as(member.getFullName())
                        .noneMatch(type -> type.getName().startsWith("com.fasterxml")
                                || type.getName().startsWith("org.slf4j")));
    }

    @Test
    void every_package_is_null_marked() {
        for (String name : ORDER) {
            JavaPackage found = CLASSES.getPackage("org.complaintkit." + name);
            assertThat(found.tryGetAnnotationOfType(NullMarked.class)).as(name).isPresent();
        }
    }

    @Test
    void a_host_gets_at_most_five_jars_of_others() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> jars = Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.endsWith(".jar") && !name.startsWith("complaint-"))
                .filter(name -> !TEST_JAR.matcher(name).matches())
                .map(name -> name.replaceAll("-[0-9][0-9.]*\\.jar$", ""))
                .distinct()
                .toList();

        assertThat(jars).containsExactlyInAnyOrderElementsOf(RUN_TIME);
    }
}
