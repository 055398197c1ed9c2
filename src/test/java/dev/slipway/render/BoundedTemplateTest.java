package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.slipway.model.docker.Dockerignore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A project's own template comes to an end, whatever it says. */
class BoundedTemplateTest {
    private static final String NAME = "release-page.md.ftl";
    private static final TemplateBounds SMALL = new TemplateBounds(1_000, 50, 10_000, 64L << 20, Duration.ofSeconds(2));

    record Sample(String name) {}

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    x\\n<#list 1.. as i></#list>                                      ~ 2:1 ~ more than 1000 turns of loops
                    <#list 1..1000000000 as i></#list>                               ~ 1:1 ~ more than 1000 turns of loops
                    <#list 1.. as i><#attempt>[=no]<#recover></#attempt></#list>     ~ 1:1 ~ more than 1000 turns of loops
                    <#macro a>\\n<@a/></#macro>\\n<@a/>                                ~ 1:1 ~ macros inside of one another more than 50 deep
                    <#macro Sample>\\n [=.node]</#macro><#visit .node>                ~ 1:1 ~ macros inside of one another more than 50 deep
                    <#list 1..900 as i>hello hello hello\\n</#list>                   ~ 1:20 ~ prints more than 10000 characters
                    <#list 1..900 as i>hello hello hello</#list>                     ~ 1:20 ~ prints more than 10000 characters
                    [="a"?eval]                                                      ~ 1:1 ~ cannot use '?eval'
                    a [="a"?<#-- so -->interpret]                                    ~ 1:3 ~ cannot use '?interpret'
                    <#list 1..9 as i>\\n[="a"?left_pad(2000000000)]</#list>           ~ 2:1 ~ cannot use '?left_pad'
                    [="a"?rightPad(1000 * 1000)]                                     ~ 1:1 ~ cannot use '?rightPad'
                    a\\n\\n  ~ 1:1 ~ -
                    """)
    void endsAtThePlaceOfTheFault(String template, String place, String message) {
        String text = template.replace("\\n", "\n");
        if (message.equals("-")) {
            assertThat(print(text, SMALL)).isEqualTo("a\n");
            return;
        }
        TemplateFault fault = fault(text, SMALL);
        assertThat(fault).hasMessageContaining(message);
        assertThat(fault.line() + ":" + fault.column()).isEqualTo(place);
        assertThat(fault.help()).isNotEmpty();
    }

    @Test
    void aTemplateDoesNotRecoverFromABound() {
        String swallows = "<#function f>\n<#list 1.. as i></#list><#return 1></#function>"
                + "<#attempt>[=f()]<#recover>so</#attempt>";
        TemplateFault fault = fault(swallows, SMALL);
        assertThat(fault).hasMessageContaining("more than 1000 turns of loops");
        assertThat(fault.line()).isEqualTo(2);
        assertThat(print("<#attempt>[=missing]<#recover>so</#attempt>", SMALL)).isEqualTo("so\n");
    }

    @Test
    void manyStepsAreCountedBeforeOneIsTooMany() {
        assertThat(print("<#list 1..900 as i></#list>x", SMALL)).isEqualTo("x\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#assign s='aaaaaaaaaa'>\n<#list 1..40 as i><#assign s=s+s></#list>[=s]",
                "[=(1..1000000000)?filter(x -> (1..1000000000)?seq_contains(-1))?size]",
                "[=(1..1000000000)?join(',')]"
            })
    void whatASingleExpressionMakesIsBoundedByMemory(String template) {
        assertThat(fault(template, SMALL)).hasMessageContaining("more than 64 MiB of memory");
    }

    @Test
    void whatNeedsNoMemoryIsBoundedByTime() {
        String slow = "x\n[=\"" + "a".repeat(200) + "\"?matches(\"(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)b\")?string]";
        TemplateBounds short_ = new TemplateBounds(1_000, 50, 10_000, 1L << 40, Duration.ofMillis(200));
        TemplateFault fault = fault(slow, short_);
        assertThat(fault).hasMessageContaining("is not printed after");
        assertThat(fault.line()).isEqualTo(2);
    }

    @Test
    void isReadOnlySoDeep() {
        String deep = "[=" + "(".repeat(300_000) + "1" + ")".repeat(300_000) + "]";
        assertThat(fault(deep, TemplateBounds.STANDARD)).hasMessageContaining("nests too deeply");
    }

    @Test
    void aFunctionThatCallsItselfEndsAtItsPlace() {
        TemplateFault fault =
                fault("a\n<#function f x><#return f(x) + f(x)></#function>\n[=f(1)]", TemplateBounds.STANDARD);
        assertThat(fault).hasMessageContaining("calls itself without end");
        assertThat(fault.line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "[=comment(nope!)]"})
    void anEmptyFileIsNoFile(String template) {
        assertThat(fault(template, SMALL)).hasMessage("the template prints nothing");
    }

    @Test
    void noFileHoldsHalfACharacterOrALineEndOfItsOwn() {
        TemplateFault cr = fault("a\r\nb\rc\r\n", SMALL);
        assertThat(cr).hasMessageContaining("carriage return");
        assertThat(cr.line() + ":" + cr.column()).isEqualTo("2:2");
        TemplateFault half = fault("a\nb \uD83D c\n", SMALL);
        assertThat(half).hasMessageContaining("U+D83D");
        assertThat(print("a \uD83D\uDE00\r\nb\r\n", SMALL)).isEqualTo("a \uD83D\uDE00\nb\n");
    }

    @Test
    void aMessageIsALineForPeople() {
        assertThat(fault("<#stop \"" + "A".repeat(20_000) + "\">", SMALL).getMessage())
                .hasSizeLessThan(400);
        for (String template : List.of(
                "[=.data_model]",
                "[=.main?upper_case]",
                "[=comment()]",
                "[=comment(.main)]",
                "[=given({})]",
                "<#assign x>[=.node]</#assign>",
                "[=code(1..3)]",
                "[=.node?api.x]")) {
            assertThat(fault(template, SMALL).getMessage())
                    .isNotBlank()
                    .doesNotContain("wrapper", "class ", "freemarker", "java.", "f.c.", "d.s.", "$", "@");
        }
    }

    @Test
    void whatATemplateGivesToAFunctionIsItsText() {
        assertThat(print("[=comment(\"so\")]\n[=bare(3)]\n", SMALL)).isEqualTo("<!--\nso\n-->\n3\n");
    }

    @Test
    void ourOwnTemplatesHaveNoBounds() {
        TemplateBounds none = new TemplateBounds(0, 0, 0, 0, Duration.ZERO);
        Dockerignore all = new Dockerignore("all", List.of("*"));
        assertThat(Renderer.withOverrides(name -> Optional.empty(), none).dockerignore(all))
                .isEqualTo(Renderer.standard().dockerignore(all));
    }

    private static String print(String template, TemplateBounds bounds) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> Renderer.withOverrides(name -> Optional.of(template), bounds)
                        .page(NAME, new Sample("x")));
    }

    private static TemplateFault fault(String template, TemplateBounds bounds) {
        return catchThrowableOfType(TemplateFault.class, () -> print(template, bounds));
    }
}
