package dev.slipway.detect.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.shell.Symbols;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenUploadTest {
    @Test
    void whatOnlyARunKnowsOfACommandIsAnEllipsis() {
        String command = "weave -j" + Symbols.UNKNOWN + " all";
        assertThat(new OpenUpload("out/*", List.of(new OpenUpload.Maker("*", command, "ship.yml:3", false))).text())
                .contains("'weave -j… all' (ship.yml:3)");
    }
}
