package dev.slipway.run.local;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The hash function BLAKE3, with 32 bytes of output and no key.
 *
 * @see <a href="https://github.com/BLAKE3-team/BLAKE3-specs">its specification</a>
 */
final class Blake3 {
    private static final int BLOCK = 64;
    private static final int CHUNK = 1024;
    private static final int FIRST_BLOCK = 1;
    private static final int LAST_BLOCK = 2;
    private static final int PARENT = 4;
    private static final int ROOT = 8;
    private static final int[] START = {
        0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19
    };
    private static final int[] ORDER = {2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8};
    private static final int ROUNDS = 7;

    private Blake3() {}

    /** In hexadecimal. */
    static String of(byte[] data) {
        ByteBuffer bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(node(data, 0, data.length).value(ROOT)).forEach(bytes::putInt);
        return HexFormat.of().formatHex(bytes.array());
    }

    /** What is left to compress of a part of the data; the root is compressed with one flag more. */
    private record Node(int[] before, int[] words, long number, int length, int flags) {
        int[] value(int more) {
            return compressed(before, words, number, length, flags | more);
        }
    }

    /** The part that begins here, which is a multiple of chunks away from the beginning of the data. */
    private static Node node(byte[] data, int from, int length) {
        if (length <= CHUNK) {
            return chunk(data, from, length);
        }
        int left = CHUNK * Integer.highestOneBit((length - 1) / CHUNK);
        int[] both = Arrays.copyOf(node(data, from, left).value(0), 16);
        System.arraycopy(node(data, from + left, length - left).value(0), 0, both, 8, 8);
        return new Node(START, both, 0, BLOCK, PARENT);
    }

    private static Node chunk(byte[] data, int from, int length) {
        int[] value = START;
        int flags = FIRST_BLOCK;
        int at = 0;
        while (length - at > BLOCK) {
            value = compressed(value, words(data, from + at, BLOCK), from / CHUNK, BLOCK, flags);
            flags = 0;
            at += BLOCK;
        }
        return new Node(value, words(data, from + at, length - at), from / CHUNK, length - at, flags | LAST_BLOCK);
    }

    private static int[] words(byte[] data, int from, int length) {
        byte[] block = Arrays.copyOf(Arrays.copyOfRange(data, from, from + length), BLOCK);
        int[] words = new int[16];
        ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
        return words;
    }

    private static int[] compressed(int[] before, int[] words, long number, int length, int flags) {
        int[] state = Arrays.copyOf(before, 16);
        System.arraycopy(START, 0, state, 8, 4);
        state[12] = (int) number;
        state[13] = (int) (number >>> 32);
        state[14] = length;
        state[15] = flags;
        int[] now = words;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < 4; i++) {
                mix(state, new int[] {i, 4 + i, 8 + i, 12 + i}, now[2 * i], now[2 * i + 1]);
            }
            for (int i = 0; i < 4; i++) {
                int[] diagonal = {i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4};
                mix(state, diagonal, now[8 + 2 * i], now[9 + 2 * i]);
            }
            int[] next = new int[16];
            for (int i = 0; i < 16; i++) {
                next[i] = now[ORDER[i]];
            }
            now = next;
        }
        int[] value = new int[8];
        for (int i = 0; i < 8; i++) {
            value[i] = state[i] ^ state[i + 8];
        }
        return value;
    }

    private static void mix(int[] state, int[] at, int x, int y) {
        int a = at[0];
        int b = at[1];
        int c = at[2];
        int d = at[3];
        state[a] += state[b] + x;
        state[d] = Integer.rotateRight(state[d] ^ state[a], 16);
        state[c] += state[d];
        state[b] = Integer.rotateRight(state[b] ^ state[c], 12);
        state[a] += state[b] + y;
        state[d] = Integer.rotateRight(state[d] ^ state[a], 8);
        state[c] += state[d];
        state[b] = Integer.rotateRight(state[b] ^ state[c], 7);
    }
}
