package org.complaintkit.examples.bank.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.examples.bank.ComplaintService;
import org.complaintkit.json.ReportDutyJson;
import org.complaintkit.report.ReportDuty;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The book of reports: what an institution owes, and what it has filed. */
@RestController
class ReportController {
    private static final int MOST_DAYS = 800;

    private final ComplaintDesk desk;
    private final ComplaintService service;
    private final RequestReader requests;

    ReportController(ComplaintDesk desk, ComplaintService service, RequestReader requests) {
        this.desk = desk;
        this.service = service;
        this.requests = requests;
    }

    /** Reports on the periods that end in a span of days, as they stand now. */
    @GetMapping(path = "/institutions/{institution}/reports", produces = MediaType.APPLICATION_JSON_VALUE)
    String owed(
            @PathVariable String institution,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw InvalidInputException.of("SPAN", "to")
                    .rule("at most " + MOST_DAYS + " days after from")
                    .wayOut("ask for a shorter span")
                    .build();
        }
        return ReportDutyJson.write(institution, desk.reports().owed(institution, from, to));
    }

    /** Records that a report was filed; the answer is how it stands since. */
    @PostMapping(
            path = "/institutions/{institution}/reports",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    String filed(
            @PathVariable String institution,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody byte[] body,
            Authentication signedIn) {
        ReportDuty duty = service.filed(institution, requests.filing(key, body, signedIn));
        return ReportDutyJson.write(institution, List.of(duty));
    }
}
