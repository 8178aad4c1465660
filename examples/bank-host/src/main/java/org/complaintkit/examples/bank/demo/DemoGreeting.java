package org.complaintkit.examples.bank.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to look. */
@Component
@Profile("demo")
class DemoGreeting {
    private final Environment environment;

    DemoGreeting(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        String address = "http://localhost:" + environment.getProperty("local.server.port");
        System.out.printf("""

                The bank is open. Its staff: clerk, head, auditor, operator and privacy; each one's password is the name.

                  what it takes      %1$s/openapi.json
                  codes in Chinese   curl -u clerk:clerk -H 'Accept-Language: zh-CN' %1$s/codes/CATEGORY
                  a complaint        curl -u clerk:clerk -H 'Idempotency-Key: 2026-0001' -H 'Content-Type: application/json' \\
                                       -d '{"receivedAt":"2026-03-02T10:20:00+08:00","channel":"PHONE","intakeCategories":["SERVICE_ATTITUDE"],"unit":"Outlet 12"}' \\
                                       %1$s/complaints
                  what is late       curl -u clerk:clerk '%1$s/worklist?by=2026-12-31T00:00:00Z'
                  reports owed       curl -u clerk:clerk '%1$s/institutions/HEAD-OFFICE/reports?from=2026-01-01&to=2026-12-31'
                  health             %1$s/actuator/health
                  metrics            curl -u operator:operator %1$s/actuator/metrics/complaint.overdue

                Ctrl-C stops it.
                %n""", address);
    }
}
