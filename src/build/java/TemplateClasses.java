import freemarker.core.TemplateElement;
import freemarker.core.TextBlock;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes our own templates as Java, so that a run that uses no template of a project loads no template engine. FreeMarker
 * reads them here, so text and blanks are what it makes of them; what a template prints by calls of {@code Functions} and
 * by components of records is compiled, and a component that does not exist is an error of the build.
 *
 * <p>Text, {@code [=x]}, {@code <#if>}, {@code <#list>} and {@code <#macro>} are understood. Anything else ends the build.
 *
 * <p>Run by the build as {@code java TemplateClasses TEMPLATES SOURCES FOLDER}, before anything else is compiled.
 */
@SuppressWarnings("deprecation") // the engine has no other way to look into a template
final class TemplateClasses {
    private static final String PACKAGE = "dev.slipway.render";

    /** The templates of generated files, with the record that each prints. */
    private static final Map<String, String> TEMPLATES = new TreeMap<>(Map.of(
            "workflow.yml.ftl", "dev.slipway.model.workflow.Workflow",
            "Dockerfile.ftl", "dev.slipway.model.docker.Dockerfile",
            "dockerignore.ftl", "dev.slipway.model.docker.Dockerignore",
            "release-page.md.ftl", "dev.slipway.blueprint.ReleasePage",
            "installer.sh.ftl", "dev.slipway.blueprint.InstallerFacts",
            "installer.ps1.ftl", "dev.slipway.blueprint.InstallerFacts",
            "formula.rb.ftl", "dev.slipway.blueprint.FormulaFacts",
            "winget-version.yaml.ftl", "dev.slipway.blueprint.WingetFacts",
            "winget-installer.yaml.ftl", "dev.slipway.blueprint.WingetFacts",
            "winget-locale.yaml.ftl", "dev.slipway.blueprint.WingetFacts"));

    /** A text, a function, or a path of components that begins with a variable or with the record itself. */
    private static final Pattern WORD = Pattern.compile("\"[^\"\\\\]*\"|(\\w+)\\(|([.]?\\w+)((?:[.]\\w+)*)|[,)]|\\s+");

    private static final Pattern LIST = Pattern.compile("#list (\\S+) as (\\w+)");

    private static final int LONGEST = 4;

    private final String template;
    private final StringBuilder code = new StringBuilder();

    private TemplateClasses(String template) {
        this.template = template;
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("org.freemarker.loggerLibrary", "none");
        Path folder = Files.createDirectories(Path.of(args[2]).resolve(PACKAGE.replace('.', '/')));
        Map<String, String> classes = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : TEMPLATES.entrySet()) {
            String text = Files.readString(Path.of(args[0], entry.getKey()));
            TemplateClasses written = new TemplateClasses(entry.getKey());
            String name = name(entry.getKey());
            classes.put(entry.getKey(), name);
            Files.writeString(
                    folder.resolve(name + ".java"), written.write(name, entry.getValue(), text, Path.of(args[1])));
        }
        Files.writeString(folder.resolve("PreparedTemplates.java"), list(classes));
    }

    /** {@code WingetLocaleYaml} for {@code winget-locale.yaml.ftl}. */
    private static String name(String template) {
        StringBuilder name = new StringBuilder();
        for (String word : template.replaceFirst("\\.ftl$", "").split("[-.]")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.append("Template").toString();
    }

    private static String list(Map<String, String> classes) {
        StringBuilder code = new StringBuilder("package " + PACKAGE + ";\n\n");
        code.append("/** Our own templates, written as Java by TemplateClasses. */\n");
        code.append("final class PreparedTemplates {\n    private PreparedTemplates() {}\n\n");
        code.append("    static java.util.Optional<Prepared> named(String name) {\n        return switch (name) {\n");
        classes.forEach((template, type) ->
                code.append("            case \"" + template + "\" -> java.util.Optional.of(" + type + "::print);\n"));
        code.append("            default -> java.util.Optional.empty();\n        };\n    }\n}\n");
        return code.toString();
    }

    private String write(String name, String record, String text, Path sources) throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        configuration.setOutputFormat(XMLOutputFormat.INSTANCE);
        TemplateElement root = new Template(template, new StringReader(text), configuration).getRootTreeNode();
        List<TemplateElement> macros = new ArrayList<>();
        List<TemplateElement> body = new ArrayList<>();
        for (TemplateElement element : kind(root).equals("MixedContent") ? children(root) : List.of(root)) {
            (kind(element).equals("Macro") ? macros : body).add(element);
        }
        Map<String, String> types = new LinkedHashMap<>();
        types.put("body", record);
        Map<String, String> declared = declared(record.substring(0, record.lastIndexOf('.')), sources);
        for (TemplateElement macro : macros) {
            String type = macro.getDescription().replaceFirst("#macro ", "");
            if (!declared.containsKey(type)) {
                throw unknown(macro);
            }
            types.put("macro" + type, declared.get(type));
        }

        code.append("package " + PACKAGE + ";\n\nimport java.io.IOException;\n\n");
        code.append("/** templates/" + template + ", written as Java by TemplateClasses. */\n");
        code.append("final class " + name + " {\n    private " + name + "() {}\n\n");
        code.append("    /** Prints a record as the template, or a macro of it, says. */\n");
        code.append("    static void print(Record record, Page page) throws IOException {\n");
        code.append("        switch (record.getClass().getName()) {\n");
        types.forEach((method, type) -> code.append(
                "            case \"" + binary(type) + "\" -> " + method + "((" + type + ") record, page);\n"));
        code.append("            default -> throw new IllegalArgumentException(\"" + template
                + " has no macro for \" + record.getClass());\n        }\n    }\n");
        method("body", record, body);
        for (TemplateElement macro : macros) {
            String type = macro.getDescription().replaceFirst("#macro ", "");
            method("macro" + type, declared.get(type), children(macro));
        }
        return code.append("}\n").toString();
    }

    /** The records of a package by their simple names, which are those of macros. */
    private static Map<String, String> declared(String inPackage, Path sources) throws IOException {
        Pattern record = Pattern.compile("(?m)^( *)(?:public )?record (\\w+)[(<]");
        Map<String, String> declared = new TreeMap<>();
        try (Stream<Path> files = Files.list(sources.resolve(inPackage.replace('.', '/')))) {
            for (Path file : files.sorted().toList()) {
                String outer = inPackage + "." + file.getFileName().toString().replaceFirst("\\.java$", "");
                Matcher found = record.matcher(Files.readString(file));
                while (found.find()) {
                    declared.put(found.group(2), found.group(1).isEmpty() ? outer : outer + "." + found.group(2));
                }
            }
        }
        return declared;
    }

    /** {@code a.b.C$D} for {@code a.b.C.D}. */
    private static String binary(String type) {
        return type.replaceFirst("([A-Z]\\w*)\\.", "$1\\$");
    }

    private void method(String name, String type, List<TemplateElement> elements) {
        code.append("\n    private static void " + name + "(" + type + " node, Page page) throws IOException {\n");
        write(elements, 2);
        code.append("    }\n");
    }

    private void write(List<TemplateElement> elements, int depth) {
        for (TemplateElement element : elements) {
            write(element, depth);
        }
    }

    /** Short texts line by line, so that nobody has to look for the ends of lines while they are printed. */
    private void text(String text, int depth) {
        String[] lines = text.split("\n", -1);
        if (lines.length > LONGEST) {
            line(depth, "page.write(" + literal(text) + ");");
            return;
        }
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                line(depth, "page.endLine();");
            }
            if (!lines[i].isEmpty()) {
                line(depth, "page.append(" + literal(lines[i]) + ");");
            }
        }
    }

    private void write(TemplateElement element, int depth) {
        String description = element.getDescription();
        switch (kind(element)) {
            case "Comment" -> {}
            case "MixedContent" -> write(children(element), depth);
            case "TextBlock" -> text(((TextBlock) element).getSource(), depth);
            case "DollarVariable" -> {
                String expression = element.getCanonicalForm();
                line(depth, "page.value(" + java(element, expression.substring(2, expression.length() - 1)) + ");");
            }
            case "IteratorBlock" -> {
                Matcher list = LIST.matcher(description);
                if (!list.matches()) {
                    throw unknown(element);
                }
                line(depth, "for (var " + list.group(2) + " : " + java(element, list.group(1)) + ") {");
                write(children(element), depth + 1);
                line(depth, "}");
            }
            case "IfBlock" -> write(children(element), depth);
            case "ConditionalBlock" -> {
                if (description.equals("#else")) {
                    line(depth, "else {");
                } else if (description.startsWith("#if ")) {
                    line(depth, "if (" + java(element, description.substring(4)) + ") {");
                } else {
                    throw unknown(element);
                }
                write(children(element), depth + 1);
                line(depth, "}");
            }
            default -> throw unknown(element);
        }
    }

    /** An expression in Java: {@code Functions.comment(node.comment())} for {@code comment(.node.comment)}. */
    private String java(TemplateElement element, String expression) {
        StringBuilder java = new StringBuilder();
        Matcher word = WORD.matcher(expression);
        int end = 0;
        while (word.find() && word.start() == end) {
            end = word.end();
            if (word.group(1) != null) {
                java.append("Functions.").append(word.group(1)).append('(');
            } else if (word.group(2) != null) {
                java.append(word.group(2).equals(".node") ? "node" : word.group(2));
                java.append(word.group(3).replaceAll("\\w+", "$0()"));
            } else {
                java.append(word.group());
            }
        }
        if (end < expression.length() || java.indexOf(".") == 0) {
            throw unknown(element);
        }
        return java.toString();
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private void line(int depth, String text) {
        code.append("    ".repeat(depth)).append(text).append('\n');
    }

    private static String kind(TemplateElement element) {
        return element.getClass().getSimpleName();
    }

    private static List<TemplateElement> children(TemplateElement element) {
        List<TemplateElement> children = new ArrayList<>();
        for (int i = 0; i < element.getChildCount(); i++) {
            children.add((TemplateElement) element.getChildAt(i));
        }
        return children;
    }

    private IllegalArgumentException unknown(TemplateElement element) {
        return new IllegalArgumentException(template + ":" + element.getBeginLine() + ": " + element.getDescription()
                + " cannot be written as Java: TemplateClasses says what can");
    }
}
