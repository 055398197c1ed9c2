package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which images are pushed, under which names and tags and for which platforms.
 *
 * @param names without tags
 * @param dockerfiles what all images are built from, first that of the one with these names
 * @param stage the stage of the first one that is the image; empty for its last one
 */
record Images(List<Said<String>> names, List<Said<String>> dockerfiles, Optional<String> stage) {
    private static final String GAPS = "\\{(version|tag|major|minor|patch)\\}";

    /** Flags that say what Slipway does anyway. */
    private static final String LABEL = "--label=org\\.opencontainers\\.image\\..*";

    /** What the tag of an image for a single processor ends with. */
    private static final Pattern PART = Pattern.compile("-(?:amd64|arm64|armv\\d|arm64v\\d|386|s390x|ppc64le)$");

    static Images read(Section root, Fields fields, Surroundings.Tree tree, Notes notes) {
        return new Reader(fields, tree, notes).read(root);
    }

    /** Reads the three ways in which GoReleaser makes images. */
    private static final class Reader {
        private final Fields fields;
        private final Surroundings.Tree tree;
        private final Notes notes;
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Set<String> tags = new LinkedHashSet<>();
        private final Set<String> platforms = new LinkedHashSet<>();
        private String platformsFrom = "";
        private String tagsFrom = "";

        /** By which Dockerfile each image of {@code dockers} is made. */
        private final Map<String, String> madeBy = new LinkedHashMap<>();

        /** The Dockerfiles of the image that a config can describe: one, or one for each processor. */
        private final Set<String> own = new LinkedHashSet<>();

        Reader(Fields fields, Surroundings.Tree tree, Notes notes) {
            this.fields = fields;
            this.tree = tree;
            this.notes = notes;
        }

        Images read(Section root) {
            List<Section> second = root.sections("dockers_v2").stream()
                    .filter(image -> !disabled(image))
                    .toList();
            List<Section> single = root.sections("dockers");
            List<Section> manifests = root.sections("docker_manifests");
            if (second.isEmpty() && single.isEmpty()) {
                List<Section> kos = root.sections("kos");
                for (int i = 0; i < kos.size(); i++) {
                    ko(kos.get(i), kos.subList(0, i), root.sections("builds"));
                }
                write();
                return new Images(
                        said(),
                        kos.stream()
                                .filter(image -> names.isEmpty())
                                .map(image -> new Said<>("ko", image.from()))
                                .toList(),
                        Optional.empty());
            }
            List<Section> all = new ArrayList<>(second);
            all.addAll(single);
            Section main = all.stream()
                    .filter(image -> dockerfile(image).replaceFirst("^.*/", "").equals("Dockerfile"))
                    .findFirst()
                    .orElse(all.get(0));
            String file = dockerfile(main);
            own.addAll(new ProcessorDockerfiles(tree)
                    .with(file, all.stream().map(this::dockerfile).toList()));
            second.forEach(this::second);
            single.forEach(image -> image.texts("image_templates")
                    .forEach(name -> madeBy.putIfAbsent(reference(name).text(), dockerfile(image))));
            Set<String> joined = new LinkedHashSet<>();
            manifests.forEach(manifest -> joined.addAll(manifest(manifest, file)));
            single.forEach(image -> single(image, joined, manifests.isEmpty() && single.size() == 1));
            write();
            return new Images(
                    said(),
                    Stream.concat(Stream.of(main), all.stream())
                            .map(image -> new Said<>(dockerfile(image), image.from("dockerfile")))
                            .toList(),
                    flag(main, "--target"));
        }

        private List<Said<String>> said() {
            return names.entrySet().stream()
                    .map(name -> new Said<>(name.getKey(), name.getValue()))
                    .toList();
        }

