package org.complaintkit.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.Reason;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Retention;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Mark;
import org.complaintkit.policy.PackVersion;

/** Says whether the records of a case may be erased: filed, kept as long as every pack demands, and held back by nobody. */
final class Erasure {
    private static final String RETENTION = "retention";
    private static final String HELD = "RECORDS_HELD";

    private final Lifecycle lifecycle;

    Erasure(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** What speaks against it at a moment; empty if nothing does. */
    Permission may(Case value, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        if (!filed(value)) {
            reasons.add(new Reason("state", value.state(), "CASE_NOT_ARCHIVED", "", Basis.DEFAULT, ""));
        }
        held(value).ifPresent(since -> reasons.add(new Reason(RETENTION, HELD, "", "", Basis.DEFAULT, "")));
        value.retentions().stream()
                .filter(each -> each.until().isAfter(now))
                .forEach(each -> reasons.add(
                        new Reason(RETENTION, each.id(), "", each.clause(), each.basis(), pack(value, each))));
        return new Permission(reasons.isEmpty(), reasons);
    }

    /** Refuses what {@link #may} speaks against. */
    void require(Case value, Instant now) {
        String subject = "case " + value.id();
        if (!filed(value)) {
            throw InvalidInputException.of("CASE_NOT_ARCHIVED", subject)
                    .value(value.state())
                    .rule("only an archived case is erased: an open one needs to know whom to answer")
                    .wayOut("close and archive it first")
                    .build();
        }
        held(value).ifPresent(since -> {
            throw InvalidInputException.of(HELD, subject)
                    .rule("records held back since " + since + " are not erased, whatever their time")
                    .wayOut("record the event that releases them first")
                    .build();
        });
        value.retentions().stream()
                .filter(each -> each.until().isAfter(now))
                .findFirst()
                .ifPresent(each -> {
                    throw InvalidInputException.of("RETENTION_RUNS", subject)
                            .value(each.id())
                            .rule("records are kept until " + each.until() + ", clause " + each.clause() + " of "
                                    + pack(value, each) + ", basis " + each.basis())
                            .wayOut("wait for the duty " + each.duty())
                            .build();
                });
    }

    private boolean filed(Case value) {
        return lifecycle.policies().stream()
                .anyMatch(policy -> policy.vocabulary().marks(Mark.FILED, value.state()));
    }

    private Optional<Instant> held(Case value) {
        return lifecycle.heldSince(value);
    }

    private static String pack(Case value, Retention kept) {
        return value.packs().stream()
                .filter(version -> version.id().equals(kept.pack()))
                .map(PackVersion::label)
                .findFirst()
                .orElse(kept.pack());
    }
}
