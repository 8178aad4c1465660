package org.complaintkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The command of the README stops before tests are compiled. A module on its way that wants the tests of another one ends it,
 * and the whole build would not notice: there these tests exist.
 */
class QuickstartCommandTest {
    private static final Path ROOT = Path.of("../..");

    @Test
    void no_module_on_the_way_of_the_command_wants_the_tests_of_another_one() throws Exception {
        Map<String, Path> modules = modules();
        List<String> way = new ArrayList<>(List.of("complaint-quickstart"));
        for (int i = 0; i < way.size(); i++) {
            Document pom = pom(modules.get(way.get(i)));
            for (Element dependency : dependencies(pom.getDocumentElement(), "quickstart")) {
                String artifact = text(dependency, "artifactId");
                if (modules.containsKey(artifact)) {
                    assertThat(List.of(text(dependency, "classifier"), text(dependency, "type")))
                            .as("%s needs %s", way.get(i), artifact)
                            .doesNotContain("tests", "test-jar");
                    if (!way.contains(artifact)) {
                        way.add(artifact);
                    }
                }
            }
        }
        assertThat(way).contains("complaint-rules", "complaint-core", "complaint-calendar");
    }

    @Test
    void what_the_command_runs_is_bound_to_its_last_phase() throws Exception {
        assertThat(Files.readString(ROOT.resolve("README.md"), StandardCharsets.UTF_8))
                .contains("\nmvn -q -Pquickstart -pl examples/quickstart -am process-classes\n");
        Element profile = profile(pom(Path.of("pom.xml")).getDocumentElement(), "quickstart");
        Element execution = (Element) profile.getElementsByTagName("execution").item(0);
        assertThat(text(execution, "phase")).isEqualTo("process-classes");
        assertThat(text(
                        (Element)
                                execution.getElementsByTagName("configuration").item(0),
                        "commandlineArgs"))
                .contains(Quickstart.class.getName());
    }

    /** The POM of each module of this project, by artifact. */
    private static Map<String, Path> modules() throws Exception {
        Map<String, Path> modules = new TreeMap<>();
        List<Path> poms = new ArrayList<>(List.of(ROOT.resolve("pom.xml")));
        for (int i = 0; i < poms.size(); i++) {
            Element project = pom(poms.get(i)).getDocumentElement();
            modules.put(text(project, "artifactId"), poms.get(i));
            for (Element list : children(project, "modules")) {
                for (Element module : children(list, "module")) {
                    poms.add(poms.get(i)
                            .resolveSibling(module.getTextContent().strip())
                            .resolve("pom.xml"));
                }
            }
        }
        return modules;
    }

    /** Its own and those of a profile; those of other profiles do not count. */
    private static List<Element> dependencies(Element project, String profile) {
        List<Element> found = new ArrayList<>();
        List<Element> owners = new ArrayList<>(List.of(project));
        if (!children(project, "profiles").isEmpty() && has(project, profile)) {
            owners.add(profile(project, profile));
        }
        owners.forEach(
                owner -> children(owner, "dependencies").forEach(list -> found.addAll(children(list, "dependency"))));
        return found;
    }

    private static boolean has(Element project, String profile) {
        return profiles(project).stream().anyMatch(each -> text(each, "id").equals(profile));
    }

    private static Element profile(Element project, String id) {
        return profiles(project).stream()
                .filter(each -> text(each, "id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> profiles(Element project) {
        return children(project, "profiles").stream()
                .flatMap(list -> children(list, "profile").stream())
                .toList();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String child) {
        return children(parent, child).stream()
                .findFirst()
                .map(each -> each.getTextContent().strip())
                .orElse("");
    }

    private static Document pom(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
