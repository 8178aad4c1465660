package org.complaintkit.examples.bank.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.Related;
import org.complaintkit.examples.bank.kit.ComplaintKitProperties;
import org.complaintkit.examples.bank.kit.Desks;
import org.complaintkit.examples.bank.storage.Worklist;
import org.complaintkit.json.CaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.model.Complaint;
import org.complaintkit.report.ReportKey;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.Place;
import org.complaintkit.repository.StoredCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands: cases, what belongs with them, what has to be answered by when. */
@RestController
class CaseController {
    private static final int MOST = 500;

    /** How far back cases are loaded to find what belongs together. */
    private static final Duration WINDOW = Duration.ofDays(366);

    private final Desks desks;
    private final CaseRepository repository;
    private final Worklist worklist;
    private final ComplaintKitProperties properties;

    CaseController(Desks desks, CaseRepository repository, Worklist worklist, ComplaintKitProperties properties) {
        this.desks = desks;
        this.repository = repository;
        this.worklist = worklist;
        this.properties = properties;
    }

    /**
     * The case as stored; with {@code owed}, what it owes at that moment by all that is known; with {@code known} too, what
     * would have been answered then.
     */
    @GetMapping(path = "/complaints/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Instant owed,
            @RequestParam(required = false) @Nullable Instant known) {
        StoredCase stored = stored(id);
        if (owed == null && known == null) {
            return ResponseEntity.ok().eTag(etag(stored.version())).body(json(stored.value()));
        }
        Instant at = owed == null ? stored.value().advancedTo() : owed;
        Optional<Case> then =
                known == null ? desks.of(id).find(id, at) : desks.of(id).find(id, at, known);
        return ResponseEntity.ok(json(then.orElseThrow()));
    }

    /** Earlier cases that it belongs with: doubles, repeats, others about the same matter. Each case since is loaded. */
    @GetMapping("/complaints/{id}/related")
    List<Related> related(@PathVariable String id, @RequestParam Instant since) {
        Complaint complaint = stored(id).value().complaint();
        if (since.isBefore(complaint.receivedAt().minus(WINDOW))) {
            throw InvalidInputException.of("SPAN", "since")
                    .rule("at most " + WINDOW.toDays() + " days before the receipt")
                    .wayOut("ask for a shorter span")
                    .build();
        }
        return desks.current().related(complaint, since);
    }

    /**
     * Cases whose answer is late at {@code by} unless it is given before, the most pressing first; the page after a line with
     * what that line says as {@code afterLate} and {@code afterCase}.
     */
    @GetMapping("/worklist")
    List<Worklist.Line> worklist(
            @RequestParam Instant by,
            @RequestParam(required = false) @Nullable Instant afterLate,
            @RequestParam(required = false) @Nullable String afterCase,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw InvalidInputException.of("LIMIT", "limit")
                    .value(limit)
                    .rule("a number from 1 to " + MOST)
                    .wayOut("ask for fewer cases, and for the next ones after the last of them")
                    .build();
        }
        if ((afterLate == null) != (afterCase == null)) {
            throw InvalidInputException.of("HALF_A_PLACE", afterLate == null ? "afterLate" : "afterCase")
                    .rule("lateFrom and caseId of the last line of the page before, or neither")
                    .wayOut("send both")
                    .build();
        }
        Place after = afterLate == null || afterCase == null
                ? Place.FIRST
                : new Place(afterLate, RequestReader.id("afterCase", afterCase));
        return worklist.lateBy(by, after, limit);
    }

    private StoredCase stored(String id) {
        return Optional.of(id)
                .filter(each -> !ReportKey.names(each))
                .flatMap(repository::load)
                .orElseThrow(() -> InvalidInputException.of("UNKNOWN_CASE", "caseId")
                        .rule("a case that was received")
                        .wayOut("receive the complaint first")
                        .build());
    }

    private String json(Case value) {
        return CaseJson.write(value.id(), value, properties.zone());
    }

    /** The version of a case as a strong tag. */
    static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** The version that a tag names; null without one, or with {@code *}. */
    static @Nullable Long version(@Nullable String tag) {
        if (tag == null || tag.equals("*")) {
            return null;
        }
        if (!tag.matches("\"[0-9]{1,18}\"")) {
            throw InvalidInputException.of("IF_MATCH", "If-Match")
                    .rule("one tag, as the ETag of the case")
                    .wayOut("send the tag that came with the case, or leave the header out")
                    .build();
        }
        return Long.valueOf(tag.substring(1, tag.length() - 1));
    }
}
