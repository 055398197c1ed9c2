package dev.slipway.run.local.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotesTest {
    @ParameterizedTest
    @CsvSource({
        "aarch64-unknown-linux-gnu, aarch64, true",
        "armv7-unknown-linux-gnueabihf, armv7, true",
        "arm-linux-gnueabihf, armv7, true",
        "aarch64-linux-gnu, armv7, false",
        "i686-linux-gnu, x86_64, false",
        "aarch64-apple-darwin, aarch64, false",
    })
    void aTargetOfLinuxIsAPlaceholderForItsProcessor(String target, String processor, boolean expected) {
        Notes notes = new Notes();
        notes.placeholder(target);
        assertThat(notes.hasPlaceholder(processor)).isEqualTo(expected);
    }
}
