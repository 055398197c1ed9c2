package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.render.Renderer;
import dev.slipway.source.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own templates as Java, which {@code src/build/java/TemplateClasses.java} writes, print what FreeMarker prints. */
class PreparedTemplatesTest {
    private static final Path TEMPLATES = Path.of("templates");

    static List<Path> configs() {
        return Examples.configs();
    }

    @ParameterizedTest
    @MethodSource("configs")
    void everyExampleIsPrintedAsByTheTemplateEngine(Path config) {
        SourceText source = new SourceText("slipway.yml", Examples.read(config));
        Renderer engine = Renderer.withOverrides(name -> Optional.of(Examples.read(TEMPLATES.resolve(name))));

        assertThat(new Generator(Renderer.standard()).generate(source).files())
                .isEqualTo(new Generator(engine).generate(source).files());
    }

    /** What cannot be written as Java ends the build at its line, rather than being left out. */
    @Test
    void whatIsNotUnderstoodEndsTheBuild(@TempDir Path scratch) throws Throwable {
        Path templates = Files.createDirectories(scratch.resolve("templates"));
        for (String name : Renderer.TEMPLATES) {
            Files.copy(TEMPLATES.resolve(name), templates.resolve(name));
        }
        Method main = tool(scratch.resolve("tool"));
        write(main, templates, scratch.resolve("written"));
        assertThat(scratch.resolve("written/dev/slipway/render/PreparedTemplates.java"))
                .content()
                .contains(Renderer.TEMPLATES);

        for (String line : List.of(
                "[=.node.comment?trim]",
                "[=.node.comment + \"x\"]",
                "<#assign x = 1>",
                "<#if .node.comment == \"\"><#elseif given(.node.comment)></#if>",
                "<#list .node.patterns as x>[=x]<#sep>, </#list>",
                "<#macro Unheard></#macro>")) {
            Files.writeString(templates.resolve("dockerignore.ftl"), "a\n" + line + "\n");
            assertThatThrownBy(() -> write(main, templates, scratch.resolve("again")))
                    .as(line)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("dockerignore.ftl:2: ");
        }
    }

    private static void write(Method main, Path templates, Path into) throws Throwable {
        try {
            main.invoke(null, (Object) new String[] {templates.toString(), "src/main/java", into.toString()});
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Method tool(Path into) throws IOException, ReflectiveOperationException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        said,
                        said,
                        "-proc:none",
                        "-d",
                        into.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "src/build/java/TemplateClasses.java");
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        ClassLoader loader =
                new URLClassLoader(new URL[] {into.toUri().toURL()}, PreparedTemplatesTest.class.getClassLoader());
        Method main = loader.loadClass("TemplateClasses").getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        return main;
    }
}
