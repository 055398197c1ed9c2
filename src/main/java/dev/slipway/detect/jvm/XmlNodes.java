package dev.slipway.detect.jvm;

import dev.slipway.source.Node;
import dev.slipway.source.Position;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the elements of a POM as Maven gives them to a plugin: as text, as a list, or as settings by their names. Each knows
 * its line.
 */
final class XmlNodes extends DefaultHandler {
    private static final int DEEPEST = 60;

    private final UnaryOperator<String> filled;
    private final Deque<Open> open = new ArrayDeque<>(List.of(new Open("", Span.START)));
    private Locator locator = new org.xml.sax.helpers.LocatorImpl();

    private XmlNodes(UnaryOperator<String> filled) {
        this.filled = filled;
    }

    /** An element that has not ended. */
    private record Open(String name, Span span, List<Node.Entry> children, StringBuilder text) {
        Open(String name, Span span) {
            this(name, span, new ArrayList<>(), new StringBuilder());
        }
    }

    /**
     * The element at the top of a file; nothing if it is no XML.
     *
     * @param filled a text with its properties filled in
     */
    static Optional<Node> read(SourceText source, UnaryOperator<String> filled) {
        XmlNodes nodes = new XmlNodes(filled);
        try {
            parser().parse(new InputSource(new StringReader(source.text())), nodes);
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            return Optional.empty(); // said where the POM is read
        }
        return nodes.open.getFirst().children().stream().findFirst().map(Node.Entry::value);
    }

    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newSAXParser();
    }

    @Override
    public void setDocumentLocator(Locator found) {
        locator = found;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
        if (open.size() > DEEPEST) {
            throw new SAXException("nested too deeply");
        }
        open.push(new Open(name, new Span(new Position(Math.max(1, locator.getLineNumber()), 1), 1)));
    }

    @Override
    public void characters(char[] text, int start, int length) {
        open.getFirst().text().append(text, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
        Open ended = open.pop();
        open.getFirst().children().add(new Node.Entry(name, ended.span(), node(ended)));
    }

    private Node node(Open element) {
        List<Node.Entry> children = element.children();
        if (children.isEmpty()) {
            String text = filled.apply(element.text().toString().strip());
            boolean flag = text.equals("true") || text.equals("false");
            Node.Scalar.Type type =
                    flag ? Node.Scalar.Type.BOOLEAN : text.isEmpty() ? Node.Scalar.Type.NULL : Node.Scalar.Type.TEXT;
            return new Node.Scalar(type, text, true, element.span());
        }
        if (isList(element.name(), children)) {
            return new Node.Sequence(children.stream().map(Node.Entry::value).toList(), element.span());
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        children.forEach(child -> entries.putIfAbsent(child.key(), child));
        return new Node.Mapping(entries, element.span());
    }

    /** Elements of one name are a list if there are several, or if the element around them has the plural as its name. */
    private static boolean isList(String name, List<Node.Entry> children) {
        String child = children.get(0).key();
        boolean same = children.stream().allMatch(other -> other.key().equals(child));
        boolean plural = name.equals(child + "s")
                || child.endsWith("y") && name.equals(child.substring(0, child.length() - 1) + "ies");
        return same && (children.size() > 1 || plural);
    }
}
