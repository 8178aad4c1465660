package org.complaintkit.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page tells others to declare is what the contract is built with. */
class PageTest {
    @ParameterizedTest
    @CsvSource({"junit-jupiter, junit.version", "assertj-core, assertj.version"})
    void it_names_the_versions_that_the_contract_is_built_with(String artifact, String property) throws IOException {
        String version = found("<" + property + ">(.*?)</", Path.of("..", "..", "pom.xml"));
        assertThat(found("<artifactId>" + artifact + "</artifactId>\\s*<version>(.*?)</", Path.of("README.md")))
                .isEqualTo(version);
    }

    private static String found(String pattern, Path file) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        assertThat(matcher.find()).as("%s in %s", pattern, file).isTrue();
        return matcher.group(1);
    }
}
