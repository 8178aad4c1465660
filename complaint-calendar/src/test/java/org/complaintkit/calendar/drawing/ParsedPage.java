package org.complaintkit.calendar.drawing;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page, read by a parser that takes well-formed XML only. */
record ParsedPage(Document document) {
    static ParsedPage of(String page) throws Exception {
        return new ParsedPage(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page))));
    }

    /** Names of all elements, in order. */
    List<String> elements() {
        List<String> names = new ArrayList<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            names.add(all.item(i).getNodeName());
        }
        return names;
    }

    String text(String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }

    /** Names of the attributes of the first such element, sorted. */
    List<String> attributes(String element) {
        var attributes = document.getElementsByTagName(element).item(0).getAttributes();
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            names.add(attributes.item(i).getNodeName());
        }
        return List.copyOf(names);
    }

    /** Texts of the cells of a class, in order, their parts joined by blanks. */
    List<String> cells(String kind) {
        List<String> texts = new ArrayList<>();
        NodeList cells = document.getElementsByTagName("td");
        for (int i = 0; i < cells.getLength(); i++) {
            Element cell = (Element) cells.item(i);
            if (List.of(cell.getAttribute("class").split(" ")).contains(kind)) {
                List<String> parts = new ArrayList<>();
                NodeList children = cell.getChildNodes();
                for (int j = 0; j < children.getLength(); j++) {
                    parts.add(children.item(j).getTextContent().strip());
                }
                texts.add(String.join(" ", parts).replaceAll("\\s+", " ").strip());
            }
        }
        return texts;
    }
}
