package org.complaintkit.repository.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintkit.repository.testing.Samples.later;
import static org.complaintkit.repository.testing.Samples.noted;
import static org.complaintkit.repository.testing.Samples.received;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Assignee;
import org.complaintkit.repository.CaseChange;
import org.complaintkit.repository.Claim;
import org.complaintkit.repository.StoredCase;
import org.junit.jupiter.api.Test;

/** What has to leave: each key once, in order, until it is confirmed. */
public interface DutyLaws extends Stores {
    private void write(String id, List<Notice> notices) {
        StoredCase stored = stored(id);
        repository().save(CaseChange.after(stored, stored.value(), notices, link(stored.lastAudit(), stored.value())));
    }

    private static Notice notice(String key) {
        return new Notice(
                key,
                Notice.Kind.WARNING,
                "C-1",
                "T",
                "T-D01",
                List.of(new Assignee("UNIT", "\u7f51\u70b9 12", "p\u0000\ud83d\ude21"), new Assignee("LEADER", "", "")),
                "T-01",
                Instant.parse("2026-03-02T01:00:00.123456789Z"),
                null);
    }

    private static List<String> keys(List<Notice> notices) {
        return notices.stream().map(Notice::key).toList();
    }

    @Test
    default void nothing_waits_in_an_empty_store() {
        assertThat(waiting()).isEmpty();
    }

    @Test
    default void notices_are_stored_with_their_case_and_come_back_equal() {
        Outcome one = received("C-1");
        save(one);
        assertThat(one.notices()).isNotEmpty();
        assertThat(waiting()).isEqualTo(one.notices());
    }

    @Test
    default void a_notice_comes_back_with_every_part() {
        save(received("C-1"));
        repository().published(keys(waiting()));
        write("C-1", List.of(notice("k-1")));
        assertThat(waiting()).containsExactly(notice("k-1"));
    }

    @Test
    default void notices_come_in_the_order_in_which_they_were_stored() {
        List<Notice> expected = new ArrayList<>();
        for (String id : List.of("C-2", "C-1", "C-3")) {
            Outcome outcome = received(id);
            save(outcome);
            expected.addAll(outcome.notices());
        }
        for (int i = 0; i < 30; i++) {
            Notice notice = notice("k-" + (97 * i % 30));
            write("C-1", List.of(notice));
            expected.add(notice);
        }
        assertThat(waiting()).isEqualTo(expected);
    }

    @Test
    default void a_key_that_is_stored_again_is_held_once() {
        save(received("C-1"));
        List<Notice> waiting = waiting();
        write("C-1", waiting);
        write("C-1", List.of(waiting.get(0), notice("k-1"), notice("k-1")));
        List<Notice> expected = new ArrayList<>(waiting);
        expected.add(notice("k-1"));
        assertThat(waiting()).isEqualTo(expected);
    }

    @Test
    default void a_key_that_was_confirmed_and_is_stored_again_does_not_come_back() {
        save(received("C-1"));
        List<Notice> sent = waiting();
        repository().published(keys(sent));
        write("C-1", sent);
        assertThat(waiting()).isEmpty();
    }

    @Test
    default void a_key_is_held_once_over_all_cases() {
        save(received("C-1"));
        save(received("C-2"));
        repository().published(keys(waiting()));
        write("C-1", List.of(notice("shared")));
        write("C-2", List.of(notice("shared")));
        assertThat(keys(waiting())).containsExactly("shared");
    }

    @Test
    default void keys_that_differ_in_one_character_are_two() {
        save(received("C-1"));
        repository().published(keys(waiting()));
        write("C-1", List.of(notice("k"), notice("K"), notice("k "), notice("\u0131"), notice("i")));
        assertThat(keys(waiting())).containsExactly("k", "K", "k ", "\u0131", "i");
    }

    @Test
    default void only_what_is_confirmed_is_gone() {
        save(received("C-1"));
        write("C-1", List.of(notice("a"), notice("b"), notice("c")));
        List<String> before = new ArrayList<>(keys(waiting()));
        repository().published(List.of("b"));
        before.remove("b");
        assertThat(keys(waiting())).isEqualTo(before);
    }

    @Test
    default void confirming_twice_or_what_is_unknown_changes_nothing() {
        save(received("C-1"));
        List<String> keys = keys(waiting());
        repository().published(List.of());
        repository().published(List.of("no such key", keys.get(0)));
        repository().published(List.of(keys.get(0), "no such key"));
        assertThat(keys(waiting())).isEqualTo(keys.subList(1, keys.size()));
    }

    @Test
    default void a_key_that_was_confirmed_before_it_was_ever_stored_waits_once_it_is() {
        save(received("C-1"));
        repository().published(keys(waiting()));
        repository().published(List.of("k-1"));
        another().published(List.of("k-1", "k-2"));
        write("C-1", List.of(notice("k-1"), notice("k-2")));
        assertThat(keys(waiting())).containsExactly("k-1", "k-2");
    }

    @Test
    default void another_process_sees_a_confirmation() {
        save(received("C-1"));
        assertThat(waiting()).isNotEmpty();
        another().published(keys(waiting()));
        try (Claim<Notice> claim = repository().unpublished("", 10)) {
            assertThat(claim.items()).isEmpty();
        }
    }

    @Test
    default void notices_come_in_pages_whether_confirmed_in_between_or_not() {
        save(received("C-1"));
        write("C-1", List.of(notice("a"), notice("b"), notice("c"), notice("d"), notice("e")));
        List<String> expected = keys(waiting());
        List<String> seen = new ArrayList<>();
        String last = "";
        for (int page = 0; page < expected.size(); page++) {
            try (Claim<Notice> claim = repository().unpublished(last, 2)) {
                assertThat(claim.items()).hasSizeLessThanOrEqualTo(2);
                seen.addAll(keys(claim.items()));
                last = claim.items().isEmpty() ? last : seen.get(seen.size() - 1);
            }
            repository().published(page % 2 == 0 ? List.of(last) : List.of());
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    default void notices_that_one_claim_holds_another_does_not() {
        save(received("C-1"));
        write("C-1", List.of(notice("a"), notice("b"), notice("c")));
        List<String> all = keys(waiting());
        try (Claim<Notice> one = repository().unpublished("", 2);
                Claim<Notice> two = another().unpublished("", 100)) {
            assertThat(keys(one.items())).isEqualTo(all.subList(0, 2));
            assertThat(keys(two.items())).isEqualTo(all.subList(2, all.size()));
        }
        assertThat(keys(waiting())).isEqualTo(all);
    }

    @Test
    default void a_claim_on_notices_holds_up_neither_write_nor_confirmation() {
        Case value = save(received("C-1"));
        try (Claim<Notice> claim = repository().unpublished("", 10)) {
            another().published(keys(claim.items()));
            another().save(next("C-1", noted(value, "e1", Map.of())));
        }
        assertThat(waiting()).isEmpty();
        assertThat(stored("C-1").version()).isEqualTo(2);
    }

    @Test
    default void what_fires_when_time_passes_is_stored_with_the_case() {
        Case value = save(received("C-1"));
        repository().published(keys(waiting()));
        Outcome breached = later(value, Duration.ofDays(30));
        repository().save(next("C-1", breached));
        assertThat(waiting()).isEqualTo(breached.notices()).anyMatch(each -> each.kind() == Notice.Kind.ESCALATION);
    }
}
