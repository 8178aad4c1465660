package org.complaintkit.json;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.complaintkit.lifecycle.CaseEvent;
import org.jspecify.annotations.Nullable;

/** Reads events in the exchange format. Stateless and thread-safe. */
public final class EventJson {
    private EventJson() {}

    /**
     * Reads one event: {@code at} (required, with offset), {@code type} (required), {@code by}, {@code person},
     * {@code data}, {@code id}.
     *
     * @param id identifier if the event does not carry one
     * @param recordedAt when we learned of it; null: not said, see {@link CaseEvent}
     * @param at JSON pointer of the object in its document, such as {@code /events/0}, for error places
     * @throws org.complaintkit.calendar.InvalidInputException if the text is no such object
     */
    public static CaseEvent read(String json, String id, @Nullable Instant recordedAt, String at) {
        Fields fields = new Fields(Json.object(json, at.isEmpty() ? "event" : at.substring(1)), at);
        Instant occurredAt = fields.instant("at");
        Map<String, Object> data = new TreeMap<>();
        fields.object("data").ifPresent(said -> {
            for (String key : said.rest()) {
                said.value(key).ifPresent(value -> data.put(key, value));
            }
        });
        CaseEvent event = new CaseEvent(
                fields.text("id", id),
                fields.text("type"),
                fields.text("by", ""),
                fields.text("person", ""),
                occurredAt,
                recordedAt == null ? occurredAt : recordedAt,
                data);
        fields.end();
        return event;
    }
}
