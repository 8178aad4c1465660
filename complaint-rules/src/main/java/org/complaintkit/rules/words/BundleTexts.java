package org.complaintkit.rules.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.complaintkit.policy.Vocabulary;

/**
 * Texts in English, simplified and traditional Chinese, from {@code NAME.properties}, {@code NAME_zh_CN.properties} and
 * {@code NAME_zh_TW.properties} beside a class; any other language reads English. Immutable and thread-safe.
 */
public final class BundleTexts {
    private final PropertyResourceBundle texts;
    private final String language;

    private BundleTexts(PropertyResourceBundle texts, String language) {
        this.texts = texts;
        this.language = language;
    }

    /**
     * Reads the texts of a language.
     *
     * @param beside a class of the package that holds the files
     * @param name such as {@code diff}
     */
    public static BundleTexts of(Class<?> beside, String name, Locale locale) {
        String language = Vocabulary.language(locale);
        String file = name + (language.equals("en") ? "" : "_" + language.replace('-', '_')) + ".properties";
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("packaged words " + file + " are missing");
            }
            return new BundleTexts(
                    new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)), language);
        } catch (IOException e) {
            throw new UncheckedIOException("packaged words " + file + " cannot be read", e);
        }
    }

    /** Tag of the language: {@code en}, {@code zh-CN} or {@code zh-TW}. */
    public String language() {
        return language;
    }

    /** The text of a key, with {@code {0}} ... filled in. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(arguments);
    }

    /** The text of a key, or what stands in where there is none; nothing is filled in. */
    public String label(String key, String otherwise) {
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }

    /** All keys, sorted. */
    public Set<String> keys() {
        return new TreeSet<>(texts.keySet());
    }
}
