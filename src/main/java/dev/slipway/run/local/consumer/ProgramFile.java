package dev.slipway.run.local.consumer;

import dev.slipway.run.local.machine.Host;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A program, by the first bytes of its file.
 *
 * @param system {@code linux}, {@code freebsd}, {@code macos} or {@code windows}
 * @param processors {@code amd64} and the like; several in one of macOS that is for all
 * @param interpreter the program that the system starts first, such as {@code /lib64/ld-linux-x86-64.so.2}
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html">ELF</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/debug/pe-format">PE</a>
 */
public record ProgramFile(String system, Set<String> processors, Optional<String> interpreter) {
    /** So many bytes say what a file is. */
    public static final int LONGEST_HEADER = 1 << 16;

    private static final int ELF = 0x7f454c46;
    private static final int MACH_O_64 = 0xcffaedfe;
    private static final int MACH_O_32 = 0xcefaedfe;
    private static final int MACH_O_MANY = 0xcafebabe;
    private static final int MZ = 0x4d5a;
    private static final int PE = 0x50450000;
    private static final int PE_LIBRARY = 0x2000;

    private static final Map<Integer, String> ELF_MACHINES = Map.of(
            3,
            "i686",
            62,
            "amd64",
            40,
            "arm",
            183,
            "arm64",
            243,
            "riscv64",
            22,
            "s390x",
            21,
            "ppc64",
            258,
            "loongarch64");
    private static final Map<Integer, String> PE_MACHINES =
            Map.of(0x14c, "i686", 0x8664, "amd64", 0xaa64, "arm64", 0x1c4, "arm");
    private static final Map<Integer, String> MACH_O_MACHINES =
            Map.of(7, "i686", 0x01000007, "amd64", 0x0100000c, "arm64");

    public ProgramFile {
        processors = new TreeSet<>(processors);
    }

    /** Reads a file; nothing if it is no program, such as a library of a system. */
    static Optional<ProgramFile> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = ByteBuffer.allocate((int) Math.min(channel.size(), LONGEST_HEADER));
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // a channel may give less than is asked for
            }
            return of(head.flip());
        }
    }

    /**
     * Whether a file is a program for a machine.
     *
     * @param head the first bytes of the file, {@link #LONGEST_HEADER} if it has as many
     */
    public static boolean isFor(Host host, byte[] head) {
        return of(ByteBuffer.wrap(head))
                .filter(program -> program.fits(NamedFor.of(host)))
                .isPresent();
    }

    private static Optional<ProgramFile> of(ByteBuffer head) {
        if (head.limit() < 64) {
            return Optional.empty();
        }
        try {
            return switch (head.getInt(0)) {
                case ELF -> elf(head);
                case MACH_O_64, MACH_O_32 -> machO(head.order(ByteOrder.LITTLE_ENDIAN));
                case MACH_O_MANY -> machOs(head);
                default -> head.getShort(0) == MZ ? pe(head) : Optional.empty();
            };
        } catch (IndexOutOfBoundsException | ArithmeticException cutOff) {
            return Optional.empty();
        }
    }

    private static Optional<ProgramFile> elf(ByteBuffer head) {
        boolean wide = head.get(4) == 2;
        head.order(head.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = head.getShort(16);
        if (type != 2 && type != 3) { // neither a program nor what is loaded anywhere
            return Optional.empty();
        }
        int machine = head.getShort(18) & 0xffff;
        Optional<String> interpreter = interpreter(head, wide);
        String system = head.get(7) == 9 || interpreter.orElse("").contains("ld-elf.so") ? "freebsd" : "linux";
        return Optional.of(
                new ProgramFile(system, Set.of(ELF_MACHINES.getOrDefault(machine, "machine " + machine)), interpreter));
    }

    private static Optional<String> interpreter(ByteBuffer head, boolean wide) {
        long table = wide ? head.getLong(32) : head.getInt(28) & 0xffffffffL;
        int size = head.getShort(wide ? 54 : 42);
        int count = head.getShort(wide ? 56 : 44);
        for (int i = 0; i < count; i++) {
            int at = Math.toIntExact(table) + i * size;
            if (head.getInt(at) == 3) {
                int start = wide ? (int) head.getLong(at + 8) : head.getInt(at + 4);
                int length = wide ? (int) head.getLong(at + 32) : head.getInt(at + 16);
                if (length < 1 || start < 0 || start > head.limit() - length) {
                    return Optional.empty(); // tools that change the name put it at the end of the file
                }
                byte[] name = new byte[length - 1];
                head.position(start).get(name);
                return Optional.of(new String(name, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static Optional<ProgramFile> machO(ByteBuffer head) {
        if (head.getInt(12) != 2) {
            return Optional.empty();
        }
        return Optional.of(new ProgramFile("macos", Set.of(apple(head.getInt(4))), Optional.empty()));
    }

    /** Classes of Java begin with the same number; what follows is their version there, and a small count here. */
    private static Optional<ProgramFile> machOs(ByteBuffer head) {
        int count = head.getInt(4);
        if (count < 1 || count > 20) {
            return Optional.empty();
        }
        Set<String> processors = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            processors.add(apple(head.getInt(8 + 20 * i)));
        }
        return Optional.of(new ProgramFile("macos", processors, Optional.empty()));
    }

    private static String apple(int machine) {
        return MACH_O_MACHINES.getOrDefault(machine, "machine " + machine);
    }

    private static Optional<ProgramFile> pe(ByteBuffer head) {
        int at = head.order(ByteOrder.LITTLE_ENDIAN).getInt(60);
        if (Integer.reverseBytes(head.getInt(at)) != PE || (head.getShort(at + 22) & PE_LIBRARY) != 0) {
            return Optional.empty();
        }
        int machine = head.getShort(at + 4) & 0xffff;
        return Optional.of(new ProgramFile(
                "windows", Set.of(PE_MACHINES.getOrDefault(machine, "machine " + machine)), Optional.empty()));
    }

    /** Whether it is for a machine of this name. */
    boolean fits(NamedFor named) {
        return processors.stream()
                .map(processor -> new NamedFor(Optional.of(system), Optional.of(processor)))
                .anyMatch(named::agrees);
    }

    @Override
    public String toString() {
        return system + " " + String.join(" and ", processors);
    }
}
