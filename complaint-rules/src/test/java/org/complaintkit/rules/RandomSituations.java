package org.complaintkit.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.complaintkit.decision.Signals;
import org.complaintkit.decision.Situation;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.syntax.Field;

/** Draws situations from a seed, out of the same few codes as {@link RandomRules}. */
public final class RandomSituations {
    private static final List<String> AMOUNTS = List.of(
            "0", "0.1", "0.10", "1.00", "5", "99.5", "49999.99", "50000.00", "5E+4", "2147483647", "99999999999999");

    private final Random random;
    private final RandomRules codes;

    public RandomSituations(long seed, Policy policy) {
        this.random = new Random(seed);
        this.codes = new RandomRules(seed, policy);
    }

    public Situation next() {
        return new Situation(
                complaint(),
                new Situation.Answers(
                        several(Field.LABELS),
                        several(Field.CATEGORIES),
                        codes.code(Field.CATEGORY),
                        codes.code(Field.COMPLEXITY),
                        codes.code(Field.GRADE),
                        codes.code(Field.OWNER),
                        several(Field.ASSISTS),
                        codes.code(Field.APPROVER)),
                new Situation.Standing(
                        random.nextInt(12),
                        codes.code(Field.OUTCOME),
                        codes.code(Field.STATE),
                        random.nextInt(4),
                        several(Field.OCCURRED),
                        several(Field.BREACHED),
                        random.nextBoolean(),
                        several(Field.MET),
                        several(Field.TARGET_MISSED),
                        codes.code(Field.GRADED),
                        codes.code(Field.LOWERED),
                        codes.code(Field.SATISFACTION),
                        amount(),
                        LocalDate.ofEpochDay(random.nextInt(40_000)),
                        LocalDate.ofEpochDay(random.nextInt(40_000))),
                new Situation.Happening(
                        codes.code(Field.EVENT),
                        codes.code(Field.EVENT_BY),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        several(Field.DETAILS),
                        amount(),
                        amount(),
                        several(Field.MISSING)),
                new Signals(List.of(), several(Field.SIGNALS), false));
    }

    private Complaint complaint() {
        Complaint.Builder complaint = Complaint.received("C-1", Instant.EPOCH, codes.code(Field.CHANNEL))
                .receivedBy(codes.code(Field.RECEIVED_BY))
                .complainant(new Complainant(
                        codes.code(Field.COMPLAINANT_TYPE),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        Personal.none(),
                        Personal.none()))
                .categories(several(Field.INTAKE_CATEGORIES))
                .causes(several(Field.CAUSES))
                .demands(several(Field.DEMANDS))
                .claimedLoss(amount())
                .given("representatives", random.nextInt(12))
                .given("formIssued", codes.one(List.of("yes", false, true)));
        return random.nextBoolean()
                ? complaint.given("requestedAmount", amount()).build()
                : complaint.build();
    }

    private BigDecimal amount() {
        return new BigDecimal(codes.one(AMOUNTS));
    }

    private Set<String> several(Field field) {
        List<String> chosen = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            chosen.add(codes.code(field));
        }
        Collections.shuffle(chosen, random);
        return new LinkedHashSet<>(chosen);
    }
}
