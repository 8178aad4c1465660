package org.complaintkit.calendar;

import java.util.function.IntPredicate;

/** A set of days as a bitmap with running counts: nine kilobytes for all supported years. Days are epoch days. */
final class DayBits {
    private final int first;
    private final long[] words;
    /** Days of the set before each word. */
    private final int[] before;

    private DayBits(int first, long[] words, int[] before) {
        this.first = first;
        this.words = words;
        this.before = before;
    }

    static DayBits of(int first, int last, IntPredicate days) {
        long[] words = new long[((last - first) >> 6) + 1];
        for (int day = first; day <= last; day++) {
            if (days.test(day)) {
                words[(day - first) >> 6] |= 1L << (day - first);
            }
        }
        int[] before = new int[words.length];
        for (int i = 1; i < words.length; i++) {
            before[i] = before[i - 1] + Long.bitCount(words[i - 1]);
        }
        return new DayBits(first, words, before);
    }

    boolean has(int day) {
        int place = (day - first) >> 6;
        return day >= first && place < words.length && (words[place] >>> (day - first) & 1) != 0;
    }

    /** Days of the set that are not after a day. */
    int upTo(int day) {
        if (day < first) {
            return 0;
        }
        int place = Math.min((day - first) >> 6, words.length - 1);
        long below = place == (day - first) >> 6 ? -1L >>> (63 - ((day - first) & 63)) : -1L;
        return before[place] + Long.bitCount(words[place] & below);
    }

    /** Days d of the set with after &lt; d &lt;= through. */
    int count(int after, int through) {
        return upTo(through) - upTo(after);
    }
}
