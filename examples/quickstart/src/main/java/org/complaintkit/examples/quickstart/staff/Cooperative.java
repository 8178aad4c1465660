package org.complaintkit.examples.quickstart.staff;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.complaintkit.model.Organisation;
import org.complaintkit.policy.Vocabulary;

/**
 * Three outlets with their heads and contacts under one union with its departments: the port that a host fills from its
 * directory of staff. Whoever stands higher in {@code staff.csv} is asked first. Immutable.
 */
public final class Cooperative implements Organisation {
    private final List<Person> staff;
    private final Map<String, String> superiors = new TreeMap<>();

    private Cooperative(List<Person> staff) {
        this.staff = List.copyOf(staff);
        staff.forEach(person -> superiors.put(person.unit(), person.superior()));
    }

    /** A row of {@code staff.csv}; away on the days from and to, both included. */
    private record Person(
            String id,
            String unit,
            List<String> roles,
            String superior,
            Map<String, String> names,
            LocalDate awayFrom,
            LocalDate awayTo) {
        boolean away(LocalDate day) {
            return !day.isBefore(awayFrom) && !day.isAfter(awayTo);
        }
    }

    /** Reads the directory of staff. */
    public static Cooperative read(Reader from) {
        List<Person> staff = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(from)) {
            for (NamedCsvRecord row : csv) {
                Map<String, String> names = new TreeMap<>();
                Vocabulary.LANGUAGES.forEach(language -> names.put(language, row.getField(language)));
                staff.add(new Person(
                        row.getField("person"),
                        row.getField("unit"),
                        List.of(row.getField("roles").split(" ")),
                        row.getField("superior of the unit"),
                        names,
                        day(row.getField("away from"), LocalDate.MAX),
                        day(row.getField("away to"), LocalDate.MIN)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cooperative(staff);
    }

    @Override
    public List<Holder> holders(String role, String unit, LocalDate day) {
        return staff.stream()
                .filter(person -> person.unit().equals(unit) && person.roles().contains(role))
                .map(person -> new Holder(person.id(), unit, person.away(day)))
                .toList();
    }

    @Override
    public Optional<String> superior(String unit, LocalDate day) {
        return Optional.ofNullable(superiors.get(unit)).filter(above -> !above.isEmpty());
    }

    /** The outlets, by name. */
    public List<String> outlets() {
        return superiors.entrySet().stream()
                .filter(unit -> !unit.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The head of a unit: whoever stands first in it. */
    public String head(String unit) {
        return staff.stream()
                .filter(person -> person.unit().equals(unit))
                .findFirst()
                .map(Person::id)
                .orElse("");
    }

    /** The name of a person in a language; the identifier where the directory has none. */
    public String name(String id, Locale locale) {
        return staff.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .map(person -> person.names().get(Vocabulary.language(locale)))
                .orElse(id);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        return text.isEmpty() ? otherwise : LocalDate.parse(text);
    }
}
