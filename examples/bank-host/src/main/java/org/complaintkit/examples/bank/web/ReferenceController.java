package org.complaintkit.examples.bank.web;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.Certainty;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.examples.bank.kit.GoverningPacks;
import org.complaintkit.policy.Vocabulary;
import org.complaintkit.report.ReportDue;
import org.complaintkit.report.ReportPeriod;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What the packs say apart from any case: the words for screens, and the reports that the bank owes. */
@RestController
class ReferenceController {
    private final GoverningPacks packs;
    private final Vocabulary vocabulary;
    private final CalendarRegistry calendars;

    ReferenceController(GoverningPacks packs, CalendarRegistry calendars) {
        this.packs = packs;
        this.vocabulary = packs.vocabulary();
        this.calendars = calendars;
    }

    /** A code and its name in the language asked for. */
    record Word(String code, String label) {}

    /** A report and the last day on which it is in time; {@code certain} is false while a year's schedule is not out. */
    record Owed(String id, String pack, String clause, String period, String lastDay, boolean certain) {}

    @GetMapping("/codes/{kind}")
    ResponseEntity<List<Word>> codes(@PathVariable String kind, WebRequest request) {
        Locale locale = language(request);
        List<Word> words = vocabulary.kind(kind).keySet().stream()
                .map(code -> new Word(code, vocabulary.label(kind, code, locale)))
                .toList();
        if (words.isEmpty()) {
            throw InvalidInputException.of("UNKNOWN_KIND", "kind")
                    .rule("a kind of code that the packs speak in, such as CATEGORY, CHANNEL or EVENT")
                    .wayOut("ask for one of these")
                    .build();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, Vocabulary.language(locale))
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(words);
    }

    /** Reports that are owed for a period such as 2026-09, 2026-Q3, 2026-H2 or 2026. */
    @GetMapping("/reports/due")
    List<Owed> reports(@RequestParam String period) {
        ReportPeriod span = ReportPeriod.parse(period);
        return packs.policies().stream()
                .flatMap(policy -> ReportDue.of(policy, span, calendars).stream()
                        .map(due -> new Owed(
                                due.rule().id(),
                                policy.pack().label(),
                                due.rule().clause(),
                                due.period().name(),
                                due.due().limit().toText(policy.zone()),
                                due.due().certainty() == Certainty.OFFICIAL)))
                .toList();
    }

    /** The first language that the reader wants and the packs have; English where there is none. */
    private static Locale language(WebRequest request) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        Stream<Locale> locales = wanted == null ? Stream.of() : ranges(wanted).stream();
        return locales.filter(locale -> locale.getLanguage().equals("zh")
                        || locale.getLanguage().equals("en"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static List<Locale> ranges(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList();
        } catch (IllegalArgumentException e) {
            return Collections.emptyList();
        }
    }
}
