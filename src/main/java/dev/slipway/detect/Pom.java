package dev.slipway.detect;

import dev.slipway.source.Finding;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A {@code pom.xml}: elements by their path, with the project's own properties filled in. */
record Pom(Element project) {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}$]+)}");

    /** Says that a file is no XML, and where. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Finding finding;

        Broken(Finding finding) {
            super(finding.toString());
            this.finding = finding;
        }

        Finding finding() {
            return finding;
        }
    }

    static Pom read(SourceText source) throws Broken {
        try {
            return new Pom(builder()
                    .parse(new InputSource(new StringReader(source.text())))
                    .getDocumentElement());
        } catch (SAXParseException wrong) {
            Position place = new Position(Math.max(1, wrong.getLineNumber()), Math.max(1, wrong.getColumnNumber()));
            throw broken(source, new Span(place, 1), wrong);
        } catch (SAXException | IOException | ParserConfigurationException wrong) {
            throw broken(source, Span.START, wrong);
        }
    }

    private static Broken broken(SourceText source, Span span, Exception wrong) {
        String message = "the file is not readable XML: " + wrong.getMessage();
        return new Broken(new Finding("detect", Severity.ERROR, source.name(), span, message, ""));
    }

    /** Entities could read other files or grow without end; a POM needs none. */
    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder;
    }

    /** The text at a path below {@code project}. */
    Optional<String> text(String... path) {
        Optional<Element> here = Optional.of(project);
        for (String name : path) {
            here = here.flatMap(element -> children(element, name).stream().findFirst());
        }
        return here.map(this::content).filter(text -> !text.isEmpty());
    }

    List<String> texts(String parent, String name) {
        return children(project, parent).stream()
                .flatMap(element -> children(element, name).stream())
                .map(this::content)
                .toList();
    }

    /** The plugins of the build, its management and its profiles. */
    List<Element> plugins() {
        return descendants(project, "plugin");
    }

    static Optional<Element> child(Element element, String name) {
        return children(element, name).stream().findFirst();
    }

    static List<Element> children(Element element, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals(name)) {
                found.add(child);
            }
        }
        return found;
    }

    static List<Element> descendants(Element element, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = element.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    String content(Element element) {
        return fill(element.getTextContent().strip().replaceAll("\\s+", " "), 8);
    }

    /** Properties may refer to properties, but not for ever. */
    private String fill(String text, int depth) {
        if (depth == 0 || !text.contains("${")) {
            return text;
        }
        String filled = PROPERTY.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(property(match.group(1)).orElse(match.group())));
        return filled.equals(text) ? text : fill(filled, depth - 1);
    }

    private Optional<String> property(String name) {
        Optional<Element> named = child(project, "properties").flatMap(all -> child(all, name));
        return named.or(() -> name.startsWith("project.")
                        ? child(project, name.substring("project.".length()))
                        : Optional.empty())
                .map(element -> element.getTextContent().strip());
    }
}
