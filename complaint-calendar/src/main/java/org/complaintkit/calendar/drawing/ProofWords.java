package org.complaintkit.calendar.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.regex.Pattern;

/** Words of proofs in English, simplified and traditional Chinese; any other language reads English. */
final class ProofWords {
    private static final int COLUMNS = 80;
    /** After a blank, between Chinese characters and after their commas, never before one. */
    private static final Pattern BREAKS = Pattern.compile(
            "(?<= )|(?<=\\p{IsHan})(?=\\p{IsHan})|(?<=[\uff0c\u3002\uff1b\uff1a\u3001\uff09])(?![\uff0c\u3002\uff1b\uff1a\u3001])");

    private static final String INDENT = " ".repeat(13);

    private final PropertyResourceBundle words;
    private final Locale locale;

    private ProofWords(PropertyResourceBundle words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    static ProofWords in(Locale locale) {
        String suffix = "";
        if ("zh".equals(locale.getLanguage())) {
            suffix = isTraditional(locale) ? "_zh_TW" : "_zh_CN";
        }
        String name = "proof" + suffix + ".properties";
        try (InputStream in = ProofWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("packaged words " + name + " are missing");
            }
            return new ProofWords(
                    new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)),
                    suffix.isEmpty() ? Locale.ENGLISH : locale);
        } catch (IOException e) {
            throw new UncheckedIOException("packaged words " + name + " cannot be read", e);
        }
    }

    /** As {@link org.complaintkit.calendar.Term#text} reads a language, so that a page is in one script. */
    private static boolean isTraditional(Locale locale) {
        return "Hant".equals(locale.getScript())
                || (!"Hans".equals(locale.getScript())
                        && switch (locale.getCountry()) {
                            case "TW", "HK", "MO" -> true;
                            default -> false;
                        });
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(arguments);
    }

    Locale locale() {
        return locale;
    }

    /** Columns that a text takes in a terminal: Chinese characters take two. */
    static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    /** The text filled with blanks to a width. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** A text after its label, wrapped to a terminal's width and indented. */
    static List<String> labelled(String label, String text) {
        return wrapped(pad(label, INDENT.length()), text);
    }

    /** A text after its first columns, wrapped to a terminal's width, its other lines as far in. */
    static List<String> wrapped(String begin, String text) {
        String indent = " ".repeat(width(begin));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(begin);
        line.append(' ');
        for (String word : BREAKS.split(text, -1)) {
            boolean begun = width(line.toString()) > width(begin) + 1;
            if (begun && width(line.toString()) + width(word.stripTrailing()) > COLUMNS) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent).append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** Hours and minutes, seconds only where there are some. */
    static String clock(Duration time) {
        String minutes = String.format(Locale.ROOT, "%d:%02d", time.toHours(), time.toMinutesPart());
        int seconds = time.toSecondsPart();
        int nanos = time.toNanosPart();
        if (seconds == 0 && nanos == 0) {
            return minutes;
        }
        String whole = String.format(Locale.ROOT, "%s:%02d", minutes, seconds);
        return nanos == 0 ? whole : String.format(Locale.ROOT, "%s.%09d", whole, nanos);
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe4f)
                || (c >= 0xff00 && c <= 0xff60);
    }
}
