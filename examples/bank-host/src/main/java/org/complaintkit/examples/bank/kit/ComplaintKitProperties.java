package org.complaintkit.examples.bank.kit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of a desk.
 *
 * @param packs ids of the packs that govern every case: the institution's own first, that of the highest authority last
 * @param parameters what the institution sets in them, by id, as {@code [rcc.major.loss]}
 * @param former settings that were in force before: cases that were decided under them stay under them
 * @param calendars working calendars of the institution's own in JSON, by id; they go before packaged ones
 * @param zone zone in which the days of answers are written
 * @param delivery when a notice is handed to the duty port
 * @param sweepInterval pause between two sweeps of this node
 * @param reporting institutions or branches that owe the reports of the packs, each with the day since when; none if not
 *     set
 * @param node name of this node, for logs and health
 */
@ConfigurationProperties("complaint-kit")
public record ComplaintKitProperties(
        @DefaultValue List<String> packs,
        @DefaultValue Map<String, String> parameters,
        @DefaultValue List<Former> former,
        @DefaultValue Map<String, Resource> calendars,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("BY_SWEEP") Delivery delivery,
        @DefaultValue("1m") Duration sweepInterval,
        @DefaultValue Map<String, LocalDate> reporting,
        @DefaultValue("node-1") String node) {

    /**
     * Packs and parameters as they were before.
     *
     * @param packs as {@code complaint-kit.packs} was then
     * @param parameters as {@code complaint-kit.parameters} were then
     * @param folders of packs that were others then, each with the files of one, compiled as it was, unless the
     *     compiler is on the class path; the rest is as it is there now
     */
    public record Former(
            @DefaultValue List<String> packs,
            @DefaultValue Map<String, String> parameters,
            @DefaultValue List<Path> folders) {}

    /** When notices leave. */
    public enum Delivery {
        /** With the next sweep, once the case is committed: right for any port. */
        BY_SWEEP,
        /**
         * With the call, and with the sweep what that brings about: right only for a port that writes into the transaction
         * of the call.
         */
        AT_ONCE
    }
}