        /**
         * An image that ko makes of a package; unless it is asked not to, it puts a hash into the name.
         *
         * @param before those before it, of which the first is the image of the config
         * @param builds all builds; one of them sets the package and its options, unless the image does
         */
        private void ko(Section image, List<Section> before, List<Section> builds) {
            List.of("id", "build", "main", "working_dir", "sbom").forEach(image::skip);
            List.of("ldflags", "flags", "env", "preserve_import_paths").forEach(image::skip);
            List<String> repositories =
                    image.texts("repositories").isEmpty() ? image.texts("repository") : image.texts("repositories");
            String key = image.has("repositories") ? "repositories" : "repository";
            boolean bare = image.flag("bare");
            if (!bare) {
                notes.left(
                        image,
                        key,
                        "ko puts the package and a hash into the name of the image, which no config can do");
                List.of("tags", "platforms", "base_image", "base_import_paths").forEach(image::skip);
                return;
            }
            image.skip("base_import_paths");
            String base = image.text("base_image").flatMap(fields::known).orElse("");
            List<String> tagged = image.has("tags") ? image.texts("tags") : List.of("latest");
            Optional<Section> first =
                    before.stream().filter(other -> other.flag("bare")).findFirst();
            List<String> all = image.texts("platforms");
            if (first.filter(other -> isAnother(other, image)).isPresent()) {
                notes.part(
                        image,
                        image.has("tags") ? "tags" : key,
                        tagged.stream()
                                .flatMap(tag -> Stream.of(fields, fields.with("Prerelease", "rc.1"))
                                        .map(release -> release.fill(tag).text()))
                                .filter(tag -> !tag.isBlank())
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        "tags of another image" + (base.isEmpty() ? "" : ", built on '" + base + "'")
                                + "; the config describes one, with 'docker.variants' on other bases");
                return;
            }
            notes.open.add(new Said<>(
                    (base.isEmpty()
                                    ? "ko built the image on its usual base, 'cgr.dev/chainguard/static' unless its own config names another"
                                    : "ko built the image on '" + base + "'")
                            + ", with the program in '/ko-app', and as the user of that base; 'docker.base', 'docker.path'"
                            + " and 'docker.user' set them",
                    "docker.base"));
            ownProgram(image, builds);
            repositories.forEach(name -> tagged.forEach(tag -> add(image, key, name + ":" + tag)));
            platform(image, "platforms", all.isEmpty() ? List.of("linux/amd64") : all);
        }

        /** Lists how the program of an image is built differently: the image now gets a program of the archives. */
        private void ownProgram(Section image, List<Section> builds) {
            Optional<Section> build = image.text("build")
                    .flatMap(id -> builds.stream()
                            .filter(one -> one.text("id").filter(id::equals).isPresent())
                            .findFirst())
                    .or(() -> builds.stream().findFirst());
            for (String key : List.of("main", "flags", "ldflags", "env")) {
                List<String> usual = build.map(one -> one.texts(key)).orElse(List.of());
                List<String> own = image.texts(key).stream()
                        .filter(word -> !word.equals("CGO_ENABLED=0") && !usual.contains(word))
                        .toList();
                boolean same = key.equals("main") && place(own).equals(place(usual));
                if (!own.isEmpty() && !same) {
                    notes.part(image, key, String.join(" ", own), "the image contains the program of the archives");
                }
            }
        }

        private static String place(List<String> main) {
            return main.isEmpty() ? "" : GoPrograms.folder(main.get(0));
        }

        /** Whether two images are made of different programs, or on different bases. */
        private static boolean isAnother(Section one, Section other) {
            return Stream.of("base_image", "main", "build", "working_dir")
                    .anyMatch(key -> !one.text(key).equals(other.text(key)));
        }

        /** The value of an option that a build gets; nothing if only a run knows it. */
        private Optional<String> flag(Section image, String name) {
            List<String> flags = Stream.of("flags", "build_flag_templates")
                    .flatMap(key -> image.texts(key).stream())
                    .flatMap(flag -> Stream.of(flag.split("[ =]", 2)))
                    .toList();
            int at = flags.indexOf(name);
            return at < 0 || at + 1 == flags.size() ? Optional.empty() : fields.known(flags.get(at + 1));
        }

