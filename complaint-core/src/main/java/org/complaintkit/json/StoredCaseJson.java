package org.complaintkit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.duty.Notice;
import org.complaintkit.lifecycle.Case;

/**
 * Cases and notices as text, for stores: complete and lossless, other than the view of {@link CaseJson}. Reading what was
 * written gives an equal case; the same case has the same text. It reveals what is personal, as a store must.
 *
 * <p>A text of this version stays readable for ever. Fields of a newer version that this one does not know are kept: they
 * come beside the case when it is read, and go back in their places when it is written. Stateless and thread-safe.
 */
public final class StoredCaseJson {
    /** Version of the form; raised only when this version could not read what a newer one writes. */
    public static final int FORMAT = 1;

    private static final String FORMAT_FIELD = "format";

    private StoredCaseJson() {}

    /**
     * A case that was read.
     *
     * @param value the case
     * @param newer fields that this version does not know, as JSON; empty where there are none
     */
    public record Content(Case value, String newer) {
        /** Without the unknown fields, which may be personal. */
        @Override
        public String toString() {
            return "Content[" + value + "]";
        }
    }

    /**
     * Writes a case.
     *
     * @param newer {@link Content#newer()} of the text that this one replaces; empty for a new case
     * @throws InvalidInputException if an event or complaint carries a value that no store could give back
     */
    public static String write(Case value, String newer) {
        ObjectNode json = Json.STORED.createObjectNode();
        json.put(FORMAT_FIELD, FORMAT);
        json.setAll((ObjectNode) StoredForm.write(Case.class, value));
        NewerFields.parse(newer).into(json);
        return text(json);
    }

    /**
     * Reads a case.
     *
     * @throws InvalidInputException if the text is no stored case, or one of a format that this version cannot read
     */
    public static Content read(String text) {
        ObjectNode json = Json.stored(text, "stored case");
        JsonNode format = json.remove(FORMAT_FIELD);
        if (format == null || !format.isInt() || format.intValue() < 1 || format.intValue() > FORMAT) {
            throw InvalidInputException.of("STORED_FORMAT", "stored case")
                    .value(format == null || !format.isInt() ? "none" : format.asText())
                    .rule("a format from 1 to " + FORMAT)
                    .wayOut("read it with the version of the library that wrote it, or a later one")
                    .at("/" + FORMAT_FIELD)
                    .build();
        }
        NewerFields newer = new NewerFields();
        newer.takeUnplaced(json);
        Case value = (Case) StoredForm.read(Case.class, json, "", newer);
        return new Content(value, newer.text());
    }

    /** Writes a notice. */
    public static String writeNotice(Notice notice) {
        return text(StoredForm.write(Notice.class, notice));
    }

    /**
     * Reads a notice; fields of a newer version are passed over, since a notice is never written again.
     *
     * @throws InvalidInputException if the text is no stored notice
     */
    public static Notice readNotice(String text) {
        return (Notice) StoredForm.read(Notice.class, Json.stored(text, "stored notice"), "", new NewerFields());
    }

    /** Half a character cannot leave Java in UTF-8: it is written as an escape, as NUL is. */
    static String text(JsonNode json) {
        try {
            String text = Json.STORED.writeValueAsString(json);
            StringBuilder escaped = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    escaped.append(c).append(text.charAt(++i));
                } else if (Character.isSurrogate(c)) {
                    escaped.append("\\u").append(Integer.toHexString(c));
                } else {
                    escaped.append(c);
                }
            }
            return escaped.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }
}
