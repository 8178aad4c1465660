package org.complaintkit.examples.bank.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.ZoneId;
import java.util.List;
import org.complaintkit.duty.Finding;
import org.complaintkit.examples.bank.ComplaintService.Written;
import org.complaintkit.json.CaseJson;

/** What came of a request; the case as the exchange format has it. */
record Recorded(
        boolean effective,
        List<Found> findings,
        @JsonProperty("case") @JsonRawValue String content) {

    /** A breach, or another fact, that was found with it. */
    record Found(String code, String about, String clause) {
        static Found of(Finding finding) {
            return new Found(finding.code(), finding.about(), finding.clause());
        }
    }

    static Recorded of(Written written, ZoneId zone) {
        return new Recorded(
                written.outcome().effective(),
                written.outcome().findings().stream().map(Found::of).toList(),
                CaseJson.write(written.outcome().now().id(), written.outcome().now(), zone));
    }
}
