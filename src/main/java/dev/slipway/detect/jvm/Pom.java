package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Fact;
import dev.slipway.source.Finding;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

/**
 * A {@code pom.xml}: elements by their path, with the properties of the project and of its parents filled in.
 *
 * @param project the element at the top
 * @param file its path in the repository
 * @param parent the parent, if it is a file of the repository
 * @param given the properties that {@code .mvn/maven.config} sets, which go before those of any file
 */
record Pom(Element project, String file, Optional<Pom> parent, Map<String, String> given) {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}$]++)}");

    /** A text that fills up beyond this is no name of anything. */
    private static final int LONGEST = 10_000;

    Pom {
        given = Map.copyOf(given);
    }

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

    /** The element at the top of an XML file. */
    static Element read(SourceText source) throws Broken {
        try {
            return builder()
                    .parse(new InputSource(new StringReader(source.text())))
                    .getDocumentElement();
        } catch (SAXParseException wrong) {
            Position place = new Position(Math.max(1, wrong.getLineNumber()), Math.max(1, wrong.getColumnNumber()));
            throw broken(source, new Span(place, 1), wrong);
        } catch (SAXException | IOException | ParserConfigurationException wrong) {
            throw broken(source, Span.START, wrong);
        }
    }

    private static Broken broken(SourceText source, Span span, Exception wrong) {
        String message = "invalid XML: " + wrong.getMessage();
        return new Broken(new Finding("detect", Severity.ERROR, source.name(), span, message, ""));
    }

    /** Entities could read other files or grow without end; a POM needs none. */
    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder;
    }

    /** The folder that it is in; empty for the root of the repository. */
    String folder() {
        return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
    }

    /** A path below its folder, as a path below the repository. */
    String below(String path) {
        return folder().isEmpty() ? path : folder() + "/" + path;
    }

    /** It, its parent, the parent of that, as far as they are in the repository. */
    List<Pom> line() {
        return Stream.iterate(Optional.of(this), Optional::isPresent, pom -> pom.flatMap(Pom::parent))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The text at a path below {@code project}, of this file alone. */
    Optional<Fact<String>> own(String... path) {
        return filled(this, path);
    }

    /** The same, from the nearest of its line that has one. */
    Optional<Fact<String>> inherited(String... path) {
        return line().stream().flatMap(pom -> filled(pom, path).stream()).findFirst();
    }

    private Optional<Fact<String>> filled(Pom pom, String... path) {
        return element(pom.project, path)
                .map(this::content)
                .filter(text -> !text.isEmpty())
                .map(text -> new Fact<>(text, pom.file + " <" + String.join("><", path) + ">"));
    }

    /** Its own version, or the one that it has in common with its parent. */
    Optional<Fact<String>> version() {
        return own("version").or(() -> own("parent", "version")).or(() -> parent.flatMap(Pom::version));
    }

    String artifact() {
        return own("artifactId").map(Fact::value).orElse("");
    }

    /** A property, which its line or the command line of every build sets. */
    Optional<Fact<String>> setting(String name) {
        return Optional.ofNullable(given.get(name))
                .map(value -> new Fact<>(value, ".mvn/maven.config -D" + name))
                .or(() -> inherited("properties", name));
    }

    static Optional<Element> element(Element from, String... path) {
        Optional<Element> here = Optional.of(from);
        for (String name : path) {
            here = here.flatMap(element -> child(element, name));
        }
        return here;
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
        return fill(raw(element));
    }

    static String raw(Element element) {
        return element.getTextContent().strip().replaceAll("\\s++", " ");
    }

    /** The same with {@code *} for the version wherever another text refers to it. */
    Pom anyVersion() {
        Map<String, String> all = new HashMap<>(given);
        all.put("project.version", "*");
        return new Pom(project, file, parent, all);
    }

    /** The text with every property that is known. */
    String fill(String text) {
        return fill(text, 8);
    }

    /** Properties may refer to properties, but not forever. */
    private String fill(String text, int depth) {
        if (depth == 0 || text.length() > LONGEST || !text.contains("${")) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        Matcher match = PROPERTY.matcher(text);
        while (match.find() && filled.length() <= LONGEST) {
            match.appendReplacement(
                    filled, Matcher.quoteReplacement(property(match.group(1)).orElse(match.group())));
        }
        if (filled.length() > LONGEST) {
            return text;
        }
        match.appendTail(filled);
        return filled.toString().equals(text) ? text : fill(filled.toString(), depth - 1);
    }

    private Optional<String> property(String name) {
        Optional<String> set = Optional.ofNullable(given.get(name))
                .or(() -> line().stream()
                        .flatMap(pom -> element(pom.project, "properties", name).stream())
                        .findFirst()
                        .map(Pom::raw));
        return set.or(() -> builtIn(name.replaceFirst("^pom\\.", "project.")));
    }

    private Optional<String> builtIn(String name) {
        return switch (name) {
            case "project.version", "version" ->
                raw(this, "version")
                        .or(() -> raw(this, "parent", "version"))
                        .or(() -> parent.map(pom -> pom.fill("${project.version}")));
            case "project.groupId" -> raw(this, "groupId").or(() -> raw(this, "parent", "groupId"));
            case "project.basedir", "basedir" -> Optional.of(".");
            case "project.build.directory" ->
                line().stream()
                        .flatMap(pom -> raw(pom, "build", "directory").stream())
                        .findFirst()
                        .or(() -> Optional.of("target"));
            case "project.build.finalName" ->
                line().stream()
                        .flatMap(pom -> raw(pom, "build", "finalName").stream())
                        .findFirst()
                        .or(() -> Optional.of("${project.artifactId}-${project.version}"));
            case "project.artifactId" -> raw(this, "artifactId");
            default ->
                name.startsWith("project.")
                        ? line().stream()
                                .flatMap(pom -> raw(
                                        pom, name.substring("project.".length()).split("\\."))
                                        .stream())
                                .findFirst()
                        : Optional.empty();
        };
    }

    private static Optional<String> raw(Pom pom, String... path) {
        return element(pom.project, path).map(Pom::raw).filter(text -> !text.isEmpty());
    }
}
