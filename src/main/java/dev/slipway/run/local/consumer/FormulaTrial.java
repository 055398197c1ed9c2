package dev.slipway.run.local.consumer;

import dev.slipway.run.Observation.Tried;
import dev.slipway.run.local.process.End;
import dev.slipway.source.English;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets Ruby read a Homebrew formula, compares its checksums, and installs by it what it names for this machine. Homebrew
 * itself takes no formula outside of a tap, so a script knows the words that formulas are written in.
 *
 * @param files the folder of the release
 */
record FormulaTrial(Bench bench, Path files) implements Trial {
    /** The exit status of the script if a formula cannot be tried on this machine. */
    private static final int NOT_HERE = 3;

    private static final Pattern DOWNLOAD =
            Pattern.compile("(?m)^[ \\t]*+url \"[^\"]*/([^/\"]+)\"\\s+(?:version \"[^\"]*\"\\s+)?sha256 \"([^\"]*)\"");

    @Override
    public boolean takes(String name) {
        return name.endsWith(".rb");
    }

    @Override
    public List<Tried> attempt(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        List<Tried> all = new ArrayList<>();
        all.add(checksums(file, name));
        if (!bench.has("ruby")) {
            all.add(Tried.skipped(name, "install with Ruby", "ruby is not on this machine"));
            return all;
        }
        Said syntax = bench.run(bench.work(), Bench.START, List.of("ruby", "-c", file.toString()));
        all.add(
                syntax.succeeded()
                        ? Tried.passed(name, "ruby -c", syntax.first())
                        : Tried.failed(name, "ruby -c", syntax.problem()));
        if (syntax.succeeded()) {
            all.add(install(file, name));
        }
        return all;
    }

    private Tried checksums(Path file, String name) throws IOException {
        String what = "compare checksums";
        Matcher downloads = DOWNLOAD.matcher(Files.readString(file, StandardCharsets.UTF_8));
        int compared = 0;
        for (; downloads.find(); compared++) {
            Path archive = files.resolve(downloads.group(1));
            if (!Files.isRegularFile(archive)) {
                return Tried.failed(
                        name, what, "it downloads '" + downloads.group(1) + "', but the release has no such file");
            }
            if (!ChecksumTrial.digest(archive, "SHA-256").equals(downloads.group(2))) {
                return Tried.failed(name, what, "the checksum of '" + downloads.group(1) + "' does not match");
            }
        }
        return compared == 0
                ? Tried.failed(name, what, "it has no url with a sha256")
                : Tried.passed(name, what, English.count(compared, "file"));
    }

    private Tried install(Path file, String name) throws IOException {
        Path cellar = bench.folder("formula").toRealPath();
        Path script = Files.writeString(cellar.resolve("formula.rb"), script());
        Said said = bench.run(
                cellar,
                Bench.INSTALL,
                List.of("ruby", script.toString(), file.toString(), files.toString(), cellar.toString()));
        String what = "install with Ruby, test";
        if (said.succeeded()) {
            return Tried.passed(name, what, said.first());
        }
        return said.end() instanceof End.Exited exited && exited.status() == NOT_HERE
                ? Tried.skipped(name, what, said.first())
                : Tried.failed(name, what, said.problem());
    }

    private static String script() {
        try (InputStream in = FormulaTrial.class.getResourceAsStream("formula.rb")) {
            if (in == null) {
                throw new IllegalStateException("formula.rb is missing in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
