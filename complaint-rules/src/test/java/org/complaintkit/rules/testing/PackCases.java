package org.complaintkit.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.rules.PackCheck;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.cases.PackCase;
import org.junit.jupiter.api.DynamicTest;

/**
 * The worked cases of a pack as JUnit tests, in one line of a vendor's build:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> cases() {
 *     return PackCases.of(Path.of("src/main/resources/packs/tea"));
 * }
 * }</pre>
 */
public final class PackCases {
    private PackCases() {}

    /**
     * The check of the pack in a folder, then its cases. Other packs that a case names are found on the class path.
     *
     * @throws org.complaintkit.calendar.InvalidInputException if the pack has faults or a case cannot be read
     */
    public static Stream<DynamicTest> of(Path folder) {
        PackCheck check = PackCheck.of(folder);
        DynamicTest checked = DynamicTest.dynamicTest(
                "the pack is without error",
                () -> assertThat(check.errors())
                        .as(() -> check.text(Locale.ENGLISH))
                        .isZero());
        if (check.errors() > 0) {
            return Stream.of(checked);
        }
        Packs own = Packs.folder(folder);
        Packs others = Packs.onClassPath(PackCases.class.getClassLoader());
        Function<String, RuleBook> books = id -> own.ids().contains(id) ? own.get(id) : others.get(id);
        return Stream.concat(Stream.of(checked), tests(PackCase.in(folder), books))
                .onClose(own::close)
                .onClose(others::close);
    }

    /**
     * The cases in resources, of packs that lie on the same class path.
     *
     * @param resources such as {@code packs/tea/cases/cases.jsonl}; one that is not there has no cases
     * @throws org.complaintkit.calendar.InvalidInputException if a case cannot be read
     */
    public static Stream<DynamicTest> onClassPath(ClassLoader loader, List<String> resources) {
        List<PackCase> cases = new ArrayList<>();
        resources.forEach(resource -> cases.addAll(read(loader, resource)));
        Packs packs = Packs.onClassPath(loader);
        return tests(cases, packs::get).onClose(packs::close);
    }

    private static Stream<DynamicTest> tests(List<PackCase> cases, Function<String, RuleBook> books) {
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.toString(),
                        () -> assertThat(each.differences(books))
                                .as(each.place())
                                .isEmpty()));
    }

    private static List<PackCase> read(ClassLoader loader, String resource) {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            return in == null
                    ? List.of()
                    : PackCase.read(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
