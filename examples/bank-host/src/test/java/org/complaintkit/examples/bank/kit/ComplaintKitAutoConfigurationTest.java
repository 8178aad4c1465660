package org.complaintkit.examples.bank.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.Sweep;
import org.complaintkit.lifecycle.CaseEvent;
import org.complaintkit.model.Complaint;
import org.complaintkit.policy.Policy;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.repository.InMemoryCaseRepository;
import org.complaintkit.rules.Packs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** A desk from properties, in a host that has nothing else. Its parts are no components, or the service would find them. */
class ComplaintKitAutoConfigurationTest {
    private static final Map<String, Object> RCC = Map.of("complaint-kit.packs", "RCC");

    /** Loaded once for all of them. */
    private static final Packs PACKS = Packs.shipped();

    @AfterAll
    static void close() {
        PACKS.close();
    }

    static class Storage {
        @Bean
        CaseRepository cases() {
            return new InMemoryCaseRepository();
        }
    }

    static class OwnDesk {
        @Bean
        ComplaintDesk own(GoverningPacks packs) {
            return ComplaintDesk.under(packs.books().get(0)).open();
        }
    }

    private static void host(Map<String, Object> settings, Consumer<ApplicationContext> use, Class<?>... sources) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", settings));
            context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
            List.of(sources).forEach(context::register);
            context.registerBean(Packs.class, () -> PACKS, definition -> definition.setDestroyMethodName(""));
            context.register(ComplaintKitAutoConfiguration.class);
            context.refresh();
            use.accept(context);
        }
    }

    private static String failure(Map<String, Object> settings) {
        Throwable thrown = catchThrowable(() -> host(settings, context -> {}, Storage.class));
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, unmakeable) -> {})
                .stream()
                .filter(InvalidInputFailureAnalyzer.class::isInstance)
                .map(analyzer -> analyzer.analyze(thrown))
                .map(analysis -> analysis.getDescription() + " | " + analysis.getAction())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void properties_and_a_repository_make_a_desk() {
        Map<String, Object> settings =
                Map.of("complaint-kit.packs", "RCC,CBR", "complaint-kit.parameters[rcc.major.loss]", "1000");
        host(
                settings,
                context -> {
                    List<Policy> policies =
                            context.getBean(GoverningPacks.class).policies();
                    assertThat(policies).extracting(Policy::id).containsExactly("RCC", "CBR");
                    assertThat(policies.get(0).parameters().text("rcc.major.loss"))
                            .isEqualTo("1000");
                    context.getBean(ComplaintDesk.class)
                            .receive(Complaint.received("1", Instant.parse("2026-03-02T03:00:00Z"), "PHONE")
                                    .build());
                    assertThat(context.getBean(CaseRepository.class).load("1")).isPresent();
                },
                Storage.class);
    }

    @Test
    void without_a_repository_there_is_no_desk_and_one_of_the_hosts_own_stays() {
        host(
                RCC,
                context ->
                        assertThat(context.getBeansOfType(ComplaintDesk.class)).isEmpty());
        host(
                RCC,
                context ->
                        assertThat(context.getBeansOfType(ComplaintDesk.class)).containsOnlyKeys("own"),
                Storage.class,
                OwnDesk.class);
    }

    /** The same store in a service that is started anew with other settings. */
    static class KeptStorage {
        static final CaseRepository KEPT = new InMemoryCaseRepository();

        @Bean
        CaseRepository cases() {
            return KEPT;
        }
    }

    private static Complaint complaint(String id) {
        return Complaint.received(id, Instant.parse("2026-03-02T03:00:00Z"), "PHONE")
                .category("SERVICE_ATTITUDE")
                .build();
    }

    private static void underParameter(String loss, Map<String, Object> further, Consumer<Desks> use) {
        Map<String, Object> settings = new HashMap<>(further);
        settings.put("complaint-kit.packs", "RCC");
        settings.put("complaint-kit.parameters[rcc.major.loss]", loss);
        host(settings, context -> use.accept(context.getBean(Desks.class)), KeptStorage.class);
    }

    @Test
    void a_case_lives_on_under_the_settings_that_decided_it_as_long_as_they_are_named() {
        Instant tuesday = Instant.parse("2026-03-03T03:00:00Z");
        underParameter("1000", Map.of(), desks -> desks.current().receive(complaint("old")));
        underParameter("2000", Map.of(), desks -> {
            CaseEvent event = CaseEvent.of("e1", "CONTACTED", "UNIT_HEAD", tuesday);
            assertThatThrownBy(() -> desks.of("old").handle("old", event)).hasMessageContaining("OTHER_PACKS");
            assertThat(desks.sweep().failures()).hasSize(1).allMatch(failure -> failure.startsWith("old"));
            assertThat(desks.know(desks.current().find("old").orElseThrow())).isFalse();
        });
        Map<String, Object> former = Map.of(
                "complaint-kit.former[0].packs", "RCC", "complaint-kit.former[0].parameters[rcc.major.loss]", "1000");
        underParameter("2000", former, desks -> {
            assertThat(desks.know(desks.current().find("old").orElseThrow())).isTrue();
            desks.of("old").handle("old", CaseEvent.of("e2", "CONTACTED", "UNIT_HEAD", tuesday));
            desks.current().receive(complaint("new"));
            Sweep sweep = desks.sweep();
            assertThat(sweep.failures()).isEmpty();
            assertThat(sweep.cases()).isEqualTo(2);
            assertThat(desks.current().find("old").orElseThrow().parameters()).containsValue(new BigDecimal("1000"));
            assertThat(desks.current().find("new").orElseThrow().parameters()).containsValue(new BigDecimal("2000"));
        });
        Map<String, Object> mistyped =
                Map.of("complaint-kit.former[0].packs", "RCC", "complaint-kit.former[0].parameters[rcc.los]", "1000");
        assertThatThrownBy(() -> underParameter("2000", mistyped, desks -> {}))
                .rootCause()
                .hasMessageContaining("UNKNOWN_PARAMETER");
    }

    /** Who holds a role that only a former pack knows still acts in its cases. */
    @Test
    void the_words_of_former_packs_are_known() {
        Map<String, Object> settings = Map.of("complaint-kit.packs", "RCC", "complaint-kit.former[0].packs", "RCC,FUR");
        host(
                settings,
                context -> {
                    assertThat(context.getBean(GoverningPacks.class)
                                    .vocabulary()
                                    .knows("ROLE", "CARRIER"))
                            .isFalse();
                    assertThat(context.getBean(Desks.class).vocabulary().knows("ROLE", "CARRIER"))
                            .isTrue();
                    assertThat(context.getBean(Desks.class).vocabulary().knows("ROLE", "UNIT_HEAD"))
                            .isTrue();
                },
                Storage.class);
    }

    /** Holds one case, which a newer node has written in words that this one does not know. */
    static class TornStorage {
        @Bean
        CaseRepository cases() {
            CaseRepository whole = new InMemoryCaseRepository();
            ComplaintDesk.under(PACKS.get("RCC")).repository(whole).open().receive(complaint("torn"));
            return (CaseRepository) Proxy.newProxyInstance(
                    CaseRepository.class.getClassLoader(),
                    new Class<?>[] {CaseRepository.class},
                    (self, asked, with) -> {
                        if (asked.getName().equals("load")) {
                            throw InvalidInputException.of("NEWER", "content")
                                    .rule("words of this version")
                                    .wayOut("ask a newer node")
                                    .build();
                        }
                        return asked.invoke(whole, with);
                    });
        }
    }

    @Test
    void a_case_that_no_desk_can_read_fails_once() {
        Map<String, Object> settings = Map.of(
                "complaint-kit.packs", "RCC",
                "complaint-kit.former[0].packs", "RCC",
                "complaint-kit.former[0].parameters[rcc.major.loss]", "1000",
                "complaint-kit.former[1].packs", "RCC",
                "complaint-kit.former[1].parameters[rcc.major.loss]", "2000");
        host(
                settings,
                context -> assertThat(context.getBean(Desks.class).sweep().failures())
                        .singleElement()
                        .asString()
                        .startsWith("torn: "),
                TornStorage.class);
    }

    @Test
    void a_calendar_of_the_banks_own_goes_before_a_packaged_one(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("own.json"), "{\"holidays\":[\"2026-03-03\"],\"knownThrough\":\"2026-12-31\"}");
        Map<String, Object> settings = Map.of(
                "complaint-kit.packs",
                "RCC",
                "complaint-kit.calendars.CN",
                file.toUri().toString());
        host(
                settings,
                context -> assertThat(context.getBean(CalendarRegistry.class)
                                .get("CN")
                                .isWorkingDay(LocalDate.of(2026, 3, 3)))
                        .isFalse());
    }

    @Test
    void a_start_that_fails_says_what_is_wrong_what_is_required_and_what_to_do() {
        assertThat(failure(Map.of("complaint-kit.packs", "RCX")))
                .contains("pack 'RCX'")
                .contains("Expected: one of [")
                .contains(" | ");
        assertThat(failure(Map.of("complaint-kit.packs", "RCC", "complaint-kit.parameters[rcc.major.los]", "1")))
                .contains("complaint-kit.parameters 'rcc.major.los'")
                .endsWith(" | correct its name, or leave it out");
        assertThat(failure(
                        Map.of("complaint-kit.packs", "RCC", "complaint-kit.parameters[rcc.major.complainants]", "1")))
                .contains("rcc.major.complainants '1'");
        assertThat(failure(Map.of())).contains("complaint-kit.packs").contains("at least one pack");
    }
}
