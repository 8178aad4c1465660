package org.complaintkit.json;

import java.math.BigDecimal;
import java.util.List;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Personal;

/** Reads complaints in the exchange format. Stateless and thread-safe. */
public final class ComplaintJson {
    private static final List<String> FURTHER = List.of(
            "formIssued",
            "sequence",
            "forwarderDate",
            "confirmedByLine",
            "requestedAmount",
            "representatives",
            "linkedTo",
            "injury",
            "attachments",
            "onSite",
            "petitionRisk",
            "onBehalfOf",
            "valuable");

    private ComplaintJson() {}

    /**
     * Reads one complaint.
     *
     * <p>Fields: {@code receivedAt} (required, with offset), {@code channel} (required), {@code receivedBy},
     * {@code complainant} ({@code type}, {@code anonymous}, {@code reachable}, {@code vip}, {@code name}, {@code contact}),
     * {@code intakeCategories}, {@code facts}, {@code causes}, {@code demands}, {@code claimedLoss},
     * {@code complainantCount}, {@code text}, {@code unit} and {@code party} (complained about), and facts of single
     * systems: {@code formIssued}, {@code sequence}, {@code forwarderDate}, {@code confirmedByLine},
     * {@code requestedAmount}, {@code representatives}, {@code linkedTo}, {@code injury}, {@code attachments}, {@code onSite},
     * {@code petitionRisk}, {@code onBehalfOf}, {@code valuable}; any other fact that a system asks for ({@code product},
     * {@code departmentKind} ...) stands in the object {@code given}. A complainant is an individual who gave a name and can
     * be reached; one who is anonymous cannot be reached unless {@code reachable} says so; the loss is zero, the count one.
     *
     * @param id the complaint's identifier
     * @param at JSON pointer of the object in its document, such as {@code /complaint}, for error places
     * @throws org.complaintkit.calendar.InvalidInputException if the text is no such object
     */
    public static Complaint read(String json, String id, String at) {
        Fields fields = new Fields(Json.object(json, at.isEmpty() ? "complaint" : at.substring(1)), at);
        Complaint.Builder complaint = Complaint.received(id, fields.instant("receivedAt"), fields.text("channel"))
                .receivedBy(fields.text("receivedBy", ""))
                .categories(fields.texts("intakeCategories"))
                .facts(fields.texts("facts"))
                .causes(fields.texts("causes"))
                .demands(fields.texts("demands"))
                .claimedLoss(fields.number("claimedLoss", BigDecimal.ZERO))
                .complainantCount(fields.whole("complainantCount", 1))
                .text(fields.text("text", ""))
                .about(fields.text("unit", ""), fields.text("party", ""));
        fields.object("complainant").ifPresent(who -> complaint.complainant(complainant(who)));
        for (String name : FURTHER) {
            fields.value(name).ifPresent(value -> complaint.given(name, value));
        }
        fields.object("given").ifPresent(said -> {
            for (String name : said.rest()) {
                said.value(name).ifPresent(value -> complaint.given(name, value));
            }
        });
        fields.end();
        return complaint.build();
    }

    private static Complainant complainant(Fields who) {
        boolean anonymous = who.flag("anonymous", false);
        Complainant complainant = new Complainant(
                who.text("type", "INDIVIDUAL"),
                anonymous,
                who.flag("reachable", !anonymous),
                who.flag("vip", false),
                Personal.of(who.text("name", "")),
                Personal.of(who.text("contact", "")));
        who.end();
        return complainant;
    }
}
