package dev.slipway.detect.goreleaser;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.goreleaser.Asset.Kind;
import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads which files are made of other files of a release: sources, lists of components, checksums and signatures.
 *
 * @param programs all that are built
 * @param seen what a later step calls the list of checksums, whatever a config that cannot be read says
 */
record DerivedFiles(Section root, Fields fields, List<Program> programs, Optional<Said<String>> seen, Notes notes) {
    private static final String SUMS_FILE = "(?:[A-Za-z0-9._-]|\\{(?:name|tag|version)})++";

    /** Adds all of it, in the order in which GoReleaser makes it; the answer is which checksums there are. */
    Said<String> add() {
        source();
        root.sections("sboms").forEach(this::components);
        Said<String> sums = sums();
        root.sections("docker_signs").forEach(this::imageSignature);
        List<Asset> files = List.copyOf(notes.made);
        root.sections("signs").forEach(sign -> signatures(sign, files));
        return sums;
    }

    private void source() {
        Section source = root.section("source");
        if (!source.flag("enabled")) {
            return;
        }
        String format = source.text("format").orElse("tar.gz");
        Evaluation.Result name = fields.fill(source.text("name_template").orElse("{{ .ProjectName }}-{{ .Version }}"));
        notes.asset(whole(Kind.SOURCE, ""), name, "." + format, source.from());
        notes.whole(source, "enabled", "a source archive; GitHub offers one for each tag");
    }

    /** A file of no single machine. */
    private Asset whole(Kind kind, String id) {
        return new Asset("", kind, id, fields);
    }

    /** A list for each file; Slipway makes one for the release. */
    private void components(Section bom) {
        String id = bom.text("id").orElse("default");
        String artifacts = bom.text("artifacts").orElse("archive");
        String args = String.join(" ", bom.texts("args"));
        bom.text("cmd");
        List<String> ids = bom.texts("ids");
        List<String> documents = bom.texts("documents");
        if (bom.text("disable").filter("true"::equals).isPresent()) {
            notes.whole(bom, artifacts, "no SBOM is created here");
            return;
        }
        if (!notes.has("sbom")) {
            notes.text("sbom", args.contains("cyclonedx") ? "cyclonedx" : "spdx", bom.from());
        }
        if (!args.isEmpty() && !args.contains("spdx") && !args.contains("cyclonedx")) {
            notes.part(bom, "args", args, "Slipway writes SPDX or CycloneDX");
        }
        List<Asset> listed = listed(artifacts, ids);
        if (artifacts.equals("any")) {
            documents.forEach(text -> notes.asset(whole(Kind.SBOM, id), fields.fill(text), "", bom.from("documents")));
        }
        String usual = artifacts.equals("binary")
                ? "{{ .Binary }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}.sbom.json"
                : "{{ .ArtifactName }}.sbom.json";
        Set<String> made = new LinkedHashSet<>();
        for (Asset file : listed) {
            Evaluation.Result name = named(file, documents.isEmpty() ? usual : documents.get(0), Map.of());
            if (made.add(name.text())) {
                notes.asset(whole(Kind.SBOM, id), name, "", documents.isEmpty() ? bom.from() : bom.from("documents"));
            }
        }
        if (!artifacts.equals("archive")) {
            notes.left(bom, "artifacts", "one SBOM is created for the whole release");
        }
    }

    private List<Asset> listed(String artifacts, List<String> ids) {
        return switch (artifacts) {
            case "archive" -> files(Kind.ARCHIVE, ids);
            case "package" -> files(Kind.PACKAGE, ids);
            case "source" -> files(Kind.SOURCE, List.of());
            case "binary" -> binaries(ids);
            default -> List.of();
        };
    }

    /** Programs that are released as they are, under the names that they have there, and those in archives. */
    private List<Asset> binaries(List<String> ids) {
        List<Asset> all = new ArrayList<>(files(Kind.BINARY, ids));
        Set<String> known = all.stream().map(DerivedFiles::program).collect(Collectors.toSet());
        programs.stream()
                .filter(program -> ids.isEmpty() || ids.contains(program.id()))
                .flatMap(program -> program.machines().stream().map(machine -> built(program, machine)))
                .filter(built -> !known.contains(program(built)))
                .forEach(all::add);
        return all;
    }

    private static String program(Asset file) {
        return Stream.of("Binary", "Target")
                .map(field -> Optional.ofNullable(file.fields().values().get(field)))
                .map(value -> value.map(Value::printed).orElse("").replaceFirst("\\.(exe|wasm)$", ""))
                .collect(Collectors.joining(" "));
    }

    private List<Asset> files(Kind kind, List<String> ids) {
        return notes.made.stream()
                .filter(file -> file.kind() == kind && file.chosen(ids))
                .toList();
    }

    private Asset built(Program program, Machine machine) {
        String name = program.name(fields.of(machine, "")).text();
        return new Asset(name + machine.ending(), Kind.BINARY, program.id(), fields.of(machine, name));
    }