        private boolean disabled(Section image) {
            boolean off = image.text("disable").filter("true"::equals).isPresent();
            if (off) {
                notes.left(image, "disable", "the image is not built");
            }
            return off;
        }

        private void write() {
            if (names.isEmpty()) {
                return;
            }
            String from = names.values().iterator().next();
            if (names.size() > 1) {
                notes.texts("docker.image", List.copyOf(names.keySet()), from);
            }
            if (tags.stream().noneMatch(tag -> tag.matches(".*\\{(version|tag|patch)}.*"))) {
                tags.add("{version}");
                notes.open.add(new Said<>(
                        "the tag '{version}' is added: each version needs one that no other has; from " + tagsFrom,
                        "docker.tags"));
            }
            notes.texts("docker.tags", List.copyOf(tags), tagsFrom);
            if (!platforms.isEmpty()) {
                notes.texts("docker.platforms", List.copyOf(platforms), platformsFrom);
            }
        }

        /** The path of what an image is made by; one that only a run knows counts as the usual one. */
        private String dockerfile(Section image) {
            return image.text("dockerfile")
                    .flatMap(fields::known)
                    .orElse("Dockerfile")
                    .replaceFirst("^(\\./)++", "");
        }

        private void second(Section image) {
            image.text("id");
            image.texts("ids");
            image.skip("sbom");
            if (!own.contains(dockerfile(image))) {
                notes.left(image, "images", "another image, built from " + dockerfile(image));
                image.skip("tags");
                image.skip("platforms");
                return;
            }
            List<String> tagged = image.has("tags") ? image.texts("tags") : List.of("{{ .Tag }}");
            for (String name : image.texts("images")) {
                for (String tag : tagged) {
                    if (!fields.fill(tag).text().isBlank()
                            && !fields.fill(name).text().isBlank()) {
                        add(image, "images", name + ":" + tag);
                    }
                }
            }
            List<String> all = image.texts("platforms");
            platform(image, "platforms", all.isEmpty() ? List.of("linux/amd64", "linux/arm64") : all);
        }

        private void platform(Section image, String key, List<String> some) {
            platformsFrom = platformsFrom.isEmpty() ? image.from(key) : platformsFrom;
            some.stream()
                    .map(platform -> platform.equals("linux/arm") ? "linux/arm/v7" : platform)
                    .forEach(platforms::add);
        }

        /** The images that a manifest joins; empty if it is for another Dockerfile. */
        private Set<String> manifest(Section manifest, String file) {
            manifest.text("id");
            manifest.text("use");
            Set<String> parts = new LinkedHashSet<>();
            manifest.texts("image_templates")
                    .forEach(name -> parts.add(reference(name).text()));
            String name = manifest.text("name_template").orElse("");
            String made = parts.stream()
                    .flatMap(part -> Optional.ofNullable(madeBy.get(part)).stream())
                    .findFirst()
                    .orElse(file);
            if (!own.contains(made)) {
                notes.part(manifest, "name_template", name, "another image, built from " + made);
                return Set.of();
            }
            add(manifest, "name_template", name);
            return parts;
        }

