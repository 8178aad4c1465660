package org.complaintkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AuditTrailProperties {
    private static final String OTHER_HASH = "f".repeat(64);

    @Property(tries = 300)
    void an_unchanged_trail_holds(@ForAll("trails") List<AuditEntry> trail) {
        assertThat(AuditTrail.firstBroken(trail, head(trail))).isEmpty();
    }

    @Property(tries = 1_000)
    void a_change_of_any_field_is_found_where_it_is(
            @ForAll("trails") List<AuditEntry> trail, @ForAll int where, @ForAll @IntRange(max = 6) int field) {
        int at = Math.floorMod(where, trail.size());
        List<AuditEntry> changed = new ArrayList<>(trail);
        changed.set(at, changed(trail.get(at), field));

        assertThat(AuditTrail.firstBroken(changed, head(trail))).hasValue(at);
    }

    @Property(tries = 300)
    void a_dropped_link_is_found(@ForAll("trails") List<AuditEntry> trail, @ForAll int where) {
        int at = Math.floorMod(where, trail.size());
        List<AuditEntry> changed = new ArrayList<>(trail);
        changed.remove(at);

        assertThat(AuditTrail.firstBroken(changed, head(trail))).isPresent();
    }

    @Property(tries = 300)
    void a_doubled_link_is_found(@ForAll("trails") List<AuditEntry> trail, @ForAll int where) {
        int at = Math.floorMod(where, trail.size());
        List<AuditEntry> changed = new ArrayList<>(trail);
        changed.add(at, trail.get(at));

        assertThat(AuditTrail.firstBroken(changed, head(trail))).isPresent();
    }

    @Property(tries = 300)
    void two_swapped_links_are_found(@ForAll("trails") List<AuditEntry> trail, @ForAll int one, @ForAll int two) {
        int a = Math.floorMod(one, trail.size());
        int b = Math.floorMod(two, trail.size());
        List<AuditEntry> changed = new ArrayList<>(trail);
        Collections.swap(changed, a, b);

        assertThat(AuditTrail.firstBroken(changed, head(trail)).isEmpty()).isEqualTo(a == b);
    }

    @Property(tries = 300)
    void a_trail_cut_off_anywhere_is_found_by_its_head(@ForAll("trails") List<AuditEntry> trail, @ForAll int where) {
        int length = Math.floorMod(where, trail.size());

        assertThat(AuditTrail.firstBroken(trail.subList(0, length), head(trail)))
                .hasValue(length);
    }

    @Property(tries = 300)
    void a_trail_rewritten_from_a_link_on_is_found_by_its_head(
            @ForAll("trails") List<AuditEntry> trail, @ForAll int where) {
        int at = Math.floorMod(where, trail.size());
        List<AuditEntry> rewritten = new ArrayList<>(trail.subList(0, at));
        for (AuditEntry entry : trail.subList(at, trail.size())) {
            AuditEntry last = rewritten.isEmpty() ? null : rewritten.get(rewritten.size() - 1);
            rewritten.add(AuditTrail.next(last, entry.caseId(), entry.kind(), entry.recordedAt(), "another content"));
        }

        assertThat(AuditTrail.firstBroken(rewritten, head(trail))).hasValue(trail.size());
        assertThat(AuditTrail.firstBroken(rewritten, head(rewritten))).isEmpty();
    }

    @Property(tries = 300)
    void a_link_keeps_no_content(@ForAll("trails") List<AuditEntry> trail) {
        assertThat(trail).allSatisfy(entry -> assertThat(entry.content()).matches("[0-9a-f]{64}"));
    }

    @Example
    void an_empty_trail_holds_only_for_an_empty_head() {
        assertThat(AuditTrail.firstBroken(List.of(), "")).isEmpty();
        assertThat(AuditTrail.firstBroken(List.of(), OTHER_HASH)).hasValue(0);
    }

    @Example
    void the_hash_of_a_link_is_the_same_for_ever() {
        AuditEntry first = AuditTrail.next(null, "C-1", "NOTE", Instant.parse("2026-03-02T01:00:00Z"), "text");

        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previous()).isEqualTo("0".repeat(64));
        assertThat(first.content()).isEqualTo("982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1");
        assertThat(first.hash()).isEqualTo("ba7977c338562c65234e35c46edecb789fd2edb286f6dee78a58c6d1e0b718b6");
    }

    private static AuditEntry changed(AuditEntry e, int field) {
        return switch (field) {
            case 0 ->
                new AuditEntry(
                        e.caseId() + "x", e.sequence(), e.kind(), e.recordedAt(), e.content(), e.previous(), e.hash());
            case 1 ->
                new AuditEntry(
                        e.caseId(), e.sequence() + 1, e.kind(), e.recordedAt(), e.content(), e.previous(), e.hash());
            case 2 ->
                new AuditEntry(
                        e.caseId(), e.sequence(), e.kind() + "x", e.recordedAt(), e.content(), e.previous(), e.hash());
            case 3 ->
                new AuditEntry(
                        e.caseId(),
                        e.sequence(),
                        e.kind(),
                        e.recordedAt().plusNanos(1),
                        e.content(),
                        e.previous(),
                        e.hash());
            case 4 ->
                new AuditEntry(e.caseId(), e.sequence(), e.kind(), e.recordedAt(), OTHER_HASH, e.previous(), e.hash());
            case 5 ->
                new AuditEntry(e.caseId(), e.sequence(), e.kind(), e.recordedAt(), e.content(), OTHER_HASH, e.hash());
            default ->
                new AuditEntry(
                        e.caseId(), e.sequence(), e.kind(), e.recordedAt(), e.content(), e.previous(), OTHER_HASH);
        };
    }

    private static String head(List<AuditEntry> trail) {
        return trail.get(trail.size() - 1).hash();
    }

    @Provide
    Arbitrary<List<AuditEntry>> trails() {
        return Arbitraries.strings()
                .ofMaxLength(20)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(contents -> {
                    List<AuditEntry> trail = new ArrayList<>();
                    for (String content : contents) {
                        AuditEntry last = trail.isEmpty() ? null : trail.get(trail.size() - 1);
                        Instant at = Instant.parse("2026-03-02T01:00:00Z").plusSeconds(trail.size());
                        trail.add(AuditTrail.next(last, "C-1", "NOTE", at, content));
                    }
                    return List.copyOf(trail);
                });
    }
}
