package org.complaintkit.examples.bank.web;

import java.util.Optional;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.examples.bank.ComplaintService;
import org.complaintkit.examples.bank.ComplaintService.Written;
import org.complaintkit.examples.bank.kit.ComplaintKitProperties;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Joined;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Two cases of one matter become one, and part again. Both are written in one transaction. */
@RestController
class MergerController {
    private final ComplaintService service;
    private final ComplaintKitProperties properties;
    private final RequestReader requests;

    MergerController(ComplaintService service, ComplaintKitProperties properties, RequestReader requests) {
        this.service = service;
        this.properties = properties;
        this.requests = requests;
    }

    /** Merges the case into the one that the event names; the answer is about that one. */
    @PostMapping(path = "/complaints/{id}/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Recorded> merge(
            @PathVariable String id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody byte[] body,
            Authentication signedIn) {
        CaseEvent told = requests.event(Joined.MERGED, id, key, body, signedIn);
        String into = Optional.of(told.value(Joined.INTO))
                .filter(each -> !each.isBlank())
                .orElseThrow(() -> InvalidInputException.of("MISSING_FIELD", "event.data.into")
                        .rule("the case that carries the matter on")
                        .wayOut("name it")
                        .build());
        return answer(service.merge(id, RequestReader.id("event.data.into", into), told));
    }

    /** Lets a merged case stand alone again; the answer is about that one. */
    @PostMapping(path = "/complaints/{id}/unmerge", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Recorded> unmerge(
            @PathVariable String id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody byte[] body,
            Authentication signedIn) {
        return answer(service.unmerge(id, requests.event(Joined.UNMERGED, id, key, body, signedIn)));
    }

    private ResponseEntity<Recorded> answer(Written written) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_LOCATION,
                        "/complaints/" + written.outcome().now().id())
                .headers(headers -> headers.setETag(CaseController.etag(written.version())))
                .body(Recorded.of(written, properties.zone()));
    }
}
