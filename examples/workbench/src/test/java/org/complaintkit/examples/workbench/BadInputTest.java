package org.complaintkit.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault has a code and a place, and the line after it is answered as if nothing had been. */
class BadInputTest {
    private static final String COMPLAINT =
            "'receivedAt':'2025-09-26T10:20:00+08:00','channel':'PHONE','intakeCategories':['SERVICE_ATTITUDE']";
    private static final String GOOD = "{'id':'good','packs':['RCC'],'complaint':{" + COMPLAINT + "}}";
    private static final String REPLAY = "'packs':['RCC'],'complaint':{" + COMPLAINT + "}";

    private static void refused(String command, String good, String bad, String code, String at) {
        Run run = Run.over(command, quoted(bad), quoted(good));

        assertThat(run.answers()).hasSize(2);
        JsonNode error = run.answers().get(0).path("error");
        assertThat(error.path("code").textValue()).as(run.out()).isEqualTo(code);
        assertThat(error.path("at").textValue()).isEqualTo(at);
        assertThat(error.path("message").textValue()).isNotBlank();
        assertThat(run.answers().get(0).path("id").textValue()).isEqualTo("x");
        assertThat(run.answers().get(1))
                .isEqualTo(Run.over(command, quoted(good)).answer());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("1 of 2 lines bad: 1" + System.lineSeparator());
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "UNKNOWN_CALENDAR|'op':'next','date':'2025-01-02','calendar':'XX'|/calendar",
                "UNKNOWN_OPERATION|'op':'after','date':'2025-01-02'|/op",
                "MISSING_FIELD|'date':'2025-01-02'|/op",
                "MISSING_FIELD|'op':'next'|/date",
                "MISSING_FIELD|'op':'plusWorkingDays','date':'2025-01-02'|/n",
                "MISSING_FIELD|'op':'workingDaysBetween','date':'2025-01-02'|/to",
                "WRONG_TYPE|'op':'plusWorkingDays','date':'2025-01-02','n':'3'|/n",
                "WRONG_TYPE|'op':'plusWorkingDays','date':'2025-01-02','n':1.5|/n",
                "WRONG_TYPE|'op':'plusWorkingDays','date':'2025-01-02','n':99999999999|/n",
                "WRONG_DATE|'op':'next','date':'2025-02-30'|/date",
                "DAY_OUTSIDE_CALENDAR|'op':'next','date':'1999-01-02'|/date",
                "UNKNOWN_FIELD|'op':'next','date':'2025-01-02','day':1|/day",
                "UNKNOWN_FIELD|'op':'next','date':'2025-01-02','a/b~c':1|/a~1b~0c",
                "UNKNOWN_FIELD|'op':'next','date':'2025-01-02','calendar':{'holiday':[]}|/calendar/holiday",
                "WRONG_DATE|'op':'next','date':'2025-01-02','calendar':{'holidays':['2025-01-01','x']}|/calendar/holidays/1",
                "DUPLICATE_DAY|'op':'next','date':'2025-01-02','calendar':{'holidays':['2025-01-01','2025-01-01']}|/calendar",
                "UNKNOWN_CODE|'op':'next','date':'2025-01-02','calendar':{'weekend':['SAT']}|/calendar/weekend/0",
                "WRONG_TYPE|'op':'next','date':'2025-01-02','calendar':7|/calendar",
                "CALENDAR_EMPTY|'op':'next','date':'2025-01-02','calendar':{}|/calendar",
                "CALENDAR_EMPTY|'op':'next','date':'2025-01-02','calendar':{'weekend':null}|/calendar",
                "FIELD_NOT_USED|'op':'next','date':'2025-01-02','n':3|/n",
                "FIELD_NOT_USED|'op':'plusWorkingDays','date':'2025-01-02','n':3,'to':'2025-02-01'|/to",
            })
    void calendar(String code, String fields, String at) {
        refused("calendar", "{'op':'next','date':'2025-01-02'}", "{'id':'x'," + fields + "}", code, at);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MISSING_FIELD|'term':'1 day'|/start",
                "MISSING_FIELD|'start':'2026-03-02'|/term",
                "WRONG_TIME|'start':'2 March','term':'1 day'|/start",
                "WRONG_TIME|'start':'2026-03-02T25:00','term':'1 day'|/start",
                "NO_SUCH_TIME|'start':'2026-03-29T02:30','term':'1 day','zone':'Europe/Berlin'|/start",
                "UNKNOWN_ZONE|'start':'2026-03-02','term':'1 day','zone':'Mars/Base'|/zone",
                "TERM_MALFORMED|'start':'2026-03-02','term':'soonish'|/term",
                "TERM_NEEDS_DATE|'start':'2026-03-02','term':'by the date promised'|/term",
                "START_TIME_REQUIRED|'start':'2026-03-02','term':'2 hours'|/start",
                "DAY_OUTSIDE_CALENDAR|'start':'2026-03-02','term':'100000 working days'|/start",
                "UNKNOWN_CONVENTION|'start':'2026-03-02','term':'1 day','convention':'ROMAN'|/convention",
                "UNKNOWN_CODE|'start':'2026-03-02','term':'1 day','convention':{'lastDay':'forward'}|/convention/lastDay",
                "WRONG_TIME|'start':'2026-03-02','term':'1 day','convention':{'cutOff':'5 pm'}|/convention/cutOff",
                "UNKNOWN_FIELD|'start':'2026-03-02','term':'1 day','convention':{'firstDay':'IN'}|/convention/firstDay",
                "SERVICE_HOURS_MALFORMED|'start':'2026-03-02','term':'1 day','serviceHours':'9 to 5'|/serviceHours",
                "SERVICE_HOURS_MALFORMED|'start':'2026-03-02','term':'1 day','serviceHours':'WD 09:00-09:00'|/serviceHours",
                "SERVICE_NEVER_OPEN|'start':'2026-03-02T10:00','term':'1 working hour','serviceHours':'2026-05-01 closed'|/start",
                "MISSING_FIELD|'start':'2026-03-02','term':'1 day','pauses':[{'to':'2026-03-03'}]|/pauses/0/from",
                "PAUSE_REVERSED|'start':'2026-03-02','term':'1 day','pauses':[{'from':'2026-03-03','to':'2026-03-02'}]|/pauses/0",
                "WRONG_TYPE|'start':'2026-03-02','term':'1 day','pauses':['2026-03-03']|/pauses/0",
                "WRONG_TYPE|'start':'2026-03-02','term':'1 day','pauses':{}|/pauses",
                "WRONG_DATE|'start':'2026-03-02','term':'1 day','asOf':'2026'|/asOf",
                "MALFORMED_JSON|'start':'2026-03-02','start':'2026-03-02','term':'1 day'|1:39",
            })
    void due(String code, String fields, String at) {
        refused("due", "{'start':'2026-03-02','term':'1 day'}", "{'id':'x'," + fields + "}", code, at);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MISSING_FIELD|'complaint':{}|/packs",
                "UNKNOWN_PACK|'packs':['RCC','XXX']|/packs/1",
                "PACK_TWICE|'packs':['RCC','RCC']|/packs/1",
                "WRONG_TYPE|'packs':'RCC'|/packs",
                "MISSING_FIELD|'packs':['RCC']|/complaint",
                "UNKNOWN_PARAMETER|'packs':['RCC'],'params':{'rcc.nothing':1}|/params/rcc.nothing",
                "PARAMETER_RANGE|'packs':['RCC'],'params':{'rcc.followUpDays':0}|/params/rcc.followUpDays",
                "WRONG_TYPE|'packs':['RCC'],'params':{'rcc.followUpDays':[1]}|/params/rcc.followUpDays",
                "WRONG_TYPE|'packs':['RCC'],'params':{'rcc.major.loss':1e999999999}|/params/rcc.major.loss",
                "MISSING_FIELD|'packs':['RCC'],'complaint':{'channel':'PHONE'}|/complaint/receivedAt",
                "WRONG_TYPE|'packs':['RCC'],'complaint':{'receivedAt':'2025-09-26','channel':'PHONE'}|/complaint/receivedAt",
                "UNKNOWN_FIELD|'packs':['RCC'],'complaint':{'receivedAt':'2025-09-26T10:20:00+08:00','channel':'PHONE','chanel':1}|/complaint/chanel",
                "UNKNOWN_CODE|'packs':['RCC'],'complaint':{'receivedAt':'2025-09-26T10:20:00+08:00','channel':'PIGEON'}|/complaint/channel",
                "UNKNOWN_CODE|'packs':['RCC'],'complaint':{'receivedAt':'2025-09-26T10:20:00+08:00','channel':'PHONE','complainant':{'type':'MARTIAN'}}|/complaint/complainant/type",
                "NEGATIVE_AMOUNT|'packs':['RCC'],'complaint':{'receivedAt':'2025-09-26T10:20:00+08:00','channel':'PHONE','claimedLoss':-1}|/complaint/claimedLoss",
                "UNKNOWN_FIELD|'packs':['RCC'],'events':[],'complaint':{'receivedAt':'2025-09-26T10:20:00+08:00','channel':'PHONE'}|/events",
            })
    void decide(String code, String fields, String at) {
        refused("decide", GOOD, "{'id':'x'," + fields + "}", code, at);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "UNKNOWN_CODE|'kind':'NOVEL'|/kind",
                "UNKNOWN_FIELD|'periods':[]|/periods",
                "UNKNOWN_FIELD|'expected':{}|/expected",
                "FUTURE_RECEIPT|'asOf':'2025-09-26T10:00:00+08:00'|/complaint/receivedAt",
                "WRONG_TIME|'asOf':'2025-09-26T10:00:00'|/asOf",
                "WRONG_TYPE|'events':[[]]|/events/0",
                "MISSING_FIELD|'events':[{'type':'CONTACTED'}]|/events/0/at",
                "UNKNOWN_FIELD|'events':[{'at':'2025-09-26T11:00:00+08:00','type':'CONTACTED','who':'UNIT_HEAD'}]|/events/0/who",
                "UNKNOWN_CODE|'events':[{'at':'2025-09-26T11:00:00+08:00','type':'TELEPHONED'}]|/events/0/type",
                "UNKNOWN_CODE|'events':[{'at':'2025-09-26T11:00:00+08:00','type':'RESPONSIBILITY_DETERMINED','data':{'outcome':'NOBODY'}}]|/events/0/data/outcome",
                "SECOND_RECEIPT|'events':[{'at':'2025-09-26T11:00:00+08:00','type':'COMPLAINT_RECEIVED'}]|/events/0/type",
                "NOT_ON_THE_CASE|'events':[{'at':'2025-09-26T11:00:00+08:00','type':'CONTACTED','data':{'deadline':'RCC-D99'}}]|/events/0/data/deadline",
            })
    void replay(String code, String fields, String at) {
        refused("replay", GOOD, "{'id':'x'," + REPLAY + "," + fields + "}", code, at);
    }

    @Test
    void an_event_before_the_receipt_is_placed_where_the_line_has_it() {
        String later = "{'at':'2025-09-26T11:00:00+08:00','type':'CONTACTED'}";
        String before = "{'at':'2025-09-26T10:00:00+08:00','type':'CONTACTED'}";

        refused(
                "replay",
                GOOD,
                "{'id':'x'," + REPLAY + ",'events':[" + later + "," + before + "]}",
                "BEFORE_RECEIPT",
                "/events/1/at");
    }

    @Test
    void a_story_has_an_end() {
        String event = "{'at':'2025-09-26T11:00:00+08:00','type':'CONTACTED'}";
        String events = (event + ",").repeat(1_000) + event;

        refused("replay", GOOD, "{'id':'x'," + REPLAY + ",'events':[" + events + "]}", "WRONG_TYPE", "/events");
    }

    @Test
    void an_event_after_the_archive_is_impossible() {
        String archived = "{'at':'2025-09-27T11:00:00+08:00','type':'%s'}";
        String line = "{'id':'x'," + REPLAY + ",'events':["
                + archived.formatted("REPLIED_TO_CUSTOMER") + ","
                + archived.formatted("CLOSED_EVENT").replace("27T", "28T") + ","
                + archived.formatted("ARCHIVED_EVENT").replace("27T", "29T") + ","
                + archived.formatted("CONTACTED").replace("27T", "30T") + "]}";

        refused("replay", GOOD, line, "AFTER_ARCHIVED", "/events/3/type");
    }

    @Test
    void one_event_id_has_one_content() {
        String event = "{'id':'e1','at':'2025-09-26T11:00:00+08:00','type':'CONTACTED','by':'UNIT_HEAD'}";
        String other = event.replace("UNIT_HEAD", "CUSTOMER");
        String line = "{'id':'x'," + REPLAY + ",'events':[%s]}";

        refused("replay", GOOD, line.formatted(event + "," + other), "SAME_ID_OTHER_CONTENT", "/events/1/id");
        assertThat(Run.over("replay", quoted(line.formatted(event + "," + event)))
                        .out())
                .isEqualTo(Run.over("replay", quoted(line.formatted(event))).out());
    }

    @Test
    void what_happened_after_the_moment_asked_for_is_not_known() {
        String event = "'events':[{'at':'2025-09-27T11:00:00+08:00','type':'CONTACTED'}],";
        String asOf = "'asOf':'2025-09-26T11:00:00+08:00'}";

        assertThat(Run.over("replay", quoted("{'id':'x'," + REPLAY + "," + event + asOf))
                        .out())
                .isEqualTo(Run.over("replay", quoted("{'id':'x'," + REPLAY + "," + asOf))
                        .out());
    }

    @Test
    void a_message_does_not_repeat_the_words_of_a_broken_line() {
        Run run = Run.over("decide", "{\"id\":\"x\",\"complaint\":{\"text\":\"Zhang San, 138 0000 0000\"");

        assertThat(run.answer().at("/error/code").textValue()).isEqualTo("MALFORMED_JSON");
        assertThat(run.out()).doesNotContain("Zhang", "138");
    }
}
