package org.complaintkit.rules.shelf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.CaseMoves;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.DeskBuilder;
import org.complaintkit.desk.Sweep;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;
import org.complaintkit.report.ReportKey;
import org.complaintkit.repository.CaseQuery;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StoredCase;
import org.complaintkit.rules.simulate.Difference;
import org.jspecify.annotations.Nullable;

/**
 * The desks of a host whose packs are swapped while cases run.
 *
 * <p>The law: a new complaint meets, of each pack, the newest version active on the shelf at that moment that is in force on
 * the day of its receipt, in the pack's zone: a version that was activated ahead of its first day leaves the one before in
 * force until then. A case meets those that decided it, after an activation and after a rollback as before, until {@link
 * #move} puts it under those that govern its day now. {@link #sweep} lets time pass over the cases of all versions, each
 * under its own, and opens the reports of the versions that govern days now. What {@link #preview} tells is what {@link
 * #move} does. A case whose version has left the shelf is refused by name, and the
 * others go on. Thread-safe.
 */
public final class RunningDesk {
    private final PackShelf shelf;
    private final List<String> ids;
    private final CaseRepository repository;
    private final Function<RuleBook[], DeskBuilder> builder;
    private final Map<String, LocalDate> institutions;
    private final Map<List<RuleBook>, ComplaintDesk> current = new ConcurrentHashMap<>();
    private final Map<List<RuleBook>, ComplaintDesk> former = new ConcurrentHashMap<>();
    private final Map<List<RuleBook>, CaseMoves> moves = new ConcurrentHashMap<>();

    /** Cases that were due and lie under other versions than the active ones, by these. */
    private final Map<List<PackVersion>, Set<String>> met = new ConcurrentHashMap<>();

    private RunningDesk(
            PackShelf shelf,
            List<String> ids,
            CaseRepository repository,
            Function<RuleBook[], DeskBuilder> builder,
            Map<String, LocalDate> institutions) {
        this.shelf = shelf;
        this.ids = List.copyOf(ids);
        this.repository = repository;
        this.builder = builder;
        this.institutions = Collections.unmodifiableMap(new TreeMap<>(institutions));
    }

    /**
     * Desks under packs of a shelf.
     *
     * @param ids the institution's own pack first, that of the highest authority last
     * @param repository where the cases of all versions lie
     * @param builder a new builder under some rule books, in their order and with the host's parameters if it sets any, with
     *     the host's clock, ports and calendars; its repository and its reporting institutions are set here
     */
    public static RunningDesk of(
            PackShelf shelf, List<String> ids, CaseRepository repository, Function<RuleBook[], DeskBuilder> builder) {
        return new RunningDesk(shelf, ids, repository, builder, Map.of());
    }

    /** The same with institutions that owe the reports of the active packs; see {@link DeskBuilder#reporting}. */
    public RunningDesk reporting(Map<String, LocalDate> since) {
        return new RunningDesk(shelf, ids, repository, builder, since);
    }

    /** The desk under the active versions, each on its days, for new complaints and for reports; ask anew for each. */
    public ComplaintDesk desk() {
        return desk(shelf.current(ids));
    }

    private ComplaintDesk desk(RuleBook[] active) {
        return opened(current, List.of(active), books -> {
            DeskBuilder desk = builder.apply(active).repository(new OwnCases(repository, each -> isOwn(each, books)));
            institutions.forEach(desk::reporting);
            return desk.open();
        });
    }

    /** Whether the active versions decided it, or would decide it as they would a report; others are remembered. */
    private boolean isOwn(StoredCase stored, List<RuleBook> active) {
        List<PackVersion> packs = stored.value().packs();
        boolean own = ReportKey.names(stored.value().id()) || belongs(packs, active);
        if (!own) {
            met.compute(packs, (key, ids) -> with(stored.value().id(), ids));
        }
        return own;
    }

    private static Set<String> with(String id, @Nullable Set<String> ids) {
        Set<String> more = ids == null ? new TreeSet<>() : ids;
        more.add(id);
        return more;
    }

