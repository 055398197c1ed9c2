package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Generator;
import dev.slipway.render.Renderer;
import dev.slipway.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequiredSettingTest {
    private static List<RequiredSetting> settings(String more) {
        String config = "repository: otto-rs/otto\nrust: {}\n" + more;
        return RequiredSetting.of(new Generator(Renderer.standard())
                .generate(new SourceText("slipway.yml", config))
                .plan());
    }

    @Test
    void withoutAnImageOnlyActionsHaveToBeAllowed() {
        assertThat(settings(""))
                .extracting(RequiredSetting::address)
                .containsExactly(
                        "https://github.com/otto-rs/otto/settings/actions",
                        "https://github.com/organizations/otto-rs/settings/actions");
    }

    @Test
    void thePackageBelongsToTheOwnerInItsName() {
        assertThat(settings("docker: { image: ghcr.io/other/team/otto }\n"))
                .extracting(RequiredSetting::address)
                .endsWith(
                        "https://github.com/organizations/other/settings/packages",
                        "https://github.com/orgs/other/packages/container/team%2Fotto/settings");
    }

    @Test
    void anotherRegistryNeedsSecrets() {
        assertThat(settings("docker: { image: quay.io/otto/otto }\n")).last().satisfies(setting -> {
            assertThat(setting.what()).contains("REGISTRY_TOKEN").endsWith("push to quay.io");
            assertThat(setting.address()).isEqualTo("https://github.com/otto-rs/otto/settings/secrets/actions");
        });
    }
}