    /** The name of a file that is made of another; {@code $artifact} and variables of the environment stand for that. */
    private static Evaluation.Result named(Asset file, String template, Map<String, String> more) {
        Map<String, Value> variables = new HashMap<>();
        if (file.fields().values().get("Env") instanceof Value.Table env) {
            variables.putAll(env.values());
        }
        String text = template;
        Map<String, String> known = new HashMap<>(more);
        known.put("artifact", file.name());
        known.put("artifactName", file.name());
        for (Map.Entry<String, String> one : known.entrySet()) {
            text = text.replace("${" + one.getKey() + "}", one.getValue());
            variables.put(
                    one.getKey(), new Value.Text(one.getValue(), one.getValue().contains("{")));
        }
        text = text.replace("$artifact", file.name());
        return file.fields()
                .with("ArtifactName", file.name())
                .with(Map.of("ArtifactExt", new Value.Unknown("'.ArtifactExt' of such a file is not evaluated")))
                .with(Map.of("Env", new Value.Table(variables, Fields.NO_VARIABLE)))
                .fill(text);
    }

    private Said<String> sums() {
        Section checksum = root.section("checksum");
        String algorithm = checksum.text("algorithm").orElse("sha256").toLowerCase(java.util.Locale.ROOT);
        boolean split = checksum.flag("split");
        List<String> ids = checksum.texts("ids");
        String from = root.from("checksum");
        if (checksum.flag("disable")) {
            checksum.skip("name_template");
            return new Said<>("none", checksum.from("disable"));
        }
        String hash = switch (algorithm) {
            case "sha256", "sha512", "blake3" -> algorithm;
            case "blake2b" -> "blake2";
            default -> "";
        };
        if (hash.isEmpty()) {
            notes.left(checksum, "algorithm", "Slipway supports sha256, sha512, blake2 and blake3");
        } else if (!hash.equals("sha256")) {
            notes.texts("hashes", List.of("sha256", hash), checksum.from("algorithm"));
        }
        String usual =
                split ? "{{ .ArtifactName }}.{{ .Algorithm }}" : "{{ .ProjectName }}_{{ .Version }}_checksums.txt";
        Optional<String> own = checksum.text("name_template");
        Optional<Said<String>> read = seen.filter(name -> own.isEmpty() && !split && Fact.doubtful(from));
        String template = own.or(() -> read.map(Said::value)).orElse(usual);
        if (split) {
            for (Asset file : List.copyOf(notes.made)) {
                if (file.kind() != Kind.OTHER && file.chosen(ids)) {
                    Asset named = new Asset(
                            file.name(), file.kind(), file.id(), file.fields().with("Algorithm", algorithm));
                    notes.asset(whole(Kind.CHECKSUM, ""), named(named, template, Map.of()), "", from);
                }
            }
        } else {
            Evaluation.Result name = fields.with("Algorithm", algorithm).fill(template);
            String place = read.map(Said::from).orElseGet(() -> checksum.from("name_template"));
            boolean some = notes.made.stream().anyMatch(file -> file.kind() != Kind.OTHER && !file.chosen(ids));
            if (some) {
                notes.part(checksum, "ids", String.join(", ", ids), "the list has the checksums of all files");
            }
            notes.asset(whole(Kind.CHECKSUM, ""), name, "", place);
            called(name, place);
        }
        return new Said<>(split ? "per-file" : "combined", read.map(Said::from).orElse(from));
    }

    /** GoReleaser makes one file, with one hash; Slipway makes one of SHA-256 as well. */
    private void called(Evaluation.Result name, String from) {
        String text = name.text();
        if (name.told() && text.matches(SUMS_FILE)) {
            notes.text("checksum-file", notes.has("hashes") ? text + ".{hash}" : text, from);
        }
    }

    private void imageSignature(Section sign) {
        String artifacts = sign.text("artifacts").orElse("none");
        if (sign.text("cmd").orElse("cosign").equals("cosign") && !artifacts.equals("none")) {
            notes.flag("sign", true, sign.from());
            List<String> args = sign.texts("args");
            boolean key = args.isEmpty() || args.stream().anyMatch(word -> word.matches("--?key(=.*)?"));
            notes.whole(
                    sign,
                    artifacts,
                    key
                            ? "signed with the identity of the workflow, not with a key"
                            : "signed with the identity of the new workflow, which people who verify it must name");
        } else {
            notes.whole(sign, artifacts, "'sign: true' signs the image with cosign");
        }
    }

    private void signatures(Section sign, List<Asset> files) {
        String artifacts = sign.text("artifacts").orElse("none");
        if (artifacts.equals("none")) {
            sign.skipAll();
            return;
        }
        List<String> ids = sign.texts("ids");
        String signature = sign.text("signature").orElse("${artifact}.sig");
        String certificate = sign.text("certificate").orElse("");
        for (Asset file : files) {
            boolean meant = artifacts.equals("all")
                    ? file.kind() != Kind.OTHER
                    : artifacts.equals(file.kind().name().toLowerCase(java.util.Locale.ROOT));
            if (meant && file.chosen(ids)) {
                Evaluation.Result name = named(file, signature, Map.of());
                proof(sign, name);
                proof(sign, named(file, certificate, Map.of("signature", name.text())));
            }
        }
        notes.whole(
                sign,
                artifacts,
                "no signatures are created; with 'attest: true', 'gh attestation verify' verifies the origin of "
                        + "each file");
    }

    /** An empty name is none. */
    private void proof(Section sign, Evaluation.Result name) {
        if (!name.text().isBlank()) {
            notes.asset(whole(Kind.OTHER, ""), name, "", sign.from());
        }
    }
}
