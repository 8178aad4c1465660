package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.json.CaseJson;
import org.complaintkit.json.StoredCaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.lifecycle.Lifecycle;
import org.complaintkit.lifecycle.Outcome;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.model.Personal;
import org.complaintkit.policy.Policy;
import org.complaintkit.report.ReportContent;
import org.complaintkit.report.ReportCsv;
import org.complaintkit.report.ReportPeriod;
import org.complaintkit.rules.Packs;
import org.complaintkit.rules.ShippedPacks;
import org.complaintkit.rules.cases.Story;
import org.junit.jupiter.api.Test;

/**
 * Worked cases of every shipped pack, with a person's name and numbers in every place that is free: Drools, deadlines,
 * statistics and what is printed never show them, an erasure leaves none, and the statistics stay what they were.
 */
class ErasedCasesTest {
    private static final Packs PACKS = ShippedPacks.PACKS;
    private static final String NAME = "BIRDSONGWANG";
    private static final BigDecimal NUMBER = new BigDecimal("13800138000");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** One case of so many: each pack has dozens. */
    private static final int EVERY = 10;

    @Test
    void no_name_outlasts_an_erasure_and_the_statistics_do() throws IOException {
        int erased = 0;
        for (String pack : PACKS.ids()) {
            List<WorkedCase> cases = PackCasesTest.casesOf(pack);
            for (int i = 0; i < cases.size(); i += EVERY) {
                Story story = story(cases.get(i));
                if (story != null) {
                    erase(story);
                    erased++;
                }
            }
        }
        assertThat(erased).isGreaterThan(60);
    }

    private static Story story(WorkedCase worked) {
        try {
            return Story.read(worked.line().toString());
        } catch (InvalidInputException noCase) {
            return null;
        }
    }

    private static void erase(Story story) {
        List<RuleBook> books = new ArrayList<>();
        story.packs().forEach(id -> books.add(PACKS.get(id)));
        Lifecycle lifecycle = new Lifecycle(books, CalendarRegistry.standard(), Organisation.UNKNOWN);
        List<String> printed = new ArrayList<>();
        Case value = told(lifecycle.receive(told(story.complaint())), printed);
        for (CaseEvent event : story.events()) {
            value = told(lifecycle.handle(value, told(event)), printed);
        }
        value = lifecycle.asOf(value, story.asOf());
        assertThat(StoredCaseJson.write(value, "")).contains(NAME);

        Case erased = value.erased(value.advancedTo(), lifecycle.policies());

        assertThat(CaseJson.write("q", erased, ZONE)).as(story.id()).isEqualTo(CaseJson.write("q", value, ZONE));
        assertThat(anew(lifecycle, erased)).as(story.id()).isEqualTo(anew(lifecycle, value));
        for (Policy policy : lifecycle.policies()) {
            assertThat(statistics(policy, erased)).as(story.id()).isEqualTo(statistics(policy, value));
            printed.add(statistics(policy, value));
        }
        printed.add(StoredCaseJson.write(erased, ""));
        printed.add(CaseJson.write("q", value, ZONE));
        assertThat(printed).as(story.id()).noneMatch(text -> text.contains(NAME) || text.contains(NUMBER.toString()));
    }

    /** What was decided and owed, worked out from the receipt on: what the words came to is not asked of them again. */
    private static List<Object> anew(Lifecycle lifecycle, Case value) {
        Instant before = value.complaint().receivedAt().equals(value.advancedTo())
                ? value.advancedTo()
                : value.advancedTo().minusNanos(1);
        Case then = lifecycle.asOf(value, before);
        return List.of(then.decisions(), then.assignee(), then.complainantCount(), then.deadlines(), then.state());
    }

    private static Case told(Outcome outcome, List<String> printed) {
        printed.add(outcome.toString());
        outcome.notices().forEach(notice -> printed.add(StoredCaseJson.writeNotice(notice)));
        return outcome.now();
    }

    private static String statistics(Policy policy, Case value) {
        String year = Integer.toString(
                value.complaint().receivedAt().atZone(policy.zone()).getYear());
        ReportContent content = ReportContent.special(policy, ReportPeriod.parse(year), Stream.of(value));
        return ReportCsv.write(content, policy.vocabulary(), Locale.ENGLISH);
    }

    private static Complaint told(Complaint from) {
        Complainant who = from.complainant();
        Complaint.Builder told = Complaint.received(from.id(), from.receivedAt(), from.channel())
                .receivedBy(from.receivedBy())
                .complainant(new Complainant(
                        who.type(),
                        who.anonymous(),
                        who.reachable(),
                        who.vip(),
                        Personal.of(NAME),
                        Personal.of(NUMBER.toString())))
                .categories(from.intakeCategories())
                .facts(from.facts())
                .causes(from.causes())
                .demands(from.demands())
                .claimedLoss(from.claimedLoss())
                .complainantCount(from.complainantCount())
                .about(from.complainedUnit(), from.party())
                .text(from.text().isEmpty() ? "" : from.text().reveal() + " " + NAME);
        from.given().forEach(told::given);
        return told.given("nickname", NAME).given("telephone", NUMBER).build();
    }

    private static CaseEvent told(CaseEvent from) {
        Map<String, Object> data = new TreeMap<>(from.data());
        data.put("customer", NAME);
        data.put("telephone", NUMBER);
        data.put("address", List.of(NAME, NUMBER));
        List.of("level", "cause", "remedy", "grade", "note").forEach(key -> data.putIfAbsent(key, NAME));
        return new CaseEvent(
                from.id(), from.type(), from.by(), from.person(), from.occurredAt(), from.recordedAt(), data);
    }
}
