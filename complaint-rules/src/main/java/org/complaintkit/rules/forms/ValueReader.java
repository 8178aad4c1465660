package org.complaintkit.rules.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.policy.Policy;
import org.complaintkit.rules.pack.FaultKind;
import org.complaintkit.rules.pack.Position;
import org.complaintkit.rules.pack.Told;
import org.complaintkit.rules.syntax.Field;
import org.complaintkit.rules.syntax.Operand;
import org.jspecify.annotations.Nullable;

/** Reads what a sentence compares with: codes by their labels, numbers, days and parameters. Not thread-safe. */
final class ValueReader {
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\\.[0-9]+)?");
    private static final Pattern DAY =
            Pattern.compile("([0-9]{4})(?:-([0-9]{2})-([0-9]{2})| *年 *([0-9]{1,2}) *月 *([0-9]{1,2}) *日)");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.]*[A-Za-z0-9_]");
    private static final Map<String, Integer> MYRIADS = Map.of("万", 4, "萬", 4, "亿", 8, "億", 8);

    private final Scan scan;
    private final Phrases phrases;
    private final CodeNames names;
    private final Policy policy;

    ValueReader(Scan scan, Phrases phrases, CodeNames names, Policy policy) {
        this.scan = scan;
        this.phrases = phrases;
        this.names = names;
        this.policy = policy;
    }

    /** What a field is compared with. */
    @Nullable
    Parsed<Operand> value(Field field, int from) {
        if (field.type() == Field.Type.AMOUNT || field.type() == Field.Type.COUNT) {
            return number(field, from);
        }
        if (field.type() == Field.Type.CODE) {
            for (String empty : phrases.plain("cell.empty")) {
                int end = scan.match(from, empty);
                if (end != Scan.NOT_HERE) {
                    return Parsed.of(new Operand.Text("", place(from, end)), end);
                }
            }
        }
        return code(field == Field.SIGNALS ? CodeNames.SIGNAL : field.kind(), from);
    }

    /** A code, by itself or by its label, in quotes or without. */
    @Nullable
    Parsed<Operand> code(String kind, int from) {
        Parsed<String> text = quotedOrKnown(kind, from);
        if (text == null) {
            return null;
        }
        int at = scan.skipBlanks(from);
        Set<String> found = names.find(kind, text.value());
        if (found.size() == 1) {
            return text.as(each -> new Operand.Text(found.iterator().next(), place(from, text.end())));
        }
        if (found.isEmpty() && names.all(kind).isEmpty()) {
            return text.as(each -> new Operand.Text(each, place(from, text.end())));
        }
        Told told = found.isEmpty()
                ? FaultKind.UNKNOWN_LABEL.told(kind).near(text.value(), names.told(kind))
                : FaultKind.LABEL_AMBIGUOUS.told(text.value(), String.join(", ", found));
        return text.<Operand>as(each -> new Operand.Text(each, place(from, text.end())))
                .with(List.of(new Parsed.Slip(told, at, text.value())));
    }

    /** A text in quotes, whatever it says, or a word of the kind without them. */
    @Nullable
    Parsed<String> quotedOrKnown(String kind, int from) {
        Parsed<String> best = named(kind, from);
        for (String article : phrases.plain("article")) {
            int behind = scan.end(from, article);
            best = behind == Scan.NOT_HERE ? best : Parsed.longer(best, scan.quietly(() -> named(kind, behind)));
        }
        return best;
    }

    private @Nullable Parsed<String> named(String kind, int from) {
        int at = scan.skipBlanks(from);
        if (scan.quote(at)) {
            return quoted(kind, at);
        }
        String best = "";
        int end = Scan.NOT_HERE;
        if (at == scan.limit()) {
            return null;
        }
        scan.expect(at, () -> names.told(kind));
        for (String name : names.beginning(kind, scan.text().charAt(at))) {
            int behind = scan.end(at, name);
            if (behind > end) {
                best = name;
                end = behind;
            }
        }
        return end == Scan.NOT_HERE ? null : Parsed.of(best, end);
    }

    private @Nullable Parsed<String> quoted(String kind, int at) {
        for (String name : names.quoting(kind)) {
            int end = scan.end(at + 1, name);
            if (end != Scan.NOT_HERE && scan.quote(scan.skipBlanks(end))) {
                return Parsed.of(name, scan.skipBlanks(end) + 1);
            }
        }
        int end = at + 1;
        while (end < scan.limit() && !scan.quote(end)) {
            end++;
        }
        if (end == scan.limit()) {
            scan.expect(at + 1, () -> List.of("”"));
            return null;
        }
        return Parsed.of(scan.text().substring(at + 1, end).strip(), end + 1);
    }

    /** A number, a day where the field is one, or a parameter. */
    private @Nullable Parsed<Operand> number(Field field, int from) {
        int at = scan.skipBlanks(from);
        String rest = folded(at);
        if (ConditionCell.isDay(field)) {
            Matcher day = DAY.matcher(rest);
            if (day.lookingAt()) {
                return amount(digits(day), at, at + day.end());
            }
        }
        Matcher number = NUMBER.matcher(rest);
        if (!number.lookingAt()) {
            scan.expect(at, () -> List.of(phrases.words().text("number")));
            return parameter("PARAMETER", at);
        }
        BigDecimal value = new BigDecimal(number.group().replace(",", ""));
        int end = at + number.end();
        int sign = scan.skipBlanks(end);
        Integer power = sign < scan.limit() ? MYRIADS.get(scan.text().substring(sign, sign + 1)) : null;
        if (power != null) {
            value = value.scaleByPowerOfTen(power);
            end = sign + 1;
        }
        for (String unit : phrases.plain("unit")) {
            int behind = scan.match(end, unit);
            if (behind != Scan.NOT_HERE) {
                end = behind;
                break;
            }
        }
        return amount(value.toPlainString(), at, end);
    }

    private String folded(int at) {
        StringBuilder folded = new StringBuilder();
        for (int i = at; i < scan.limit(); i++) {
            char c = scan.text().charAt(i);
            folded.append(c == '、' ? c : Fold.fold(c));
        }
        return folded.toString();
    }

    private static String digits(Matcher day) {
        String month = day.group(2) == null ? "0" + day.group(4) : day.group(2);
        String date = day.group(3) == null ? "0" + day.group(5) : day.group(3);
        return day.group(1) + month.substring(month.length() - 2) + date.substring(date.length() - 2);
    }

    private Parsed<Operand> amount(String digits, int at, int end) {
        List<Parsed.Slip> slips = new ArrayList<>();
        Optional<Told> fault = Operand.Amount.fault(digits);
        fault.ifPresent(told -> slips.add(new Parsed.Slip(told, at, digits)));
        BigDecimal number = fault.isPresent() ? BigDecimal.ZERO : new BigDecimal(digits);
        return new Parsed<>(new Operand.Amount(number, scan.place(at, end)), end, slips);
    }

    /**
     * {@code loss (parameter rcc.major.loss: 50000)}, without its value, without its label, or its label alone. A value that
     * is said is the one that the pack has, lest the sentence says something else than it does.
     *
     * @param kind of the code that is its value
     */
    @Nullable
    Parsed<Operand> parameter(String kind, int from) {
        Parsed<String> label = quotedOrKnown("PARAMETER", from);
        int at = scan.skipBlanks(from);
        Parsed<Operand> named = null;
        for (String key : List.of("parameter", "parameter.named", "parameter.id")) {
            for (Phrases.Template template : phrases.ways(key)) {
                int behind = key.equals("parameter.id") ? at : label == null ? Scan.NOT_HERE : label.end();
                if (behind != Scan.NOT_HERE) {
                    named = Parsed.longer(named, named(kind, at, label, template, behind));
                }
            }
        }
        if (named != null || label == null) {
            return named;
        }
        Set<String> found = names.find("PARAMETER", label.value());
        if (found.isEmpty()) {
            return null;
        }
        List<Parsed.Slip> slips = found.size() == 1
                ? List.of()
                : List.of(new Parsed.Slip(
                        FaultKind.LABEL_AMBIGUOUS.told(label.value(), String.join(", ", found)), at, label.value()));
        return new Parsed<>(
                new Operand.Parameter(found.iterator().next(), scan.place(at, label.end())), label.end(), slips);
    }

    private @Nullable Parsed<Operand> named(
            String kind, int from, @Nullable Parsed<String> label, Phrases.Template template, int behind) {
        int first = template.places() == 1 ? 0 : 1;
        int at = scan.match(behind, template.fixed().get(first));
        Matcher id = ID.matcher(scan.text()).region(Math.max(0, scan.skipBlanks(Math.max(at, 0))), scan.limit());
        if (at == Scan.NOT_HERE || !id.lookingAt()) {
            return null;
        }
        List<Parsed.Slip> slips = new ArrayList<>();
        boolean labelled = template.places() > 1 && label != null;
        boolean declared = policy.parameters().declared().containsKey(id.group());
        if (declared && labelled && !names.find("PARAMETER", label.value()).contains(id.group())) {
            String right = names.label("PARAMETER", id.group());
            slips.add(new Parsed.Slip(
                    FaultKind.PARAMETER_SAID.told(id.group(), right),
                    label.end() - label.value().length(),
                    label.value()));
        }
        int end = id.end();
        if (template.places() == 3) {
            int value = scan.match(end, template.fixed().get(2));
            if (value == Scan.NOT_HERE) {
                return null;
            }
            String set = declared ? policy.parameters().text(id.group()) : "";
            int said = scan.match(value, names.label(kind, set));
            said = said == Scan.NOT_HERE ? scan.match(value, set) : said;
            if (said == Scan.NOT_HERE) {
                said = scan.text().indexOf(')', value);
                said = said < 0 || said > scan.limit() ? scan.text().indexOf('）', value) : said;
                if (said < 0 || said > scan.limit()) {
                    return null;
                }
                String wrong = scan.text().substring(value, said).strip();
                slips.add(
                        new Parsed.Slip(FaultKind.PARAMETER_SAID.told(id.group(), set), scan.skipBlanks(value), wrong));
            }
            end = said;
        }
        int close = scan.match(end, template.last());
        return close == Scan.NOT_HERE
                ? null
                : new Parsed<>(new Operand.Parameter(id.group(), scan.place(from, close)), close, slips);
    }

    private Position place(int from, int end) {
        return scan.place(scan.skipBlanks(from), end);
    }
}
