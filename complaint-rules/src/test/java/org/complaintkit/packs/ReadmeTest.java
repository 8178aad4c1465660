package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README says what the code does. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path SOURCE = Path.of("src/test/java/org/complaintkit/packs/ReadmeSnippets.java");

    @ParameterizedTest
    @ValueSource(strings = {"main job", "calendar alone"})
    void its_code_is_compiled(String snippet) throws IOException {
        String source = read(SOURCE);
        Matcher region = Pattern.compile("// README " + snippet + "\\R(.*?)\\R\\s*// README end", Pattern.DOTALL)
                .matcher(source);
        assertThat(region.find()).isTrue();
        assertThat(words(read(README))).contains(words(region.group(1)));
    }

    @Test
    void its_output_is_what_the_code_prints() throws IOException {
        assertThat(undated(read(README)))
                .contains("```text\n" + undated(ReadmeSnippets.mainJob()).stripTrailing() + "\n```");
    }

    @Test
    void its_date_is_what_the_calendar_answers() {
        assertThat(ReadmeSnippets.calendarAlone()).isEqualTo(LocalDate.of(2024, 4, 9));
    }

    @Test
    void the_tests_and_profiles_that_it_names_are_there() throws IOException {
        String readme = read(README);
        Set<String> tests = found("`(\\w+(?:Test|Properties|Simulation|Fuzz))`", readme);
        Set<String> profiles = found("-P([a-z]+(?:-[a-z]+)*)", readme);
        found("-Pmutation-core((?:\\|-[a-z]+)*)", readme)
                .forEach(others -> found("\\|-([a-z]+)", others).forEach(each -> profiles.add("mutation-" + each)));
        assertThat(tests).hasSizeGreaterThan(40);
        assertThat(profiles).contains("million", "fuzz", "endurance", "mutation-rules");

        Set<String> files = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> all = Files.find(Path.of(".."), 20, (path, attributes) -> attributes.isRegularFile())) {
            for (Path path :
                    all.filter(each -> !each.toString().contains("/target/")).toList()) {
                files.add(path.getFileName().toString());
                if (path.endsWith("pom.xml")) {
                    ids.addAll(found("<id>([a-z-]+)</id>", read(path)));
                }
            }
        }
        assertThat(files).containsAll(tests.stream().map(name -> name + ".java").toList());
        assertThat(ids).containsAll(profiles);
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void it_is_short() throws IOException {
        List<String> lines = Files.readAllLines(README);
        assertThat(lines).hasSizeLessThanOrEqualTo(200);
    }

    /** The digest of the calendar changes whenever a day of it does. */
    private static String undated(String text) {
        return text.replaceAll("CN-sha256:[0-9a-f]+", "CN-sha256:...").replaceAll("(?m) +$", "");
    }

    /** The README prints where the snippet collects; blanks and line breaks are the formatter's. */
    private static String words(String code) {
        return code.replaceAll("\\s+", "").replace("print(out,", "System.out.println(");
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
