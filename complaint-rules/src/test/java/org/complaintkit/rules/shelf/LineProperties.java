package org.complaintkit.rules.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.rules.CheckedPack;
import org.complaintkit.rules.PackReader;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.drools.GeneratedRules;
import org.complaintkit.rules.drools.RuleCompiler;

/** Which version governs a day, whatever dates the versions have and in whatever order they were activated. */
class LineProperties {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final int DAYS = 8;
    private static final CheckedPack READ = PackReader.read(TestPack.good().files());
    private static final GeneratedRules CLASSES =
            RuleCompiler.compile(READ.policy().pack(), READ.rules());

    /** A version in force from one day to another, counted from the first; 0 for one that has no such end. */
    private record Version(int from, int to) {
        DroolsRuleBook book(int number) {
            TestPack pack = TestPack.good()
                    .edited("pack.json", "\"version\": \"1.0.0\"", "\"version\": \"" + number + "\"")
                    .edited("pack.json", "\"effectiveFrom\": \"2024-01-01\"", "\"effectiveFrom\": " + day(from))
                    .edited("pack.json", "\"effectiveTo\": null", "\"effectiveTo\": " + day(to));
            return DroolsRuleBook.load(PackReader.read(pack.files()).policy(), READ.rules(), CLASSES);
        }

        private static String day(int number) {
            return number == 0 ? "null" : "\"" + FIRST.plusDays(number) + "\"";
        }
    }

    @Provide
    Arbitrary<List<Version>> versions() {
        Arbitrary<Integer> day = Arbitraries.integers().between(0, DAYS);
        return Combinators.combine(day, day)
                .as((from, to) -> to > 0 && to < from ? new Version(to, from) : new Version(from, to))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property(tries = 150)
    void each_day_has_the_newest_version_in_force_on_it_or_the_activation_is_refused(
            @ForAll("versions") List<Version> versions) {
        Line line = Line.EMPTY;
        List<DroolsRuleBook> activated = new ArrayList<>();
        for (Version version : versions) {
            DroolsRuleBook book = version.book(activated.size());
            Line next = line.activating(Line.Loaded.of(book));
            try {
                next.requireWhole();
            } catch (InvalidInputException e) {
                assertThat(e.code()).isEqualTo("VERSION_INSIDE_ANOTHER");
                assertThat(version.to())
                        .as("only one that ends can lie inside another")
                        .isPositive();
                continue;
            }
            line = next;
            activated.add(0, book);
            List<RuleBook> desk = line.tenures();
            for (int i = -1; i <= DAYS + 1; i++) {
                LocalDate day = FIRST.plusDays(i);
                List<PackVersion> expected = activated.stream()
                        .filter(each -> each.policy().inForce(day))
                        .limit(1)
                        .map(each -> each.policy().pack())
                        .toList();
                assertThat(desk.stream().filter(each -> each.policy().inForce(day)))
                        .extracting(each -> each.policy().pack())
                        .isEqualTo(expected);
                assertThat(line.on(day).stream())
                        .extracting(each -> each.policy().pack())
                        .isEqualTo(expected);
            }
        }
    }
}
