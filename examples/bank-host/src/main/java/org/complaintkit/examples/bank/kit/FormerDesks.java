package org.complaintkit.examples.bank.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.examples.bank.kit.ComplaintKitAutoConfiguration.DeskFactory;
import org.complaintkit.examples.bank.kit.ComplaintKitProperties.Former;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.report.ReportKey;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.shelf.OwnCases;

/**
 * Desks under settings that were in force before. A case stays under the packs and parameters that decided it; without a
 * desk under these nothing could happen to it any more, and no time would pass over it. Thread-safe.
 */
final class FormerDesks implements AutoCloseable {
    private final List<Packs> loaded = new ArrayList<>();
    private final List<ComplaintDesk> desks = new ArrayList<>();
    private final List<Vocabulary> vocabularies = new ArrayList<>();

    private FormerDesks() {}

    static FormerDesks open(List<Former> settings, Packs packs, CaseRepository repository, DeskFactory factory) {
        FormerDesks former = new FormerDesks();
        try {
            settings.forEach(each -> former.add(each, packs, repository, factory));
            return former;
        } catch (RuntimeException e) {
            former.close();
            throw e;
        }
    }

    private void add(Former setting, Packs packs, CaseRepository repository, DeskFactory factory) {
        List<Packs> elsewhere = setting.folders().stream().map(Packs::folder).toList();
        loaded.addAll(elsewhere);
        GoverningPacks books = GoverningPacks.of(packs, elsewhere, setting.packs(), setting.parameters());
        vocabularies.add(books.vocabulary());
        int place = desks.size();
        desks.add(factory.under(books, new OwnCases(repository, stored -> isOf(place, stored.value())))
                .open());
    }

    private boolean isOf(int place, Case value) {
        return of(value).filter(desks.get(place)::equals).isPresent();
    }

    /** The desk under the settings that decided a case; empty if those in force did, or none that is known. */
    Optional<ComplaintDesk> of(Case value) {
        return ReportKey.names(value.id())
                ? Optional.empty()
                : desks.stream().filter(desk -> decided(desk, value)).findFirst();
    }

    /** Whether a case lies under the packs and parameters of a desk: whether that lets time pass over it. */
    static boolean decided(ComplaintDesk desk, Case value) {
        try {
            return desk.find(value.id(), value.advancedTo().plusNanos(1)).isPresent();
        } catch (InvalidInputException e) {
            return !e.code().equals("OTHER_PACKS");
        }
    }

    /** What the desk under the settings in force lets time pass over: all that none of these does. */
    CaseRepository othersOf(CaseRepository all) {
        return desks.isEmpty()
                ? all
                : new OwnCases(all, stored -> of(stored.value()).isEmpty());
    }

    /** All codes that they speak in. */
    Vocabulary vocabulary() {
        return vocabularies.stream().reduce(Vocabulary.of(List.of()), Vocabulary::plus);
    }

    List<ComplaintDesk> all() {
        return desks;
    }

    @Override
    public void close() {
        loaded.forEach(Packs::close);
    }
}
