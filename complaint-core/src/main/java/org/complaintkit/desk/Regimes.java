package org.complaintkit.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Policy;

/**
 * Which of the desk's packs govern a complaint: those in force on the day of its receipt, each in its own zone; of several
 * versions of a pack the one of that day. A case keeps the packs under which it was received. Thread-safe.
 */
final class Regimes {
    private final List<RuleBook> books;
    private final Function<List<RuleBook>, Regime> opening;
    private final Map<List<Integer>, Regime> known = new ConcurrentHashMap<>();
    private final List<Policy> policies;

    /**
     * Opens those that dates divide, so that packs which do not fit together are refused before anything runs.
     *
     * @throws InvalidInputException PACKS_OVERLAP if two versions of a pack are in force on one day; what
     *     {@link Lifecycle} refuses
     */
    Regimes(List<RuleBook> books, Function<List<RuleBook>, Regime> opening) {
        this.books = List.copyOf(books);
        this.opening = opening;
        for (int one = 0; one < books.size(); one++) {
            for (int other = one + 1; other < books.size(); other++) {
                requireApart(books.get(one).policy(), books.get(other).policy());
            }
        }
        Map<PackVersion, Policy> seen = new LinkedHashMap<>();
        for (LocalDate day : divides()) {
            List<Integer> places = on(zone -> day);
            if (!places.isEmpty()) {
                regime(places).lifecycle().policies().forEach(each -> seen.put(each.pack(), each));
            }
        }
        policies = books.stream()
                .map(book -> seen.get(book.policy().pack()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** All policies, in the order of the packs, as they stand under each other at last. */
    List<Policy> policies() {
        return policies;
    }

    /**
     * What governs a complaint.
     *
     * @throws InvalidInputException NO_PACK_IN_FORCE if none does
     */
    Regime on(Instant receipt) {
        List<Integer> places = on(zone -> receipt.atZone(zone).toLocalDate());
        if (places.isEmpty()) {
            throw InvalidInputException.of("NO_PACK_IN_FORCE", "complaint.receivedAt")
                    .value(receipt)
                    .rule("a day on which one of the desk's packs is in force: "
                            + String.join(
                                    ", ", books.stream().map(Regimes::told).toList()))
                    .wayOut(
                            "give the desk the version of the pack that was in force on that day, or correct the time of"
                                    + " receipt")
                    .build();
        }
        return regime(places);
    }

    /** What governs a case: its own packs; where the desk lacks one of them, that of its day, which refuses to go on. */
    Regime of(Case value) {
        List<Integer> places = value.packs().stream().map(this::place).toList();
        boolean ours = !places.isEmpty()
                && IntStream.range(0, places.size())
                        .allMatch(i -> places.get(i) >= 0 && (i == 0 || places.get(i - 1) < places.get(i)));
        if (ours) {
            return regime(places);
        }
        List<Integer> ofItsDay =
                on(zone -> value.complaint().receivedAt().atZone(zone).toLocalDate());
        return regime(
                ofItsDay.isEmpty() ? IntStream.range(0, books.size()).boxed().toList() : ofItsDay);
    }

    private int place(PackVersion version) {
        return IntStream.range(0, books.size())
                .filter(i -> books.get(i).policy().pack().equals(version))
                .findFirst()
                .orElse(-1);
    }

    private Regime regime(List<Integer> places) {
        return known.computeIfAbsent(
                places, each -> opening.apply(each.stream().map(books::get).toList()));
    }

    /** The places of the packs in force on a day; one that governs earlier receipts too, where no version of it was. */
    private List<Integer> on(Function<ZoneId, LocalDate> day) {
        Predicate<Policy> inForce = policy -> policy.inForce(day.apply(policy.zone()));
        return IntStream.range(0, books.size())
                .filter(i -> {
                    Policy policy = books.get(i).policy();
                    return inForce.test(policy)
                            || (policy.governsEarlier(day.apply(policy.zone()))
                                    && others(policy).noneMatch(inForce)
                                    && others(policy)
                                            .filter(each -> each.governsEarlier(day.apply(each.zone())))
                                            .noneMatch(each -> before(each, policy)));
                })
                .boxed()
                .toList();
    }

    private Stream<Policy> others(Policy policy) {
        return books.stream()
                .map(RuleBook::policy)
                .filter(each -> each.id().equals(policy.id()) && !each.pack().equals(policy.pack()));
    }

    private static boolean before(Policy one, Policy other) {
        return first(one).isBefore(first(other));
    }

    private static LocalDate first(Policy policy) {
        return Optional.ofNullable(policy.effectiveFrom()).orElse(LocalDate.MIN);
    }

    private static LocalDate last(Policy policy) {
        return Optional.ofNullable(policy.effectiveTo()).orElse(LocalDate.MAX);
    }

    /** Days from which on others may be in force than the day before. */
    private List<LocalDate> divides() {
        TreeSet<LocalDate> days = new TreeSet<>(Comparator.naturalOrder());
        days.add(LocalDate.MIN);
        for (RuleBook book : books) {
            days.add(first(book.policy()));
            LocalDate to = book.policy().effectiveTo();
            if (to != null) {
                days.add(to.plusDays(1));
            }
        }
        return new ArrayList<>(days);
    }

    private static void requireApart(Policy one, Policy other) {
        if (one.id().equals(other.id())
                && !first(one).isAfter(last(other))
                && !first(other).isAfter(last(one))) {
            throw InvalidInputException.of("PACKS_OVERLAP", "pack " + one.id())
                    .value(one.pack().version() + ", " + other.pack().version())
                    .rule("of one pack one version a day: " + told(one) + ", " + told(other))
                    .wayOut("end the older one with effectiveTo, the day before the newer one's effectiveFrom")
                    .build();
        }
    }

    private static String told(RuleBook book) {
        return told(book.policy());
    }

    private static String told(Policy policy) {
        return policy.pack().label() + " from "
                + (policy.effectiveFrom() == null
                        ? "the beginning"
                        : policy.effectiveFrom().toString()) + " to "
                + (policy.effectiveTo() == null
                        ? "today and on"
                        : policy.effectiveTo().toString());
    }
}
