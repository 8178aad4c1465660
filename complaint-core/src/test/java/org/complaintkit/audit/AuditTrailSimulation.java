package org.complaintkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random changes of random trails, held against the head that was exported before. {@code -Dcomplaintkit.changes=N} says how
 * many.
 */
class AuditTrailSimulation {
    private static final int CHANGES = Integer.getInteger("complaintkit.changes", 100_000);
    private static final List<String> KINDS = List.of("COMPLAINT_RECEIVED", "NOTE", "TIME_PASSED", "a?\uD800\uDC00");
    private static final String OTHER = "\u0000?\u00e4\uD800\uDFFF0f";

    @Test
    void every_change_of_a_trail_is_found() {
        OptionalLong missed = LongStream.range(0, CHANGES)
                .parallel()
                .filter(seed -> !found(new Random(seed * 0x9E3779B97F4A7C15L)))
                .findFirst();

        assertThat(missed).isEmpty();
    }

    @Test
    void what_was_not_changed_holds() {
        assertThat(LongStream.range(0, 2_000).mapToObj(seed -> trail(new Random(seed))))
                .allSatisfy(trail ->
                        assertThat(AuditTrail.firstBroken(trail, head(trail))).isEmpty());
    }

    private static boolean found(Random random) {
        List<AuditEntry> trail = trail(random);
        List<AuditEntry> changed = trail;
        while (changed.equals(trail)) {
            changed = changed(trail, random);
        }
        return AuditTrail.firstBroken(changed, head(trail)).isPresent();
    }

    private static List<AuditEntry> changed(List<AuditEntry> trail, Random random) {
        List<AuditEntry> changed = new ArrayList<>(trail);
        int at = random.nextInt(trail.size());
        AuditEntry entry = trail.get(at);
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> changed.set(at, written(entry, random));
            case 3 -> changed.remove(at);
            case 4 -> Collections.swap(changed, at, random.nextInt(trail.size()));
            case 5 -> changed.subList(at, trail.size()).clear();
            case 6 -> changed.add(at, trail.get(random.nextInt(trail.size())));
            default -> rewrite(changed, at, random);
        }
        return changed;
    }

    /** One field written otherwise: a character, a count, a nanosecond. */
    private static AuditEntry written(AuditEntry e, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> with(e, letter(e.caseId(), random), e.sequence(), e.kind(), e.recordedAt());
            case 1 -> with(e, e.caseId(), random.nextLong(), e.kind(), e.recordedAt());
            case 2 -> with(e, e.caseId(), e.sequence(), letter(e.kind(), random), e.recordedAt());
            case 3 -> with(e, e.caseId(), e.sequence(), e.kind(), e.recordedAt().plusNanos(random.nextInt()));
            case 4 -> hashes(e, letter(e.content(), random), e.previous(), e.hash());
            case 5 -> hashes(e, e.content(), letter(e.previous(), random), e.hash());
            default -> hashes(e, e.content(), e.previous(), letter(e.hash(), random));
        };
    }

    private static AuditEntry with(AuditEntry e, String caseId, long sequence, String kind, Instant at) {
        return new AuditEntry(caseId, sequence, kind, at, e.content(), e.previous(), e.hash());
    }

    private static AuditEntry hashes(AuditEntry e, String content, String previous, String hash) {
        return new AuditEntry(e.caseId(), e.sequence(), e.kind(), e.recordedAt(), content, previous, hash);
    }

    private static String letter(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        int at = random.nextInt(text.length());
        char other = OTHER.charAt(random.nextInt(OTHER.length()));
        switch (random.nextInt(4)) {
            case 0 -> changed.deleteCharAt(at);
            case 1 -> changed.insert(at, other);
            default -> changed.setCharAt(at, other);
        }
        return changed.toString();
    }

    /** A forger who knows the code makes all links after his change fit each other. */
    private static void rewrite(List<AuditEntry> trail, int from, Random random) {
        for (int i = from; i < trail.size(); i++) {
            AuditEntry entry = trail.get(i);
            trail.set(
                    i,
                    AuditTrail.next(
                            i == 0 ? null : trail.get(i - 1),
                            entry.caseId(),
                            entry.kind(),
                            entry.recordedAt(),
                            "forged " + random.nextInt()));
        }
    }

    private static List<AuditEntry> trail(Random random) {
        List<AuditEntry> trail = new ArrayList<>();
        String caseId = "C?" + random.nextInt(1_000);
        int length = 1 + random.nextInt(15);
        for (int i = 0; i < length; i++) {
            trail.add(AuditTrail.next(
                    i == 0 ? null : trail.get(i - 1),
                    caseId,
                    KINDS.get(random.nextInt(KINDS.size())),
                    Instant.EPOCH.plusSeconds(random.nextInt()),
                    "content " + random.nextLong()));
        }
        return List.copyOf(trail);
    }

    private static String head(List<AuditEntry> trail) {
        return trail.get(trail.size() - 1).hash();
    }
}
