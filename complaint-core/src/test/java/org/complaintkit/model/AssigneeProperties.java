package org.complaintkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AssigneeProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final List<String> UNITS = List.of("u1", "u2", "u3", "u4", "");
    private static final List<String> PEOPLE = List.of("party", "ann", "bo", "");

    /** An organisation by tables; its line of superiors may run in circles. */
    record Chart(Map<String, List<Organisation.Holder>> holders, Map<String, String> superiors)
            implements Organisation {
        @Override
        public List<Holder> holders(String role, String unit, LocalDate day) {
            return holders.getOrDefault(unit, List.of());
        }

        @Override
        public Optional<String> superior(String unit, LocalDate day) {
            return Optional.ofNullable(superiors.get(unit));
        }
    }

    @Property(tries = 1_000)
    void the_person_complained_about_is_never_the_assignee(
            @ForAll("charts") Chart chart, @ForAll("units") String unit) {
        Assignee found = Assignee.find(chart, "UNIT", unit, "party", DAY);

        assertThat(found.person()).isNotEqualTo("party");
        assertThat(found.role()).isEqualTo("UNIT");
        assertThat(found.known()).isEqualTo(!found.person().isEmpty());
    }

    @Property(tries = 1_000)
    void somebody_is_found_if_and_only_if_somebody_else_is_in_the_line(
            @ForAll("charts") Chart chart, @ForAll("units") String unit) {
        List<Organisation.Holder> line = line(chart, unit);
        Assignee found = Assignee.find(chart, "UNIT", unit, "party", DAY);

        assertThat(found.known()).isEqualTo(!line.isEmpty());
        if (found.known()) {
            assertThat(line)
                    .anyMatch(holder -> holder.person().equals(found.person())
                            && holder.unit().equals(found.unit()));
        }
    }

    @Property(tries = 1_000)
    void nobody_absent_is_asked_while_a_colleague_of_the_same_unit_is_there(
            @ForAll("charts") Chart chart, @ForAll("units") String unit) {
        Assignee found = Assignee.find(chart, "UNIT", unit, "party", DAY);
        List<Organisation.Holder> own = eligible(chart, unit);
        Optional<Organisation.Holder> present =
                own.stream().filter(holder -> !holder.absent()).findFirst();

        present.ifPresent(holder -> assertThat(found.person()).isEqualTo(holder.person()));
    }

    @Property(tries = 1_000)
    void nobody_who_reports_to_the_person_complained_about_is_the_assignee(
            @ForAll("charts") Chart chart, @ForAll("chiefs") Map<String, String> chiefs, @ForAll("units") String unit) {
        Organisation ranked = new Organisation() {
            @Override
            public List<Holder> holders(String role, String in, LocalDate day) {
                return chart.holders(role, in, day);
            }

            @Override
            public Optional<String> superior(String of, LocalDate day) {
                return chart.superior(of, day);
            }

            @Override
            public Optional<String> chiefOf(String person, LocalDate day) {
                return Optional.ofNullable(chiefs.get(person));
            }
        };
        List<Organisation.Holder> free = line(chart, unit).stream()
                .filter(holder -> !above(chiefs, holder.person()).contains("party"))
                .toList();

        Assignee found = Assignee.find(ranked, "UNIT", unit, "party", DAY);

        assertThat(found.known()).isEqualTo(!free.isEmpty());
        if (found.known()) {
            assertThat(free).anyMatch(holder -> holder.person().equals(found.person()));
        }
    }

    /** All chiefs of somebody, and theirs: written anew, as a second opinion. */
    private static List<String> above(Map<String, String> chiefs, String person) {
        List<String> above = new ArrayList<>();
        String at = chiefs.get(person);
        while (at != null && !above.contains(at)) {
            above.add(at);
            at = chiefs.get(at);
        }
        return above;
    }

    @Provide
    Arbitrary<Map<String, String>> chiefs() {
        return Arbitraries.maps(Arbitraries.of("party", "ann", "bo"), Arbitraries.of("party", "ann", "bo"));
    }

    @Property(tries = 200)
    void an_unknown_party_excludes_nobody_but_the_nameless(
            @ForAll("charts") Chart chart, @ForAll("units") String unit) {
        Assignee found = Assignee.find(chart, "UNIT", unit, "", DAY);
        boolean named = chart.holders(found.role(), unit, DAY).stream()
                .anyMatch(holder -> !holder.person().isEmpty());

        if (named) {
            assertThat(found.known()).isTrue();
        }
    }

    /** All who may be asked, walking up until a unit comes twice: written anew, as a second opinion. */
    private static List<Organisation.Holder> line(Chart chart, String unit) {
        List<Organisation.Holder> line = new ArrayList<>();
        List<String> walked = new ArrayList<>();
        for (String at = unit;
                at != null && !walked.contains(at);
                at = chart.superiors().get(at)) {
            walked.add(at);
            line.addAll(eligible(chart, at));
        }
        return line;
    }

    private static List<Organisation.Holder> eligible(Chart chart, String unit) {
        return chart.holders("UNIT", unit, DAY).stream()
                .filter(holder ->
                        !holder.person().equals("party") && !holder.person().isEmpty())
                .toList();
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of(UNITS);
    }

    @Provide
    Arbitrary<Chart> charts() {
        Arbitrary<Organisation.Holder> holders = Combinators.combine(
                        Arbitraries.of(PEOPLE), Arbitraries.of(UNITS), Arbitraries.of(true, false))
                .as(Organisation.Holder::new);
        return Combinators.combine(
                        Arbitraries.maps(Arbitraries.of(UNITS), holders.list().ofMaxSize(3)),
                        Arbitraries.maps(Arbitraries.of(UNITS), Arbitraries.of(UNITS)))
                .as(Chart::new);
    }
}
