package org.complaintkit.rules.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.EventPattern;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.wording.TableWords;
import org.jspecify.annotations.Nullable;

/** Reads an event of a sentence: its label, and in brackets what it must say. Not thread-safe. */
final class EventReader {
    private static final Pattern KEY = Pattern.compile("[A-Za-z]+");

    private final Scan scan;
    private final Phrases phrases;
    private final CodeNames names;
    private final ValueReader values;

    EventReader(Scan scan, Phrases phrases, CodeNames names, ValueReader values) {
        this.scan = scan;
        this.phrases = phrases;
        this.names = names;
        this.values = values;
    }

    /** The pattern of an event, as rules write it. */
    @Nullable
    Parsed<String> event(int from) {
        Parsed<String> text = values.quotedOrKnown("EVENT", from);
        if (text == null) {
            return null;
        }
        Parsed<String> type = type(text, scan.skipBlanks(from));
        int open = scan.match(type.end(), "(");
        Parsed<String> details = open == Scan.NOT_HERE ? null : details(open);
        return details == null
                ? type
                : new Parsed<>(type.value() + "[" + details.value() + "]", details.end(), type.slips())
                        .with(details.slips());
    }

    private Parsed<String> type(Parsed<String> text, int at) {
        String ours = phrases.events().get(Fold.text(text.value()));
        Set<String> found = ours == null ? names.find("EVENT", text.value()) : Set.of(ours);
        if (found.size() == 1) {
            return text.as(each -> found.iterator().next());
        }
        if (found.isEmpty() && pattern(text.value())) {
            return text;
        }
        return text.with(List.of(new Parsed.Slip(
                found.isEmpty()
                        ? FaultKind.UNKNOWN_LABEL.told("EVENT").near(text.value(), names.told("EVENT"))
                        : FaultKind.LABEL_AMBIGUOUS.told(text.value(), String.join(", ", found)),
                at,
                text.value())));
    }

    private static boolean pattern(String text) {
        try {
            EventPattern.parse(text);
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }

    private @Nullable Parsed<String> details(int from) {
        List<String> parts = new ArrayList<>();
        List<Parsed.Slip> slips = new ArrayList<>();
        int at = from;
        while (true) {
            Parsed<String> part = part(at);
            if (part == null) {
                return null;
            }
            parts.add(part.value());
            slips.addAll(part.slips());
            int next = Scan.NOT_HERE;
            for (String joint : phrases.plain("list")) {
                next = Math.max(next, scan.match(part.end(), joint));
            }
            if (next == Scan.NOT_HERE) {
                int close = scan.match(part.end(), ")");
                return close == Scan.NOT_HERE ? null : new Parsed<>(String.join(",", parts), close, slips);
            }
            at = next;
        }
    }

    private @Nullable Parsed<String> part(int from) {
        Matcher key = KEY.matcher(scan.text()).region(Math.min(scan.skipBlanks(from), scan.limit()), scan.limit());
        if (!key.lookingAt()) {
            return null;
        }
        Parsed<String> best = null;
        for (String shape : List.of("event.other", "event.part")) {
            for (Phrases.Template template : phrases.ways(shape)) {
                int at = scan.match(key.end(), template.fixed().get(1));
                Parsed<String> value = at == Scan.NOT_HERE ? null : said(key.group(), at);
                String sign = shape.equals("event.part") ? "=" : "!=";
                best = Parsed.longer(best, value == null ? null : value.as(each -> key.group() + sign + each));
            }
        }
        return best;
    }

    private @Nullable Parsed<String> said(String key, int from) {
        for (String anything : phrases.plain("anything")) {
            int end = scan.match(from, anything);
            if (end != Scan.NOT_HERE) {
                return Parsed.of(EventPattern.ANYTHING, end);
            }
        }
        int start = scan.match(from, phrases.words().text("event.START"));
        if (start != Scan.NOT_HERE) {
            return Parsed.of(EventPattern.START, start);
        }
        String kind = TableWords.kind(key);
        Parsed<String> text = values.quotedOrKnown(kind, from);
        if (text == null) {
            return null;
        }
        Set<String> found = names.find(kind, text.value());
        return found.size() == 1 ? text.as(each -> found.iterator().next()) : text;
    }
}
