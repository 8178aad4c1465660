package org.complaintkit.examples.bank.outbox;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells how many duties wait and for how long. Up all the same: a receiver that is away is no reason to take the service
 * from the network, and whom to call in the night is for an alarm on the metric {@code bank.outbox.oldest}.
 */
@Component("outboxHealthIndicator")
class OutboxHealth implements HealthIndicator {
    private final Outbox outbox;

    OutboxHealth(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("waiting", outbox.backlog())
                .withDetail("oldestSeconds", outbox.oldest().toSeconds())
                .build();
    }
}
