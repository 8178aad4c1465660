package org.complaintkit.examples.bank.outbox;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How duties are sent.
 *
 * @param receiver where to; null: they are only logged
 * @param timeout how long a receiver may take for one; shorter than an hour
 * @param retry wait after a first failure, doubled with each further one up to an hour, which is the most; longer than the
 *     timeout, since meanwhile nobody else sends the same
 * @param interval pause between two looks into the outbox
 * @param retention how long a message that was sent stays, and with it the memory of its key: longer than anything may
 *     lie between a delivery and its repetition
 * @param deletion pause between two looks for messages past it
 * @param deletionBatch how many are deleted in one transaction
 */
@ConfigurationProperties("bank.outbox")
public record OutboxProperties(
        @Nullable URI receiver,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("15s") Duration retry,
        @DefaultValue("2s") Duration interval,
        @DefaultValue("30d") Duration retention,
        @DefaultValue("1h") Duration deletion,
        @DefaultValue("1000") int deletionBatch) {
    /** However often a message failed, it is tried again after so long. */
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    public OutboxProperties {
        if (retry.compareTo(timeout) <= 0 || timeout.compareTo(LONGEST_WAIT) >= 0) {
            throw new IllegalArgumentException(
                    "bank.outbox.retry must be longer than bank.outbox.timeout, and that shorter than an hour:"
                            + " no message waits longer for its next try");
        }
        if (retention.isNegative() || retention.isZero() || deletionBatch < 1) {
            throw new IllegalArgumentException(
                    "bank.outbox.retention must be longer than nothing, bank.outbox.deletion-batch at least 1");
        }
    }
}
