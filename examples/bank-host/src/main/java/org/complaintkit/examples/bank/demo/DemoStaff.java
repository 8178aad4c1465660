package org.complaintkit.examples.bank.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.complaintkit.model.Organisation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Who works at the demo's bank, and who may sign in there; the password is the name. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoStaff {
    @Bean
    UserDetailsService staff() {
        return new InMemoryUserDetailsManager(
                person("clerk", "ACCEPTANCE_DEPT"),
                person("auditor", "AUDIT_SUPERVISION"),
                person("head", "COMPLAINED_UNIT", "UNIT_HEAD"),
                person("operator", "OPERATIONS"),
                person("privacy", "DATA_PROTECTION"));
    }

    private static UserDetails person(String name, String... authorities) {
        return User.withUsername(name)
                .password("{noop}" + name)
                .authorities(authorities)
                .build();
    }

    /** Every outlet has a head and a deputy, and stands under the head office. */
    @Bean
    Organisation branches() {
        return new Organisation() {
            @Override
            public List<Holder> holders(String role, String unit, LocalDate day) {
                return unit.isEmpty()
                        ? List.of()
                        : List.of(
                                new Holder("head of " + unit, unit, false),
                                new Holder("deputy of " + unit, unit, false));
            }

            @Override
            public Optional<String> superior(String unit, LocalDate day) {
                return unit.isEmpty() || unit.equals("Head office") ? Optional.empty() : Optional.of("Head office");
            }
        };
    }
}
