package org.complaintkit.examples.workbench;

import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The language in which people are told: English, or Chinese in either script. Another one is refused, not passed over. */
final class Language implements ITypeConverter<Locale> {
    private static final Set<String> SPOKEN = Set.of("en", "zh");

    @Override
    public Locale convert(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (!SPOKEN.contains(locale.getLanguage())) {
            throw new TypeConversionException("'" + tag + "' is not spoken here; one of en, zh-CN, zh-TW");
        }
        return locale;
    }
}
