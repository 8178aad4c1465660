package org.complaintkit.repository;

import java.util.function.UnaryOperator;
import org.complaintkit.repository.BrokenCommits.NothingRolledBack;
import org.complaintkit.repository.BrokenCommits.Part;
import org.complaintkit.repository.BrokenCommits.TwoCommits;
import org.complaintkit.repository.BrokenReads.Trails;

/** Ways in which a store can be broken, each with the test of the kit that must refuse it. */
enum Fault {
    NONE("", store -> store),
    LOST_UPDATE("a_write_on_an_old_version_is_refused", BrokenWrites.LostUpdate::new),
    NON_ATOMIC_DUTY("a_refused_write_leaves_no_duty_behind", BrokenWrites.DutyBeforeCase::new),
    STALE_READ("another_process_sees_a_save_at_once", BrokenReads.StaleRead::new),
    WRONG_ORDER("the_longest_due_comes_first", BrokenReads.OrderById::new),
    TRUNCATED_TEXT("a_text_of_a_hundred_thousand_characters_comes_back", BrokenReads.CutText::new),
    DROPPED_NUL("nul_comes_back", BrokenReads.WithoutNul::new),
    MERGED_HALF_CHARACTERS("half_characters_come_back", BrokenReads.ThroughUtf8::new),
    SHIFTED_ZONE("the_zone_of_the_machine_shifts_nothing", BrokenReads.LocalTimes::new),
    MICROSECONDS("a_case_is_due_at_its_moment_and_not_a_nanosecond_before", BrokenReads.Microseconds::new),
    COMPLAINT_NEVER_UPDATED("an_erased_case_is_erased_and_its_trail_still_verifies", BrokenReads.FirstComplaint::new),
    IDS_WITHOUT_CASE("ids_are_told_apart_by_every_character", BrokenWrites.IdsWithoutCase::new),
    REPEATED_KEY("a_key_that_is_stored_again_is_held_once", BrokenWrites.RepeatedKey::new),
    FORGOTTEN_KEY("a_key_that_was_confirmed_and_is_stored_again_does_not_come_back", BrokenWrites.ForgottenKey::new),
    CONFIRMED_TOO_MUCH("only_what_is_confirmed_is_gone", BrokenWrites.ConfirmedTooMuch::new),
    DROPPED_NEWER_FIELD(
            "fields_of_a_newer_version_are_kept_and_go_back_with_the_next_write", BrokenWrites.DroppedNewer::new),
    GAP_IN_THE_SEQUENCE("a_number_that_would_leave_a_gap_is_refused", BrokenWrites.Gaps::new),
    NUMBER_TAKEN_BY_A_REFUSED_WRITE("a_stale_write_takes_no_number", BrokenWrites.NumberFirst::new),
    SHARED_CLAIM("what_one_claim_holds_another_does_not", BrokenReads.SharedClaims::new),
    CLAIM_FOR_EVER("what_a_closed_claim_held_is_free_again", BrokenReads.ClaimsForEver::new),
    LOST_PAGE("pages_go_through_all_cases_once_even_where_moments_are_equal", BrokenReads.PagesByMoment::new),
    NOTICES_LATER("whoever_sees_a_case_sees_all_that_its_write_carried", in -> TwoCommits.last(Part.NOTICES, in)),
    NUMBERS_LATER("whoever_sees_a_case_sees_all_that_its_write_carried", in -> TwoCommits.last(Part.NUMBERS, in)),
    LINK_LATER("whoever_sees_a_case_sees_all_that_its_write_carried", in -> TwoCommits.last(Part.LINK, in)),
    LISTS_LATER("whoever_sees_a_case_sees_all_that_its_write_carried", in -> TwoCommits.last(Part.LISTS, in)),
    NOTICES_FIRST("whoever_sees_a_part_of_a_write_sees_its_case", in -> TwoCommits.first(Part.NOTICES, in)),
    NUMBERS_FIRST("whoever_sees_a_part_of_a_write_sees_its_case", in -> TwoCommits.first(Part.NUMBERS, in)),
    NOTICES_NOT_ROLLED_BACK(
            "a_write_whose_notices_cannot_be_stored_stores_nothing", in -> new NothingRolledBack(in, Part.NOTICES)),
    NUMBERS_NOT_ROLLED_BACK(
            "a_write_whose_numbers_cannot_be_taken_stores_nothing", in -> new NothingRolledBack(in, Part.NUMBERS)),
    LINK_NOT_ROLLED_BACK(
            "a_write_whose_link_cannot_be_stored_stores_nothing", in -> new NothingRolledBack(in, Part.LINK)),
    TOMBSTONES("a_key_that_was_confirmed_before_it_was_ever_stored_waits_once_it_is", BrokenWrites.Tombstones::new),
    POSITIONS_IN_BLOCKS(
            "notices_that_several_threads_write_in_turn_come_in_that_order", BrokenCommits.PositionsInBlocks::new),
    UNORDERED_WHILE_WRITING(
            "a_claim_made_while_others_write_has_of_each_case_the_first_notices_in_order",
            BrokenCommits.UnorderedWhileWriting::new),
    LIMIT_BEFORE_STATE(
            "a_page_of_one_state_is_full_however_many_of_other_states_lie_between", BrokenReads.LimitBeforeState::new),
    STATE_OF_RECEIPT("cases_are_found_by_their_present_state", BrokenReads.StateOfReceipt::new),
    MILLISECONDS_OF_RECEIPT(
            "cases_are_found_by_receipt_from_and_before_to_the_nanosecond", BrokenReads.MillisecondsOfReceipt::new),
    NEWEST_FIRST("cases_are_found_in_the_order_of_receipt", BrokenReads.NewestFirst::new),
    LOST_PAGE_OF_A_LIST("cases_are_found_in_pages", BrokenReads.ListsByMoment::new),
    DROPPED_LINK("the_trail_grows_by_one_link_a_write_and_verifies", Trails::cut),
    DOUBLED_LINK("the_trail_grows_by_one_link_a_write_and_verifies", Trails::doubled),
    LINKS_SORTED_AS_TEXT("the_trail_grows_by_one_link_a_write_and_verifies", Trails::sortedAsText),
    FIRST_LINK("the_last_link_comes_with_the_case", BrokenReads.FirstLink::new);

    private final String refusedBy;

    @SuppressWarnings("ImmutableEnumChecker") // constructors, without state
    private final UnaryOperator<CaseRepository> breaking;

    Fault(String refusedBy, UnaryOperator<CaseRepository> breaking) {
        this.refusedBy = refusedBy;
        this.breaking = breaking;
    }

    /** The test that must fail. */
    String refusedBy() {
        return refusedBy;
    }

    CaseRepository in(CaseRepository sound) {
        return breaking.apply(sound);
    }

    /** Whether another process has it too; a stale cache is one process's own. */
    boolean everywhere() {
        return this != STALE_READ;
    }
}
