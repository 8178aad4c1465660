package org.complaintkit.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.json.CaseJson;
import org.complaintkit.lifecycle.Case;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.packs.RccLives.Life;
import org.complaintkit.rules.Packs;

/** The same complaint and the same history have the same answer, to the byte, wherever and however they are told. */
class RccDeterminismProperties {
    private static final long FIRST_SHUFFLE = 20_251_122L;
    private static final Packs PACKS = Packs.shipped();
    private static final RuleBook BOOK = PACKS.get("RCC");
    private static final List<Packs> SHUFFLED = List.of(
            ShuffledPack.rulesOf("RCC", new Random(FIRST_SHUFFLE)),
            ShuffledPack.rulesOf("RCC", new Random(FIRST_SHUFFLE + 1)));

    @AfterContainer
    static void close() {
        PACKS.close();
        SHUFFLED.forEach(Packs::close);
    }

    @Property(tries = 60)
    void the_order_of_the_lists_in_a_complaint_never_shows(@ForAll Random order, @ForAll("lives") Life life) {
        String expected = json(BOOK, life);

        Case found = last(BOOK, life, life.complaint(order), life.events());

        assertThat(CaseJson.write("C-1", found, BOOK.policy().zone())).isEqualTo(expected);
    }

    @Property(tries = 60)
    void the_order_in_which_events_are_learnt_of_leaves_the_same_case(
            @ForAll Random order, @ForAll("lives") Life life) {
        Case expected = last(BOOK, life, life.complaint(), life.events());

        Case found = last(BOOK, life, life.complaint(), RccLives.shuffled(life.events(), order));

        assertThat(found.deadlines()).isEqualTo(expected.deadlines());
        assertThat(found.previousDeadlines()).isEqualTo(expected.previousDeadlines());
        assertThat(found.findings()).isEqualTo(expected.findings());
        assertThat(found.steps()).isEqualTo(expected.steps());
        assertThat(List.of(found.state(), found.round(), found.outcome(), found.complainantCount()))
                .isEqualTo(
                        List.of(expected.state(), expected.round(), expected.outcome(), expected.complainantCount()));
        assertThat(found.decisions()).isEqualTo(expected.decisions());
        assertThat(found.events()).isEqualTo(expected.events());
        assertThat(found.withoutEffect()).isEqualTo(expected.withoutEffect());
        assertThat(found.duties()).containsAll(expected.duties());
        assertThat(found.escalations()).containsAll(expected.escalations());
    }

    @Property(tries = 20)
    void the_default_locale_and_zone_never_show(@ForAll("lives") Life life) {
        String expected = json(BOOK, life);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("en", "tr-TR", "th-TH-u-ca-buddhist-nu-thai", "ar-EG-u-nu-arab", "lt")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone(tag.startsWith("t") ? "Pacific/Kiritimati" : "America/Nome"));
                assertThat(json(BOOK, life)).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Property(tries = 5)
    void eight_threads_at_once_get_the_bytes_of_one(@ForAll("lives") Life life) throws Exception {
        String expected = json(BOOK, life);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> again = () -> json(BOOK, life);
            for (Future<String> answer : threads.invokeAll(Collections.nCopies(16, again))) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Property(tries = 40)
    void the_order_of_the_rules_in_the_files_never_shows(@ForAll("lives") Life life) {
        String expected = json(BOOK, life);
        for (int i = 0; i < SHUFFLED.size(); i++) {
            assertThat(json(SHUFFLED.get(i).get("RCC"), life))
                    .as("rules shuffled with seed %d", FIRST_SHUFFLE + i)
                    .isEqualTo(expected);
        }
    }

    @Property(tries = 1)
    void the_files_of_the_shuffled_packs_differ() {
        assertThat(Stream.concat(Stream.of(PACKS), SHUFFLED.stream())
                        .map(packs -> packs.get("RCC").policy().pack().digest()))
                .doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<Life> lives() {
        return RccLives.of(BOOK.policy());
    }

    private static String json(RuleBook book, Life life) {
        return CaseJson.write(
                "C-1",
                last(book, life, life.complaint(), life.events()),
                book.policy().zone());
    }

    private static Case last(RuleBook book, Life life, Complaint complaint, List<CaseEvent> events) {
        ComplaintDesk desk = ComplaintDesk.under(book)
                .clock(Clock.fixed(life.end(), book.policy().zone()))
                .open();
        desk.receive(complaint);
        events.forEach(event -> desk.handle(complaint.id(), event));
        return desk.find(complaint.id(), life.end()).orElseThrow();
    }
}
