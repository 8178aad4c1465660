package org.complaintkit.examples.bank.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who comes in. A bank puts its own sign-in in the place of {@code httpBasic}, such as {@code oauth2ResourceServer}, and
 * maps its groups to authorities named like the roles of the policies.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    SecurityFilterChain security(HttpSecurity http, JsonMapper json) throws Exception {
        return http.authorizeHttpRequests(paths -> paths.requestMatchers("/openapi.json", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority("OPERATIONS")
                        .requestMatchers("/complaints/*/export", "/staff/**")
                        .hasAuthority("DATA_PROTECTION")
                        .requestMatchers(HttpMethod.POST, "/complaints/*/erasure")
                        .hasAuthority("DATA_PROTECTION")
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, e) -> {
                    response.setHeader("WWW-Authenticate", "Basic realm=\"complaints\"");
                    refuse(response, HttpStatus.UNAUTHORIZED, "SIGN_IN", "sign in first", json);
                }))
                .exceptionHandling(errors -> errors.accessDeniedHandler((request, response, e) ->
                        refuse(response, HttpStatus.FORBIDDEN, "NOT_YOURS", "ask for the right to do this", json)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // no cookie signs anybody in
                .headers(Customizer.withDefaults())
                .build();
    }

    private static void refuse(
            HttpServletResponse response, HttpStatus status, String code, String detail, JsonMapper json)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Problems.problem(status, code, detail));
    }
}
