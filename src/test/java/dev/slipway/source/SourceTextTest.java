package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void leavesTheByteOrderMarkOut() {
        byte[] bytes = "\uFEFFname: otto\n".getBytes(StandardCharsets.UTF_8);
        assertThat(SourceText.decode("a.yml", bytes).text()).isEqualTo("name: otto\n");
    }

    @Test
    void pointsAtTheFirstByteThatIsNotUtf8() {
        byte[] bytes = "name: otto\r\nx: é?\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xE9;
        assertThatThrownBy(() -> SourceText.decode("a.yml", bytes))
                .isInstanceOf(InvalidSource.class)
                .hasMessage("a.yml:2:5: error: byte 0xE9 is not UTF-8 [yaml]");
    }

    @Test
    void pointsAtACharacterThatIsCutShort() {
        assertThatThrownBy(() -> SourceText.decode("a.yml", new byte[] {'a', (byte) 0xE2, (byte) 0x82}))
                .hasMessage("a.yml:1:2: error: byte 0xE2 is not UTF-8 [yaml]");
    }

    @Test
    void recognisesUtf16() {
        assertThatThrownBy(() -> SourceText.decode("a.yml", "name: otto".getBytes(StandardCharsets.UTF_16)))
                .hasMessage("a.yml:1:1: error: the file is UTF-16 [yaml]");
    }

    @Test
    void countsTheSameLinesWhateverEndsThem() {
        assertThat(new SourceText("a", "x\r\ny\rz\n").lines()).containsExactly("x", "y", "z", "");
        assertThat(new SourceText("a", "x\r\ny").line(2)).isEqualTo("y");
        assertThat(new SourceText("a", "x").line(9)).isEmpty();
    }
}