    /**
     * The desk of a case, for its events: that of the versions under which it lies. Ask anew for each call: a desk refuses a
     * case that was moved in between ({@code OTHER_PACKS}) and changes nothing. Two cases are merged once both lie under the
     * same versions.
     *
     * @throws InvalidInputException code {@code UNKNOWN_VERSION} if the shelf holds one of them no longer
     */
    public ComplaintDesk of(String caseId) {
        RuleBook[] active = shelf.current(ids);
        return repository
                .load(caseId)
                .map(stored -> of(stored.value().packs(), active))
                .orElseGet(() -> desk(active));
    }

    private ComplaintDesk of(List<PackVersion> packs, RuleBook[] active) {
        if (belongs(packs, List.of(active))) {
            return desk(active);
        }
        RuleBook[] books = shelf.books(packs);
        return opened(
                former,
                List.of(books),
                each -> builder.apply(books)
                        .repository(new OwnCases(
                                repository, stored -> stored.value().packs().equals(packs)))
                        .open());
    }

    /** Lets time pass over the cases of all versions, up to the clock; see {@link ComplaintDesk#sweep()}. */
    public Sweep sweep() {
        RuleBook[] active = shelf.current(ids);
        Sweep sum = desk(active).sweep();
        for (List<PackVersion> packs : List.copyOf(met.keySet())) {
            Set<String> left = Objects.requireNonNullElse(met.remove(packs), Set.of());
            try {
                sum = plus(sum, of(packs, active).sweep());
            } catch (InvalidInputException e) {
                List<String> failures = left.stream()
                        .map(caseId -> caseId + ": " + e.code() + " " + packs)
                        .toList();
                sum = plus(sum, new Sweep(sum.until(), 0, 0, sum.undelivered(), failures));
            }
        }
        return sum;
    }

    private static Sweep plus(Sweep one, Sweep other) {
        Set<String> failures = new LinkedHashSet<>(one.failures());
        failures.addAll(other.failures());
        return new Sweep(
                one.until(),
                one.cases() + other.cases(),
                one.delivered() + other.delivered(),
                other.undelivered(),
                List.copyOf(failures));
    }

    /**
     * What {@link #move} would come to for each case of a page that lies under other versions. Nothing is stored and nobody
     * is told.
     *
     * @param page of the repository, such as all cases since a day in the states of open ones
     * @param told as for {@link #move}
     */
    public MovePreview preview(CaseQuery page, CaseEvent told) {
        RuleBook[] active = shelf.current(ids);
        List<Place> places = repository.find(page);
        List<MovePreview.Change> changes = places.stream()
                .filter(place -> !ReportKey.names(place.caseId()))
                .flatMap(place -> repository.load(place.caseId()).stream())
                .flatMap(stored -> change(stored.value(), told, active).stream())
                .toList();
        return new MovePreview(
                changes, places.isEmpty() ? Optional.empty() : Optional.of(page.after(places.get(places.size() - 1))));
    }

    private Optional<MovePreview.Change> change(Case value, CaseEvent told, RuleBook[] active) {
        List<RuleBook> target = governing(value, active);
        List<PackVersion> to = versions(target);
        if (to.isEmpty()) {
            return isFiled(value, active) ? Optional.empty() : Optional.of(refused(value, to, ungoverned(value.id())));
        }
        try {
            Outcome moved = moves(target).preview(value.id(), told);
            if (to.equals(value.packs()) && moved.now().parameters().equals(value.parameters())) {
                return Optional.empty();
            }
            List<Difference> differences = Difference.between(
                    standing(value, moved.now().advancedTo(), active),
                    moved.now(),
                    target.get(0).policy().zone());
            return Optional.of(
                    new MovePreview.Change(value.id(), value.packs(), to, differences, moved.notices(), null));
        } catch (InvalidInputException e) {
            return e.code().equals("MOVE_ARCHIVED") ? Optional.empty() : Optional.of(refused(value, to, e));
        }
    }

    private static MovePreview.Change refused(Case value, List<PackVersion> to, InvalidInputException refusal) {
        return new MovePreview.Change(value.id(), value.packs(), to, List.of(), List.of(), refusal);
    }

