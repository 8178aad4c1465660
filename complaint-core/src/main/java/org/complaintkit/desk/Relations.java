package org.complaintkit.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.json.PersonExportJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.repository.CaseFile;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StoredCase;

/** Finds the cases that belong together: those of one matter, those of one person. */
final class Relations {
    private final CaseRepository repository;
    private final Vocabulary vocabulary;

    Relations(CaseRepository repository, Vocabulary vocabulary) {
        this.repository = repository;
        this.vocabulary = vocabulary;
    }

    /** See {@link ComplaintDesk#related}; the categories are those that were decided on. */
    List<Related> related(Complaint complaint, Set<String> categories, Instant since) {
        List<Related> related = new ArrayList<>();
        for (Case earlier : received(since, complaint.receivedAt().plusNanos(1))) {
            Complaint before = earlier.complaint();
            boolean carried = vocabulary.marks(Mark.MERGED, earlier.state());
            boolean person = before.complainant().samePerson(complaint.complainant());
            boolean category = earlier.categories().stream().anyMatch(categories::contains);
            boolean matter = person ? category || sameWords(before, complaint) : category;
            if (!carried
                    && !before.id().equals(complaint.id())
                    && matter
                    && sameUnit(before.complainedUnit(), complaint.complainedUnit(), person)) {
                Related.Relation relation = person ? Related.Relation.DUPLICATE : Related.Relation.GROUP;
                related.add(new Related(
                        earlier.id(),
                        person && vocabulary.marks(Mark.ANSWERED, earlier.state())
                                ? Related.Relation.REPEAT
                                : relation));
            }
        }
        return related;
    }

    /** See {@link ComplaintDesk#casesOf}. */
    List<Case> casesOf(List<Complainant> names, Instant now) {
        return received(Instant.EPOCH, now.plusNanos(1)).stream()
                .filter(each -> names.stream().anyMatch(name -> fits(name, each)))
                .toList();
    }

    /**
     * The cases that are nobody else's: without those that give a name or a contact alone, if somebody who is not the person
     * shares it with them.
     *
     * @throws InvalidInputException SEVERAL_PERSONS, see {@link ComplaintDesk#export(Complainant, Complainant...)}
     */
    List<Case> casesOfOnly(List<Complainant> names, Instant now) {
        List<Case> found = new ArrayList<>();
        List<Complainant> others = new ArrayList<>();
        for (Case each : received(Instant.EPOCH, now.plusNanos(1))) {
            if (names.stream().anyMatch(name -> fits(name, each))) {
                found.add(each);
            } else {
                others.add(each.complaint().complainant());
            }
        }
        requireOnePerson(names, found);
        found.removeIf(each -> others.stream().anyMatch(other -> contested(each, other, names)));
        return found;
    }

    /** Whether a case may as well be another's, by what both gave, who is not the person that it was found for. */
    private static boolean contested(Case value, Complainant other, List<Complainant> names) {
        return fits(other, value) && names.stream().anyMatch(name -> fits(name, value) && other.differs(name));
    }

    /** A person by each of his names. */
    static List<Complainant> names(Complainant person, Complainant... further) {
        return Stream.concat(Stream.of(person), Stream.of(further)).toList();
    }

    private static boolean fits(Complainant name, Case value) {
        return value.complaint().complainant().samePerson(name);
    }

    /** Refuses a name, or a contact, under which several persons are found. */
    private static void requireOnePerson(List<Complainant> names, List<Case> found) {
        for (Complainant name : names) {
            List<Complainant> fitting = found.stream()
                    .filter(each -> fits(name, each))
                    .map(each -> each.complaint().complainant())
                    .toList();
            if (fitting.stream().anyMatch(one -> fitting.stream().anyMatch(one::differs))) {
                throw InvalidInputException.of("SEVERAL_PERSONS", "complainant")
                        .rule("a name and a contact, as they were given together: by one of them alone complainants are"
                                + " found who differ in the other")
                        .wayOut("name the person by each name and contact of the cases that are that person's; casesOf"
                                + " lists all cases found")
                        .build();
            }
        }
    }

    /** The cases of which a member of staff is a subject. */
    List<Case> casesOfStaff(String person, Instant now) {
        return received(Instant.EPOCH, now.plusNanos(1)).stream()
                .filter(each -> PersonExportJson.concerns(person, each))
                .toList();
    }

    /** The cases with their trails. */
    List<CaseFile> files(List<Case> cases) {
        return cases.stream()
                .map(each -> new CaseFile(each, repository.audit(each.id())))
                .toList();
    }

    /** Of one person's complaints one may leave the unit out; those of two persons meet in a unit only. */
    private static boolean sameUnit(String one, String other, boolean person) {
        return (one.isEmpty() || other.isEmpty()) ? person : one.equals(other);
    }

    private static boolean sameWords(Complaint one, Complaint other) {
        String words = one.text().reveal().strip();
        return !words.isEmpty() && words.equals(other.text().reveal().strip());
    }

    private List<Case> received(Instant from, Instant before) {
        List<Case> cases = new ArrayList<>();
        CaseQuery query = CaseQuery.received(from, before);
        List<Place> page = repository.find(query);
        while (!page.isEmpty()) {
            page.forEach(place ->
                    repository.load(place.caseId()).map(StoredCase::value).ifPresent(cases::add));
            page = repository.find(query.after(page.get(page.size() - 1)));
        }
        return cases;
    }
}
