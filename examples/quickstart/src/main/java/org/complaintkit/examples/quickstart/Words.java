package org.complaintkit.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import org.complaintkit.policy.Vocabulary;

/**
 * What the example says, in the language of its reader: its own words from {@code words*.properties}, the words of the
 * policy from the pack's vocabulary. Dates are written by tables of our own, since the ones of Java differ from release
 * to release. Immutable.
 */
final class Words {
    private final Locale locale;
    private final PropertyResourceBundle words;
    private final Vocabulary vocabulary;

    private Words(Locale locale, PropertyResourceBundle words, Vocabulary vocabulary) {
        this.locale = locale;
        this.words = words;
        this.vocabulary = vocabulary;
    }

    /**
     * Words in a language.
     *
     * @param language one of {@link Vocabulary#LANGUAGES}
     */
    static Words in(String language, Vocabulary vocabulary) {
        String name =
                language.equals("en") ? "words.properties" : "words_" + language.replace('-', '_') + ".properties";
        try (var reader = Resources.open(name)) {
            return new Words(Locale.forLanguageTag(language), new PropertyResourceBundle(reader), vocabulary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same language with the words of another policy. */
    Words of(Vocabulary other) {
        return new Words(locale, words, other);
    }

    Locale locale() {
        return locale;
    }

    /** A text of our own with its places filled in: {@code {0}}, {@code {1}} ... */
    String say(String key, Object... arguments) {
        String text = words.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** A text of our own, or a fallback where there is none. */
    String sayOr(String key, String fallback) {
        return words.containsKey(key) ? words.getString(key) : fallback;
    }

    /** The word of the policy for a code; "undecided" for none. */
    String label(String kind, String code) {
        return code.isEmpty() ? say("undecided") : vocabulary.label(kind, code, locale);
    }

    /** {@code Fri 26 Sep}. */
    String day(LocalDate date) {
        return say("day", weekday(date), String.valueOf(date.getDayOfMonth()), month(date));
    }

    /** {@code 26 Sep}. */
    String shortDay(LocalDate date) {
        return say("day.short", date.getDayOfMonth(), month(date));
    }

    /** {@code 26 Sep 2025}. */
    String date(LocalDate date) {
        return say("date", String.valueOf(date.getDayOfMonth()), month(date), String.valueOf(date.getYear()));
    }

    /** {@code 1-8 Oct}; a single day like {@link #day}. */
    String days(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return day(from);
        }
        String key = from.getMonth() == to.getMonth() ? "days.month" : "days.months";
        return say(key, from.getDayOfMonth(), month(from), to.getDayOfMonth(), month(to));
    }

    /** The name of a festival that the calendar gives in the language of its source. */
    String festival(String name) {
        StringBuilder text = new StringBuilder();
        for (String each : name.split("、", -1)) {
            text.append(text.isEmpty() ? "" : say("list.comma")).append(sayOr("festival." + each, each));
        }
        return text.toString();
    }

    /** The first of the festivals that share some days off. */
    String firstFestival(String name) {
        int end = name.indexOf("、");
        return festival(end < 0 ? name : name.substring(0, end));
    }

    private String weekday(LocalDate date) {
        return say("weekday." + date.getDayOfWeek().getValue());
    }

    private String month(LocalDate date) {
        return say("month." + date.getMonthValue());
    }
}
