package dev.slipway.run.local.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.run.local.machine.Host;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramFileTest {
    private static final Host HOST = Host.of("Linux", "amd64");

    /** A program for Linux on x64 that names what starts it. */
    private static byte[] program(long table, long start, long length) {
        ByteBuffer head = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        head.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1})
                .putShort(16, (short) 2)
                .putShort(18, (short) 62);
        head.putLong(32, table).putShort(54, (short) 56).putShort(56, (short) 1);
        head.putInt(64, 3).putLong(72, start).putLong(96, length);
        return head.array();
    }

    @ParameterizedTest
    @CsvSource({"150, 10", "70000, 28", "-5, 10", "150, 0", "150, -1", "150, 2147483647", "2147483647, 2147483647"})
    void whatStartsAProgramMayBeNamedAnywhereOrNowhere(long start, long length) {
        assertThat(ProgramFile.isFor(HOST, program(64, start, length))).isTrue();
    }

    @Test
    void whatIsCutOffOrDamagedIsNoProgram() {
        assertThat(ProgramFile.isFor(HOST, program(Long.MAX_VALUE, 150, 10))).isFalse();
        assertThat(ProgramFile.isFor(HOST, program(-1, 150, 10))).isFalse();
        byte[] whole = program(64, 150, 10);
        assertThat(IntStream.range(0, 64).mapToObj(length -> java.util.Arrays.copyOf(whole, length)))
                .noneMatch(head -> ProgramFile.isFor(HOST, head));
    }
}
