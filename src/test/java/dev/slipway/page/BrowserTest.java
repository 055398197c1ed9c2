package dev.slipway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.Validator;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.report.TagSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/** The page as a person uses it: in a browser, by mouse and keyboard, wide and narrow, light and dark. */
@Tag("bash")
class BrowserTest {
    private static final int TAB = 9;

    /** Everything that is read, without the spaces that differ if the script has created an element again. */
    private static final String READ = "document.querySelector('main').textContent.replace(/\\s+/g, '')";

    @TempDir
    Path folder;

    private Path page(String tag) throws IOException {
        Generation generation = Examples.otto();
        TagSimulator simulator = new TagSimulator(
                generation.plan(),
                generation.blueprint().release(),
                generation.release(),
                List.of(),
                Optional.of(
                        ReleasedVersions.of(List.of("v0.6.3"), generation.plan().tags())));
        Sheet sheet = Sheet.of(
                "p1",
                "slipway.yml",
                generation,
                simulator,
                Optional.of(tag),
                List.of("v0.6.4-rc.1"),
                new Validator(LocalDate.of(2026, 12, 1)).check(generation));
        return Files.writeString(folder.resolve(tag + ".html"), new PlanPage("0.1.0", List.of(sheet)).html());
    }

    @Test
    void thePageFollowsTheTagThatIsTyped() throws Exception {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "skipped: no Chromium to open the page in");
        try (Chromium browser = new Chromium(program.get(), folder)) {
            browser.window(1280, 900, "light");
            Path page = page("v0.6.4");
            browser.open(page);

            assertThat(browser.evaluate(READ).asString())
                    .as("the script changes nothing that Java has said")
                    .isEqualTo(browser.evaluate("new DOMParser().parseFromString("
                                    + new ObjectMapper().writeValueAsString(Files.readString(page))
                                    + ", 'text/html')." + READ.substring("document.".length()))
                            .asString());
            assertThat(browser.text("[data-outcome]")).contains("creates the release 0.6.4");
            assertThat(browser.text("[data-tags]")).startsWith("latest moves here");

            browser.press("Tab", TAB);
            assertThat(browser.evaluate("document.activeElement.className").asString())
                    .isEqualTo("skip");
            browser.press("Tab", TAB);
            assertThat(browser.evaluate("document.activeElement.tagName").asString())
                    .isEqualTo("INPUT");
            browser.type("nightly");
            assertThat(browser.text("[data-outcome]")).startsWith("pushing 'nightly' starts nothing");
            assertThat(browser.text("[data-count=files]")).isEqualTo("0");
            assertThat(shown(browser, "[data-files]")).isFalse();
            assertThat(shown(browser, "#p1-files .empty")).isTrue();
            assertThat(browser.evaluate("document.querySelector('svg [data-job=docker]').dataset.runs")
                            .asString())
                    .isEqualTo("no");

            browser.click("button[data-tag='v0.6.4-rc.1']");
            assertThat(browser.evaluate("document.querySelector('input').value").asString())
                    .isEqualTo("v0.6.4-rc.1");
            assertThat(browser.text("[data-outcome]")).contains("creates the prerelease 0.6.4-rc.1");
            assertThat(browser.text("[data-files]")).contains("otto-v0.6.4-rc.1-linux-arm64.tar.gz.sha256");
            assertThat(browser.text("[data-tags]")).doesNotContain("latest");
            assertThat(browser.text("[data-staying]")).isEqualTo("Not moved by a prerelease: latest, 0.6");
            assertThat(shown(browser, "[data-files]")).isTrue();

            browser.evaluate("document.querySelector('#p1-file1').open = false");
            browser.click(".findings a");
            assertThat(browser.evaluate("document.querySelector('#p1-file1').open")
                            .asBoolean())
                    .isTrue();
            assertThat(browser.evaluate("document.querySelector(':target').getBoundingClientRect().top < 900")
                            .asBoolean())
                    .isTrue();

            String light = ground(browser);
            browser.window(360, 640, "dark");
            assertThat(ground(browser)).isNotEqualTo(light);
            browser.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .as("nothing sticks out of a narrow window")
                    .isLessThanOrEqualTo(360);

            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static boolean shown(Chromium browser, String selector) throws InterruptedException {
        return browser.evaluate("document.querySelector(\"" + selector + "\").offsetParent !== null")
                .asBoolean();
    }

    private static String ground(Chromium browser) throws InterruptedException {
        return browser.evaluate("getComputedStyle(document.body).backgroundColor")
                .asString();
    }
}
