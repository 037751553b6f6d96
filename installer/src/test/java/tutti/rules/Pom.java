package tutti.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A project file of Maven, as far as the rules look into it. */
record Pom(Path file, Element project) {

    static Pom read(Path file) {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile());
            return new Pom(file, document.getDocumentElement());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** All elements of that name, however deep. */
    List<Element> all(String name) {
        NodeList nodes = project.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }

    /** The text of a child, if there is such a child. */
    static Optional<String> text(Element element, String child) {
        return children(element)
                .filter(node -> node.getTagName().equals(child))
                .map(node -> node.getTextContent().strip())
                .findFirst();
    }

    /** Whether an element of that name stands somewhere around this one. */
    static boolean isWithin(Element element, String name) {
        return element.getParentNode() instanceof Element parent
                && (parent.getTagName().equals(name) || isWithin(parent, name));
    }

    static Stream<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** A version, with the property that it names put in. */
    String resolved(String version) {
        return version.startsWith("${")
                ? all(version.substring(2, version.length() - 1)).stream()
                        .findFirst()
                        .map(Element::getTextContent)
                        .orElse(version)
                : version;
    }
}
