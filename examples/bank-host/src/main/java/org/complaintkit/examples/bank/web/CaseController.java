package org.complaintkit.examples.bank.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.Related;
import org.complaintkit.examples.bank.kit.ComplaintKitProperties;
import org.complaintkit.examples.bank.storage.Worklist;
import org.complaintkit.json.CaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.report.ReportKey;
import org.complaintkit.repository.CaseRepository;
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

    private final ComplaintDesk desk;
    private final CaseRepository repository;
    private final Worklist worklist;
    private final ComplaintKitProperties properties;

    CaseController(
            ComplaintDesk desk, CaseRepository repository, Worklist worklist, ComplaintKitProperties properties) {
        this.desk = desk;
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
        Optional<Case> then = known == null ? desk.find(id, at) : desk.find(id, at, known);
        return ResponseEntity.ok(json(then.orElseThrow()));
    }

    /** Earlier cases that it belongs with: doubles, repeats, others about the same matter. */
    @GetMapping("/complaints/{id}/related")
    List<Related> related(@PathVariable String id, @RequestParam Instant since) {
        return desk.related(stored(id).value().complaint(), since);
    }

    /** Cases whose answer is late at {@code by} unless it is given before, the most pressing first. */
    @GetMapping("/worklist")
    List<Worklist.Line> worklist(@RequestParam Instant by, @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw InvalidInputException.of("LIMIT", "limit")
                    .value(limit)
                    .rule("a number from 1 to " + MOST)
                    .wayOut("ask for fewer cases, or by an earlier moment")
                    .build();
        }
        return worklist.lateBy(by, limit);
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
