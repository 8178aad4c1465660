package org.complaintkit.rules.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.policy.Basis;
import org.complaintkit.policy.Consistency;
import org.complaintkit.policy.Parameter;
import org.complaintkit.policy.Tightening;
import org.complaintkit.policy.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads {@code pack.json}. */
final class ManifestReader {
    private static final Pattern CALENDAR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 +._-]{0,99}");
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{1,15}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,39}");
    private static final Pattern PARAMETER_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,79}");
    private static final Set<String> FIELDS = Set.of(
            "id",
            "version",
            "title",
            "effectiveFrom",
            "effectiveTo",
            "calendar",
            "conventions",
            "zone",
            "basisDocuments",
            "parameters",
            "consistency",
            "categories",
            "documentControl",
            "tightens");
    private static final Set<String> CONSISTENCY_FIELDS = Set.of("rule", "clause");
    private static final Set<String> CONTROL_FIELDS = Set.of("drafted", "reviewed", "approved", "revision");
    private static final String CUMULATIVE = "CUMULATIVE";
    private static final String SAME = "= ";
    private static final Pattern PART = Pattern.compile("(\\S+) */ *([1-9][0-9]?)");
    /** Before the id of a parameter of another pack: where the manifest tightens it. */
    static final String TIGHTENS = "tightens ";

    /** Before the id of a parameter of which the pack says that the host reads it: a place that {@link UnreadCheck} knows. */
    static final String READ_BY_HOST = "read by the host: ";

    private static final String HOST = "HOST";
    private static final Set<String> PARAMETER_FIELDS =
            Set.of("id", "kind", "unit", "default", "min", "max", "clause", "basis", "stricter", "readBy");
    private static final Set<String> TIGHTENING_FIELDS = Set.of("parameter", "value", "clause");

    private ManifestReader() {}

    /** Reads it; one that cannot be read is a fault, and gives a stand-in, so that the rest of the pack is checked too. */
    static PackManifest read(PackFiles files, Faults faults) {
        if (!files.has(PackFiles.MANIFEST)) {
            faults.add(FaultKind.MANIFEST_MISSING.told(), PackFiles.MANIFEST, Position.WHOLE_FILE, files.name());
        }
        return files.text(PackFiles.MANIFEST, faults)
                .flatMap(text -> JsonFile.read(PackFiles.MANIFEST, text, faults))
                .map(json -> manifest(JsonObject.of(PackFiles.MANIFEST, json, faults)))
                .orElse(PackManifest.UNREAD);
    }

    private static PackManifest manifest(JsonObject pack) {
        pack.only(FIELDS);
        Map<String, Position> places = new TreeMap<>();
        places.put("conventions", pack.place("conventions"));
        LocalDate from = pack.day("effectiveFrom");
        LocalDate to = pack.day("effectiveTo");
        if (from != null && to != null && to.isBefore(from)) {
            pack.fault("effectiveTo", FaultKind.DATES_REVERSED.told());
        }
        return new PackManifest(
                matching(pack, "id", ID, FaultKind.MALFORMED_PACK_ID),
                matching(pack, "version", VERSION, FaultKind.MALFORMED_VERSION),
                pack.labels("title", Vocabulary.LANGUAGES),
                from,
                to,
                pack.parsed("calendar", ManifestReader::calendar, ""),
                pack.text("conventions"),
                pack.parsed("zone", ZoneId::of, ZoneOffset.UTC),
                parameters(pack, places),
                consistency(pack, places),
                cumulative(pack),
                documentControl(pack),
                tightenings(pack, places),
                places);
    }

    /** A name that the host looks up; never a place from which it would be fetched. */
    private static String calendar(String text) {
        if (!CALENDAR.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String matching(JsonObject object, String field, Pattern shape, FaultKind otherwise) {
        String text = object.text(field);
        if (!text.isEmpty() && !shape.matcher(text).matches()) {
            object.fault(field, otherwise.told());
        }
        return text;
    }

    private static List<Consistency> consistency(JsonObject pack, Map<String, Position> places) {
        List<Consistency> rules = new ArrayList<>();
        for (JsonObject object : pack.objects("consistency")) {
            object.only(CONSISTENCY_FIELDS);
            String clause = object.text("clause");
            String text = object.text("rule");
            try {
                rules.add(Consistency.parse(text, clause));
                places.put(text.strip(), object.place());
            } catch (InvalidInputException e) {
                object.faults().add(e, object.file(), object.place("rule"));
            }
        }
        return rules;
    }

    /** What it asks of packs above it; whether they have such a parameter is known when they meet on a case. */
    private static List<Tightening> tightenings(JsonObject pack, Map<String, Position> places) {
        List<Tightening> tightenings = new ArrayList<>();
        for (JsonObject object : pack.objects("tightens")) {
            object.only(TIGHTENING_FIELDS);
            String parameter = object.text("parameter");
            BigDecimal number = object.field("value") instanceof BigDecimal decimal ? decimal : null;
            Object value = number == null ? object.text("value") : number;
            tightenings.add(new Tightening(parameter, value, object.text("clause")));
            places.put(TIGHTENS + parameter, object.place());
        }
        return tightenings;
    }

    /** One category is the primary one, unless the pack says otherwise. */
    private static boolean cumulative(JsonObject pack) {
        String categories = pack.word("categories");
        if (pack.has("categories") && !categories.equals(CUMULATIVE)) {
            pack.fault("categories", FaultKind.CATEGORIES_WORD.told());
        }
        return categories.equals(CUMULATIVE);
    }

    private static Map<String, String> documentControl(JsonObject pack) {
        Map<String, String> said = new TreeMap<>();
        if (pack.has("documentControl")) {
            JsonObject control = pack.at("documentControl");
            control.only(CONTROL_FIELDS);
            control.names().forEach(name -> said.put(name, control.text(name)));
        }
        List<String> documents = pack.texts(PackReading.BASIS_DOCUMENTS);
        if (!documents.isEmpty()) {
            said.put(PackReading.BASIS_DOCUMENTS, String.join("; ", documents));
        }
        return said;
    }

    private static List<Parameter> parameters(JsonObject pack, Map<String, Position> places) {
        List<Parameter> parameters = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonObject object : pack.objects("parameters")) {
            object.only(PARAMETER_FIELDS);
            String id = matching(object, "id", PARAMETER_ID, FaultKind.MALFORMED_PARAMETER_ID);
            if (!seen.add(id)) {
                object.fault("id", FaultKind.PARAMETER_TWICE.told());
            }
            places.put(id, object.place());
            if (object.has("readBy")) {
                if (!object.word("readBy").equals(HOST)) {
                    object.fault("readBy", FaultKind.READ_BY_WORD.told());
                }
                places.put(READ_BY_HOST + id, object.place());
            }
            parameters.add(parameter(object, id));
        }
        return parameters;
    }

    private static Parameter parameter(JsonObject object, String id) {
        Parameter.Kind kind = object.constant("kind", Parameter.Kind.class, Parameter.Kind.TEXT);
        BigDecimal min = object.number("min");
        BigDecimal max = object.number("max");
        if (min != null && max != null && min.compareTo(max) > 0) {
            object.fault("max", FaultKind.PARAMETER_BOUNDS.told());
        }
        return new Parameter(
                id,
                kind,
                object.word("unit"),
                initial(object, kind, min, max),
                min,
                max,
                object.word("clause"),
                object.constant("basis", Basis.class, Basis.DEFAULT),
                object.has("stricter")
                        ? object.constant("stricter", Parameter.Stricter.class, Parameter.Stricter.FIXED)
                        : Parameter.Stricter.FIXED);
    }

    private static Object initial(
            JsonObject object, Parameter.Kind kind, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (object.field("default") instanceof String text && text.startsWith(SAME)) {
            String other = text.substring(SAME.length()).strip();
            Matcher part = PART.matcher(other);
            return part.matches()
                    ? new Parameter.Same(part.group(1), Integer.parseInt(part.group(2)))
                    : new Parameter.Same(other);
        }
        if (kind != Parameter.Kind.NUMBER) {
            return object.field("default") instanceof Boolean ? object.word("default") : object.text("default");
        }
        BigDecimal number = object.number("default");
        if (number == null && !object.has("default")) {
            object.fault("default", FaultKind.DEFAULT_EXPECTED.told());
        }
        if (number == null) {
            return BigDecimal.ZERO;
        }
        if ((min != null && number.compareTo(min) < 0) || (max != null && number.compareTo(max) > 0)) {
            object.fault(
                    "default", FaultKind.PARAMETER_RANGE.told(min == null ? "..." : min, max == null ? "..." : max));
        }
        return number;
    }
}
