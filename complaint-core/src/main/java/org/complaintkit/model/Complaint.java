package org.complaintkit.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.complaintkit.calendar.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as its first receiver took it down. It never changes: what happens later are events of the case.
 *
 * <p>Codes (channel, roles, categories, labels ...) are words of the packs' vocabularies; whether they exist is checked
 * when packs are known, at the desk. Immutable and thread-safe; built by {@link #received(String, Instant, String)}.
 */
public final class Complaint {
    private final String id;
    private final Instant receivedAt;
    private final String channel;
    private final String receivedBy;
    private final Complainant complainant;
    private final Set<String> intakeCategories;
    private final Set<String> facts;
    private final Set<String> causes;
    private final Set<String> demands;
    private final BigDecimal claimedLoss;
    private final int complainantCount;
    private final Map<String, Object> given;
    private final Personal text;
    private final String complainedUnit;
    private final String party;

    private Complaint(Builder from) {
        id = from.id;
        receivedAt = from.receivedAt;
        channel = from.channel;
        receivedBy = from.receivedBy;
        complainant = from.complainant;
        intakeCategories = Collections.unmodifiableSet(new LinkedHashSet<>(from.intakeCategories));
        facts = Collections.unmodifiableSet(new LinkedHashSet<>(from.facts));
        causes = Collections.unmodifiableSet(new LinkedHashSet<>(from.causes));
        demands = Collections.unmodifiableSet(new LinkedHashSet<>(from.demands));
        claimedLoss = from.claimedLoss;
        complainantCount = from.complainantCount;
        given = Collections.unmodifiableMap(new TreeMap<>(from.given));
        text = from.text;
        complainedUnit = from.complainedUnit;
        party = from.party;
    }

    /**
     * Begins a complaint.
     *
     * @param id the host's own identifier, unique; at most 100 characters, printed in logs, so no personal data
     * @param receivedAt first receipt anywhere in the institution
     * @param channel code of kind CHANNEL
     */
    public static Builder received(String id, Instant receivedAt, String channel) {
        return new Builder(id, receivedAt, channel);
    }

    public String id() {
        return id;
    }

    /** The first receipt anywhere in the institution; passing the complaint on never moves it (CONV-13). */
    public Instant receivedAt() {
        return receivedAt;
    }

    public String channel() {
        return channel;
    }

    /** Unit or role that received it first; empty where unknown. */
    public String receivedBy() {
        return receivedBy;
    }

    public Complainant complainant() {
        return complainant;
    }

    /** Categories or types named at intake, in the order given; the pack decides the primary one. */
    public Set<String> intakeCategories() {
        return intakeCategories;
    }

    /** Labels known at intake. */
    public Set<String> facts() {
        return facts;
    }

    public Set<String> causes() {
        return causes;
    }

    public Set<String> demands() {
        return demands;
    }

    /** Loss that the complainant claims, in the currency of the pack (yuan for the Chinese ones); zero where none. */
    public BigDecimal claimedLoss() {
        return claimedLoss;
    }

    /** Distinct persons who complain of the same matter; 1 or more. */
    public int complainantCount() {
        return complainantCount;
    }

    /**
     * Further facts that only some systems know ({@code formIssued}, {@code forwarderDate}, {@code requestedAmount} ...):
     * texts, numbers and booleans by name, in the order of the names.
     */
    public Map<String, Object> given() {
        return given;
    }

    /** The same complaint with one more such fact. */
    public Complaint withGiven(String name, Object value) {
        Builder copy = received(id, receivedAt, channel)
                .receivedBy(receivedBy)
                .complainant(complainant)
                .categories(intakeCategories)
                .facts(facts)
                .causes(causes)
                .demands(demands)
                .claimedLoss(claimedLoss)
                .complainantCount(complainantCount)
                .about(complainedUnit, party);
        copy.text = text;
        copy.given.putAll(given);
        return copy.given(name, value).build();
    }

    /** The complainant's own words, masked. */
    public Personal text() {
        return text;
    }

    /** Unit complained about, in the host's identifiers; empty where unknown. */
    public String complainedUnit() {
        return complainedUnit;
    }

    /** The party: identifier of the person complained about, in the host's identifiers; empty where unknown. */
    public String party() {
        return party;
    }

    /**
     * The complaint without name, contact and words; what statistics and rules need stays. What the packs read is known to
     * {@code Case.erased}: a host erases by the desk.
     *
     * @param keeping what of the {@link #given()} facts stays, by name and value; {@code null} leaves the fact out
     */
    public Complaint erased(Keeping keeping) {
        Builder erased = new Builder(id, receivedAt, channel)
                .receivedBy(receivedBy)
                .complainant(complainant.erased())
                .categories(intakeCategories)
                .facts(facts)
                .causes(causes)
                .demands(demands)
                .claimedLoss(claimedLoss)
                .complainantCount(complainantCount)
                .about(complainedUnit, party);
        given.forEach((name, value) -> erased.given(name, keeping.of(name, value)));
        return erased.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Complaint complaint && parts().equals(complaint.parts());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    private List<Object> parts() {
        return List.of(
                id,
                receivedAt,
                channel,
                receivedBy,
                complainant,
                intakeCategories,
                facts,
                causes,
                demands,
                claimedLoss.stripTrailingZeros(),
                complainantCount,
                given,
                text,
                complainedUnit,
                party);
    }

    /** Id, channel and receipt: nothing that identifies a person. */
    @Override
    public String toString() {
        return "Complaint[" + id + ", " + channel + ", " + receivedAt + "]";
    }

    /** Says what of a fact outlasts an erasure. */
    @FunctionalInterface
    public interface Keeping {
        /** What stays of it; {@code null} where not even its name does. */
        @Nullable
        Object of(String name, Object value);
    }

    /** Collects the parts of a complaint; not thread-safe. */
    public static final class Builder {
        private final String id;
        private final Instant receivedAt;
        private final String channel;
        private String receivedBy = "";
        private Complainant complainant = Complainant.individual();
        private final Set<String> intakeCategories = new LinkedHashSet<>();
        private final Set<String> facts = new LinkedHashSet<>();
        private final Set<String> causes = new LinkedHashSet<>();
        private final Set<String> demands = new LinkedHashSet<>();
        private BigDecimal claimedLoss = BigDecimal.ZERO;
        private int complainantCount = 1;
        private final Map<String, Object> given = new TreeMap<>();
        private Personal text = Personal.none();
        private String complainedUnit = "";
        private String party = "";

        private Builder(String id, Instant receivedAt, String channel) {
            this.id = id;
            this.receivedAt = receivedAt;
            this.channel = channel;
        }

        public Builder receivedBy(String unitOrRole) {
            receivedBy = unitOrRole;
            return this;
        }

        public Builder complainant(Complainant who) {
            complainant = who;
            return this;
        }

        public Builder categories(Collection<String> codes) {
            intakeCategories.addAll(codes);
            return this;
        }

        public Builder category(String code) {
            intakeCategories.add(code);
            return this;
        }

        public Builder facts(Collection<String> labels) {
            facts.addAll(labels);
            return this;
        }

        public Builder causes(Collection<String> codes) {
            causes.addAll(codes);
            return this;
        }

        public Builder demands(Collection<String> codes) {
            demands.addAll(codes);
            return this;
        }

        public Builder claimedLoss(BigDecimal amount) {
            claimedLoss = amount;
            return this;
        }

        public Builder complainantCount(int persons) {
            complainantCount = persons;
            return this;
        }

        /** Adds a fact that only some systems know; {@code null} leaves it out. */
        public Builder given(String name, @Nullable Object value) {
            if (value != null) {
                given.put(name, value);
            }
            return this;
        }

        public Builder text(String words) {
            text = Personal.of(words);
            return this;
        }

        public Builder about(String unit, String person) {
            complainedUnit = unit;
            party = person;
            return this;
        }

        /**
         * The complaint.
         *
         * @throws InvalidInputException if the id is blank or too long, an amount negative or a count below one
         */
        public Complaint build() {
            if (id.isBlank() || id.length() > 100) {
                throw InvalidInputException.of("COMPLAINT_ID", "complaint.id")
                        .value(id)
                        .rule("an id of 1 to 100 characters")
                        .wayOut("give each complaint the identifier of the host's own record")
                        .build();
            }
            if (claimedLoss.signum() < 0) {
                throw InvalidInputException.of("NEGATIVE_AMOUNT", "complaint.claimedLoss")
                        .value(claimedLoss)
                        .rule("an amount of zero or more")
                        .wayOut("give the loss as a positive number")
                        .build();
            }
            if (complainantCount < 1) {
                throw InvalidInputException.of("COMPLAINANT_COUNT", "complaint.complainantCount")
                        .value(complainantCount)
                        .rule("at least one person complains")
                        .wayOut("count the distinct complainants")
                        .build();
            }
            return new Complaint(this);
        }
    }
}
