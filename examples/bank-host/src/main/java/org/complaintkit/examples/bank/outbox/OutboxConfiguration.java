package org.complaintkit.examples.bank.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** The outbox, its receiver and its schedule. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxConfiguration.class);

    @Bean
    Receiver receiver(OutboxProperties properties) {
        return properties.receiver() == null
                ? (key, content) -> LOG.atInfo().addKeyValue("key", key).log("duty, and no receiver is set")
                : new HttpReceiver(properties.receiver(), properties.timeout());
    }

    @Bean
    OutboxRelay outboxRelay(Outbox outbox, Receiver receiver, MeterRegistry metrics) {
        return new OutboxRelay(outbox, receiver, metrics);
    }

    @Bean
    SchedulingConfigurer outboxSchedule(OutboxRelay relay, OutboxProperties properties) {
        return tasks -> {
            tasks.addFixedDelayTask(relay::run, properties.interval());
            tasks.addFixedDelayTask(relay::tidy, properties.deletion());
        };
    }

    @Bean
    MeterBinder outboxBacklog(Outbox outbox) {
        return metrics -> {
            Gauge.builder("bank.outbox.backlog", outbox, Outbox::backlog)
                    .description("duties that wait to be sent")
                    .register(metrics);
            Gauge.builder("bank.outbox.oldest", outbox, each -> each.oldest().toSeconds())
                    .description("how long the oldest of them has waited")
                    .baseUnit("seconds")
                    .register(metrics);
        };
    }
}
