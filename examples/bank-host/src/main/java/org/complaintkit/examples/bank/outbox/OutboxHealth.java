package org.complaintkit.examples.bank.outbox;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Tells how many duties wait and for how long. Up all the same: a receiver that is away is no reason to take the service
 * from the network, and whom to call in the night is for an alarm on the metric {@code bank.outbox.oldest}. Down when the
 * table cannot be asked.
 */
@Component("outboxHealthIndicator")
class OutboxHealth extends AbstractHealthIndicator {
    private final Outbox outbox;

    OutboxHealth(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up()
                .withDetail("waiting", outbox.backlog())
                .withDetail("oldestSeconds", outbox.oldest().toSeconds());
    }
}
