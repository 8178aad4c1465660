package org.complaintkit.calendar;

import java.time.LocalDate;

/**
 * What an edition of the holiday law, and practice under it, says of one festival. Offsets are days from its date.
 *
 * @param knownFrom when the edition was published
 * @param festival column of the festival table, or a fixed date
 * @param name Chinese name
 * @param first offset of the first statutory day
 * @param days number of statutory days
 * @param blockFirst offset of the first day of the usual stretch off
 * @param blockDays usual length of the stretch
 * @param offFrom no schedule has had a non-statutory weekday off before this offset
 * @param offTo nor after this one
 * @param makeUpFrom no schedule has had a make-up day before this offset
 * @param makeUpTo nor after this one
 * @param mostMakeUps nor more make-up days than this
 */
record FestivalRule(
        LocalDate knownFrom,
        String festival,
        String name,
        int first,
        int days,
        int blockFirst,
        int blockDays,
        int offFrom,
        int offTo,
        int makeUpFrom,
        int makeUpTo,
        int mostMakeUps) {

    static FestivalRule of(CsvTable.Row row) {
        return new FestivalRule(
                row.date("known_from"),
                row.text("festival"),
                row.text("name"),
                row.number("first"),
                row.number("days"),
                row.number("block_first"),
                row.number("block_days"),
                row.number("off_from"),
                row.number("off_to"),
                row.number("make_up_from"),
                row.number("make_up_to"),
                row.number("most_make_ups"));
    }
}
