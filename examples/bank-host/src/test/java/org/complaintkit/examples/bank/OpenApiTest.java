package org.complaintkit.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description is stored, served as stored, and true. */
class OpenApiTest {
    private static final JsonNode STORED = stored();

    private static JsonNode stored() {
        return Bank.json(Bank.get("/openapi.json", ""));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode schema(String name) {
        return STORED.path("components").path("schemas").path(name).path("properties");
    }

    @Test
    void what_is_served_is_what_is_stored() throws IOException {
        try (InputStream file = BankHost.class.getResourceAsStream("/static/openapi.json")) {
            assertThat(file).isNotNull();
            assertThat(Bank.get("/openapi.json", "").body())
                    .isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void every_address_of_the_service_is_described_and_no_other() {
        Set<String> described = new TreeSet<>();
        for (String path : names(STORED.path("paths"))) {
            names(STORED.path("paths").path(path)).forEach(method -> described.add(method + " " + path));
        }
        Set<String> served = new TreeSet<>();
        Bank.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getName().startsWith("org.complaintkit.")) {
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> mapping.getPatternValues()
                                        .forEach(
                                                path -> served.add(verb.name().toLowerCase(Locale.ROOT) + " " + path)));
                    }
                });
        assertThat(described).isEqualTo(served).hasSizeGreaterThan(5);
    }

    @Test
    void every_operation_tells_of_errors_of_ours_and_every_write_to_a_case_of_being_overtaken() {
        List<String> overtaken = new ArrayList<>();
        STORED.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    JsonNode responses = operation.path("responses");
                    assertThat(names(responses))
                            .as(operation.path("operationId").asText())
                            .contains("401", "500");
                    if (responses.path("409").path("$ref").asText().endsWith("/Stale")) {
                        overtaken.add(operation.path("operationId").asText());
                    }
                }));
        assertThat(overtaken).containsExactlyInAnyOrder("receive", "happened", "merge", "unmerge", "filed");
    }

    @Test
    void every_reference_leads_somewhere() {
        List<JsonNode> references = STORED.findValues("$ref");
        assertThat(references)
                .hasSizeGreaterThan(50)
                .allSatisfy(reference -> assertThat(
                                STORED.at(reference.asText().substring(1)).isMissingNode())
                        .as(reference.asText())
                        .isFalse());
    }

    @Test
    void every_field_described_is_taken_and_any_other_refused() {
        ObjectNode complaint = example("Complaint");
        complaint.set("complainant", example("Complainant"));
        assertThat(Bank.receive("api-1", complaint.toString()).statusCode()).isEqualTo(201);
        assertThat(Bank.receive("api-2", complaint.put("undescribed", 1).toString())
                        .statusCode())
                .isEqualTo(422);
        assertThat(Bank.post(
                                "/complaints/api-1/events",
                                "head",
                                "e",
                                example("Event").toString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static ObjectNode example(String name) {
        ObjectNode example = Bank.JSON.createObjectNode();
        schema(name).properties().stream()
                .filter(field -> field.getValue().has("examples"))
                .forEach(field -> example.set(
                        field.getKey(), field.getValue().path("examples").get(0)));
        return example;
    }

    @Test
    void a_case_has_the_fields_described() {
        Bank.receive("api-3", Bank.complaint("Outlet Q"));
        JsonNode content = Bank.json(Bank.get("/complaints/api-3", "clerk"));
        assertThat(names(schema("Case"))).containsAll(names(content));
        assertThat(names(content)).containsAll(required("Case"));
        JsonNode line = Bank.json(Bank.get("/worklist?by=2100-01-01T00:00:00Z&limit=1", "clerk"))
                .get(0);
        assertThat(names(line)).containsExactlyInAnyOrderElementsOf(required("Line"));
        JsonNode word = Bank.json(Bank.get("/codes/STATE", "clerk")).get(0);
        assertThat(names(word)).containsExactlyInAnyOrderElementsOf(required("Word"));
    }

    private static List<String> required(String name) {
        List<String> required = new ArrayList<>();
        STORED.path("components")
                .path("schemas")
                .path(name)
                .path("required")
                .forEach(each -> required.add(each.asText()));
        return required;
    }
}
