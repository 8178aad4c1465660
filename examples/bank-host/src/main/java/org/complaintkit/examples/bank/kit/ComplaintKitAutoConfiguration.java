package org.complaintkit.examples.bank.kit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.complaintkit.calendar.CalendarFiles;
import org.complaintkit.calendar.CalendarRegistry;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.desk.ComplaintDesk;
import org.complaintkit.desk.DeskBuilder;
import org.complaintkit.duty.DutyPort;
import org.complaintkit.examples.bank.kit.ComplaintKitProperties.Delivery;
import org.complaintkit.model.Organisation;
import org.complaintkit.repository.CaseRepository;
import org.complaintkit.rules.Packs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;

/**
 * A desk from {@link ComplaintKitProperties} and the host's {@link CaseRepository}; without a repository there is none, so
 * that no case is ever kept in memory by mistake. The host's {@link DutyPort} and {@link Organisation} are used if there
 * are any, and each bean made here steps back for one of the host's own.
 */
@AutoConfiguration
@EnableConfigurationProperties(ComplaintKitProperties.class)
public class ComplaintKitAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Packs complaintPacks() {
        return Packs.onClassPath(ComplaintKitAutoConfiguration.class.getClassLoader());
    }

    @Bean
    @ConditionalOnMissingBean
    GoverningPacks governingPacks(Packs packs, ComplaintKitProperties properties) {
        return GoverningPacks.of(packs, properties.packs(), properties.parameters());
    }

    @Bean
    @ConditionalOnMissingBean
    CalendarRegistry workingCalendars(ComplaintKitProperties properties) {
        CalendarRegistry registry = CalendarRegistry.standard();
        for (Map.Entry<String, Resource> own : properties.calendars().entrySet()) {
            String name = own.getValue().getDescription();
            try (Reader file = new InputStreamReader(own.getValue().getInputStream(), StandardCharsets.UTF_8)) {
                registry = registry.with(CalendarFiles.json(own.getKey(), name, file));
            } catch (IOException e) {
                throw new UncheckedIOException("calendar " + own.getKey() + " in " + name, e);
            }
        }
        return registry;
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DeskFactory deskFactory(
            CalendarRegistry calendars,
            ObjectProvider<DutyPort> dutyPort,
            ObjectProvider<Organisation> organisation,
            Clock clock,
            ComplaintKitProperties properties) {
        return (packs, repository) -> {
            DeskBuilder desk = ComplaintDesk.under(packs.books().toArray(RuleBook[]::new))
                    .calendars(calendars)
                    .repository(repository)
                    .clock(clock);
            dutyPort.ifAvailable(desk::dutyPort);
            organisation.ifAvailable(desk::organisation);
            return properties.delivery() == Delivery.BY_SWEEP ? desk.deliverBySweep() : desk;
        };
    }

    @Bean
    @ConditionalOnBean(CaseRepository.class)
    FormerDesks formerDesks(
            Packs packs, CaseRepository repository, DeskFactory desks, ComplaintKitProperties properties) {
        return FormerDesks.open(properties.former(), packs, repository, desks);
    }

    @Bean
    @ConditionalOnBean(CaseRepository.class)
    @ConditionalOnMissingBean
    ComplaintDesk complaintDesk(
            GoverningPacks packs,
            CaseRepository repository,
            DeskFactory desks,
            FormerDesks former,
            ComplaintKitProperties properties) {
        DeskBuilder desk = desks.under(packs, former.othersOf(repository));
        properties.reporting().forEach(desk::reporting);
        return desk.open();
    }

    @Bean
    @ConditionalOnBean(CaseRepository.class)
    Desks desks(ComplaintDesk current, GoverningPacks packs, FormerDesks former, CaseRepository repository) {
        return new Desks(current, packs, former, repository);
    }

    /** What all desks of the service have in common. */
    @FunctionalInterface
    interface DeskFactory {
        DeskBuilder under(GoverningPacks packs, CaseRepository repository);
    }
}
