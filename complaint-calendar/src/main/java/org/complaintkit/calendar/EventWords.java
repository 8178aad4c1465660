package org.complaintkit.calendar;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the words of an event say, longest first: in "non-working day" there is no working day. */
final class EventWords implements EventClassifier {
    static final EventWords STANDARD = new EventWords();

    /** What a word says. */
    private enum Says {
        /** The day is worked. */
        WORKED,
        /** The day is off. */
        OFF,
        /** Why the day is special: the make-up days of a festival bear its name too. */
        FESTIVAL,
        /** Days are exchanged; whether this one is given or taken the word leaves open. */
        EXCHANGED
    }

    private record Word(String text, Says says) {}

    private final List<Word> words = CsvTable.packaged("event-words.csv", List.of("word", "says")).stream()
            .map(row -> new Word(row.text("word"), Says.valueOf(row.text("says"))))
            .sorted(Comparator.comparing((Word word) -> -word.text().length()).thenComparing(Word::text))
            .toList();

    private EventWords() {}

    @Override
    public Meaning of(Event event) {
        Set<Says> said = said(event.summary() + "\n" + String.join("\n", event.categories()));
        if (said.contains(Says.WORKED)) {
            return said.contains(Says.OFF) ? Meaning.UNCLEAR : Meaning.MAKE_UP;
        }
        boolean eitherWay = said.contains(Says.EXCHANGED) || !said.contains(Says.FESTIVAL);
        boolean open = event.onRestDays() && !event.yearly() && eitherWay && !said.contains(Says.OFF);
        return open ? Meaning.UNCLEAR : Meaning.HOLIDAY;
    }

    private Set<Says> said(String given) {
        StringBuilder text = new StringBuilder(given.toLowerCase(Locale.ROOT));
        Set<Says> said = EnumSet.noneOf(Says.class);
        for (Word word : words) {
            int length = word.text().length();
            for (int at = text.indexOf(word.text()); at >= 0; at = text.indexOf(word.text(), at + 1)) {
                if (!isWithin(text, at) && !isWithin(text, at + length)) {
                    said.add(word.says());
                    // What is taken is no part of a shorter word.
                    text.replace(at, at + length, "|".repeat(length));
                }
            }
        }
        return said;
    }

    /** Whether a place is inside a word of Latin letters; Chinese puts no space between words. */
    private static boolean isWithin(CharSequence text, int at) {
        return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
    }

    private static boolean isLatin(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }
}
