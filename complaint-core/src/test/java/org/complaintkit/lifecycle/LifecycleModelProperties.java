package org.complaintkit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.deadline.Deadline;
import org.complaintkit.deadline.DeadlineState;
import org.complaintkit.fixture.TestRules;
import org.complaintkit.model.Complainant;
import org.complaintkit.model.Complaint;
import org.complaintkit.model.Organisation;
import org.complaintkit.model.Personal;

/** Chains of events through the lifecycle and through {@link LifecycleModel}, which knows no tables. */
class LifecycleModelProperties {
    private static final Lifecycle LIFECYCLE =
            new Lifecycle(List.of(TestRules.book()), CalendarRegistry.standard(), Organisation.UNKNOWN);
    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    @Property(tries = 300)
    void the_lifecycle_does_what_the_model_does(@ForAll("chains") ActionChain<Both> chain) {
        Both end = chain.run();

        assertThat(end.real.events()).hasSizeLessThanOrEqualTo(31);
    }

    @Provide
    Arbitrary<ActionChain<Both>> chains() {
        return Arbitraries.oneOf(chain(true, false), chain(false, false), chain(true, true), chain(false, true));
    }

    private static Arbitrary<ActionChain<Both>> chain(boolean reachable, boolean forwarded) {
        return ActionChain.startWith(() -> new Both(reachable, forwarded))
                .withAction(9, new Happens())
                .withAction(3, new Follows())
                .withAction(2, new Lapses())
                .withMaxTransformations(30);
    }

    /** The real case and the model of it, side by side. */
    private static final class Both {
        final LifecycleModel model;
        Case real;

        Both(boolean reachable, boolean forwarded) {
            model = new LifecycleModel(reachable, forwarded);
            real = LIFECYCLE
                    .receive(Complaint.received("C-1", MONDAY, forwarded ? "GOVERNMENT" : "TELEPHONE")
                            .complainant(new Complainant(
                                    "INDIVIDUAL", !reachable, reachable, false, Personal.none(), Personal.none()))
                            .category("SERVICE")
                            .build())
                    .now();
        }

        void happen(String type, boolean grounded, Instant at) {
            pass(at);
            Map<String, Object> data = grounded ? Map.of("ground", "COMPLEX") : Map.of();
            Outcome outcome =
                    LIFECYCLE.handle(real, new CaseEvent("e" + real.events().size(), type, "UNIT", "", at, at, data));
            assertThat(outcome.effective()).as(type).isEqualTo(model.happen(type, grounded, at));
            real = outcome.now();
            model.visit(visitDay(), at);
            same();
        }

        void pass(Instant until) {
            real = LIFECYCLE.advance(real, until).now();
            model.visit(visitDay(), until);
            same();
        }

        private Instant visitDay() {
            return real.deadlines().stream()
                    .filter(deadline -> deadline.id().equals("T-D06"))
                    .map(Deadline::targetDay)
                    .findFirst()
                    .orElse(Instant.MAX);
        }

        private void same() {
            assertThat(real.state()).isEqualTo(model.state());
            assertThat(real.round()).isEqualTo(model.round());
            Deadline reply = real.deadlines().stream()
                    .filter(deadline -> deadline.id().equals("T-D01"))
                    .findFirst()
                    .orElseThrow();
            assertThat(reply.state(real.advancedTo()))
                    .isEqualTo(model.reply(reply.limit().at(), real.advancedTo()));
            assertThat(real.escalations().stream()
                            .filter(each -> each.id().equals("T-E01") && each.round() == real.round()))
                    .hasSize(reply.state(real.advancedTo()) == DeadlineState.BREACHED ? 1 : 0);
        }
    }

    /** Any event of the model, a while later. */
    private static final class Happens implements Action.Independent<Both> {
        @Override
        public Arbitrary<Transformer<Both>> transformer() {
            return events(Arbitraries.of(LifecycleModel.EVENTS));
        }
    }

    /** Events that lead on, so that chains get far. */
    private static final class Follows implements Action.Independent<Both> {
        @Override
        public Arbitrary<Transformer<Both>> transformer() {
            return events(
                    Arbitraries.of("REPLIED_TO_CUSTOMER", "REPLIED_TO_FORWARDER", "RECORD_FILED", "CLOSED_EVENT"));
        }
    }

    private static Arbitrary<Transformer<Both>> events(Arbitrary<String> types) {
        return Combinators.combine(
                        types,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 3 * 24 * 60))
                .as((type, grounded, minutes) -> Transformer.mutate(
                        type + " after " + minutes + " minutes",
                        both -> both.happen(
                                type, grounded, both.real.advancedTo().plus(Duration.ofMinutes(minutes)))));
    }

    /** Only time passes. */
    private static final class Lapses implements Action.Independent<Both> {
        @Override
        public Arbitrary<Transformer<Both>> transformer() {
            return Arbitraries.integers()
                    .between(1, 15)
                    .map(days -> Transformer.mutate(
                            days + " days",
                            both -> both.pass(both.real.advancedTo().plus(Duration.ofDays(days)))));
        }
    }
}
