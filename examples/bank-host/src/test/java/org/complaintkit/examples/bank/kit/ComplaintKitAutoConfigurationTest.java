package org.complaintkit.examples.bank.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.desk.ComplaintDesk;
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