        /** Images of single processors are parts of one image, whether a manifest joins them or nothing does. */
        private void single(Section image, Set<String> joined, boolean alone) {
            List.of("id", "use", "goos", "goamd64").forEach(image::text);
            List.of("ids", "builds").forEach(image::texts);
            image.flag("use_buildx");
            String arch = image.text("goarch").orElse("amd64");
            String arm = image.text("goarm").orElse("6");
            List<String> written = image.texts("image_templates");
            List<String> flags = image.texts("build_flag_templates").stream()
                    .filter(flag -> !flag.matches("(?s)" + LABEL + "|--(?:platform|target)=.*|--pull"))
                    .toList();
            if (!flags.isEmpty()) {
                notes.part(image, "build_flag_templates", String.join(" ", flags), "no config key for it");
            }
            boolean part = written.stream()
                    .anyMatch(name -> joined.contains(reference(name).text()));
            if (!own.contains(dockerfile(image)) && !part) {
                notes.left(image, "image_templates", "another image, built from " + dockerfile(image));
                return;
            }
            Optional<String> asked = flag(image, "--platform").filter(one -> one.matches("linux/[a-z0-9/]+"));
            if (asked.isPresent()) {
                platform(image, "build_flag_templates", List.of(asked.get().replace("arm64/v8", "arm64")));
            } else if (arch.matches("[a-z0-9]+")) {
                platform(image, "goarch", List.of("linux/" + arch + (arch.equals("arm") ? "/v" + arm : "")));
            }
            if (!own.contains(dockerfile(image))) {
                notes.left(
                        image,
                        "dockerfile",
                        "builds the image for this processor today; the new one is built in the same way for all");
            }
            List<String> parts = new ArrayList<>();
            for (String name : written) {
                String reference = reference(name).text();
                boolean whole = names.keySet().stream()
                        .anyMatch(known -> tags.stream().anyMatch(tag -> reference.equals(known + ":" + tag)));
                boolean single = !alone && PART.matcher(reference).find();
                if (alone || joined.isEmpty()) {
                    add(image, "image_templates", single ? PART.matcher(name).replaceFirst("") : name);
                }
                if (!alone && !whole && (single || !joined.isEmpty())) {
                    parts.add(name);
                }
            }
            if (!parts.isEmpty()) {
                notes.part(
                        image,
                        "image_templates",
                        String.join(", ", parts),
                        names.isEmpty()
                                ? "not pushed by the new release: the name of the image is unknown"
                                : "one image covers all processors that it is built for, without tags for single ones");
            }
        }

        /** The whole name of an image, and its tag. */
        private Evaluation.Result reference(String template) {
            Evaluation.Result result = fields.fill(template);
            String text = result.text().strip();
            return new Evaluation.Result(text.isEmpty() ? "" : hosted(text), result.unknown());
        }

        /** A name and its tag; an empty one is none. */
        private void add(Section image, String key, String template) {
            Evaluation.Result result = reference(template);
            String text = result.text();
            String early =
                    fields.with("Prerelease", "rc.1").fill(template).text().strip();
            if (template.contains(".Prerelease")
                    && !early.endsWith(":")
                    && !early.isEmpty()
                    && !hosted(early).equals(text)) {
                notes.part(image, key, early, "only for prereleases, which get no moving tags");
            }
            if (text.isEmpty()) {
                return;
            }
            int colon = text.lastIndexOf(':');
            boolean tagged = colon > text.lastIndexOf('/');
            String name = tagged ? text.substring(0, colon) : text;
            String tag = tagged ? text.substring(colon + 1) : "latest";
            if (!result.told() || name.contains("{") || tag.replaceAll(GAPS, "").contains("{")) {
                notes.part(image, key, template, result.told() ? "Slipway does not support this tag" : result.why());
                return;
            }
            names.putIfAbsent(name, image.from(key));
            tags.add(tag);
            tagsFrom = tagsFrom.isEmpty() ? image.from(image.has("tags") ? "tags" : key) : tagsFrom;
        }

        /** Without a host an image is at Docker Hub. */
        private static String hosted(String name) {
            String hub = name.replaceFirst(
                    "^(registry\\.hub\\.docker\\.com|registry-1\\.docker\\.io|index\\.docker\\.io)/", "");
            if (!hub.equals(name)) {
                return "docker.io/" + hub;
            }
            String host = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
            boolean named = host.contains(".") || host.contains(":") || host.equals("localhost");
            return named ? name : "docker.io/" + (name.contains("/") ? name : "library/" + name);
        }
    }
}