    private static boolean isFiled(Case value, RuleBook[] active) {
        return Stream.of(active).anyMatch(book -> book.policy().vocabulary().marks(Mark.FILED, value.state()));
    }

    private static InvalidInputException ungoverned(String caseId) {
        return InvalidInputException.of("NO_PACK_IN_FORCE", "case " + caseId)
                .rule("an active version that is in force on the day of its receipt")
                .wayOut("leave the case under its packs, or activate a version of that day")
                .build();
    }

    /** At the moment of the move, so that what time alone brings is no difference; as stored where its version is gone. */
    private Case standing(Case value, Instant at, RuleBook[] active) {
        try {
            return of(value.packs(), active).find(value.id(), at).orElse(value);
        } catch (InvalidInputException e) {
            return value;
        }
    }

    /**
     * Moves a case under the active versions that govern its day of receipt; see {@link CaseMoves#move}.
     *
     * @param told who moves it and when; the same event for all cases that are moved together
     * @throws InvalidInputException as {@link CaseMoves#move}, or {@code NO_PACK_IN_FORCE}
     */
    public Outcome move(String caseId, CaseEvent told) {
        RuleBook[] active = shelf.current(ids);
        List<RuleBook> target = repository
                .load(caseId)
                .map(stored -> governing(stored.value(), active))
                .orElse(List.of(active[0]));
        if (target.isEmpty()) {
            throw ungoverned(caseId);
        }
        return moves(target).move(caseId, told);
    }

    private CaseMoves moves(List<RuleBook> target) {
        return opened(
                moves,
                target,
                books -> builder.apply(books.toArray(RuleBook[]::new))
                        .repository(repository)
                        .moves());
    }

    /**
     * The versions under which the cases of a query lie: what must stay when others are let go. A case that the query leaves
     * out keeps no version: before something is let go ask for all, from the earliest receipt on and in every state.
     *
     * @param from which cases, where to begin, and how long a page is; read to the end
     */
    public Set<PackVersion> used(CaseQuery from) {
        Set<PackVersion> used = new HashSet<>();
        CaseQuery page = from;
        for (List<Place> places = repository.find(page); !places.isEmpty(); places = repository.find(page)) {
            places.forEach(place -> repository
                    .load(place.caseId())
                    .ifPresent(stored -> used.addAll(stored.value().packs())));
            page = page.after(places.get(places.size() - 1));
        }
        return used;
    }

    /** What was opened under these books already, or is now; what was opened under books that are gone is forgotten. */
    private <T> T opened(Map<List<RuleBook>, T> known, List<RuleBook> books, Function<List<RuleBook>, T> opening) {
        known.keySet().removeIf(each -> !shelf.holds(each));
        return known.computeIfAbsent(books, opening);
    }

    private static List<PackVersion> versions(List<RuleBook> books) {
        return books.stream().map(book -> book.policy().pack()).toList();
    }

    /** Whether these are packs of a desk, in its order. */
    private static boolean belongs(List<PackVersion> packs, List<RuleBook> desk) {
        List<PackVersion> common =
                versions(desk).stream().filter(packs::contains).toList();
        return common.equals(packs);
    }

    /** As a desk chooses them for a complaint that was received when this case was. */
    private static List<RuleBook> governing(Case value, RuleBook[] active) {
        Map<String, List<RuleBook>> versions = new LinkedHashMap<>();
        for (RuleBook book : active) {
            versions.computeIfAbsent(book.policy().id(), id -> new ArrayList<>())
                    .add(book);
        }
        return versions.values().stream()
                .flatMap(books -> books.stream()
                        .filter(book -> inForce(book.policy(), value))
                        .findFirst()
                        .or(() -> books.stream()
                                .filter(book -> book.policy().governsEarlier(day(book.policy(), value)))
                                .min(Comparator.comparing(
                                        book -> String.valueOf(book.policy().effectiveFrom()))))
                        .stream())
                .toList();
    }

    private static boolean inForce(Policy policy, Case value) {
        return policy.inForce(day(policy, value));
    }

    private static LocalDate day(Policy policy, Case value) {
        return value.complaint().receivedAt().atZone(policy.zone()).toLocalDate();
    }
}
