package dev.slipway.detect.release;

import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundSums;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.golang.Go;
import dev.slipway.detect.golang.GoReader;
import dev.slipway.detect.goreleaser.GoReleaser;
import dev.slipway.detect.goreleaser.GoReleaser.Platform;
import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.detect.goreleaser.Key;
import dev.slipway.detect.image.DockerBase;
import dev.slipway.detect.tool.Left;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.GoReleaserCall;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import dev.slipway.source.Wildcard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes over what a GoReleaser config says.
 *
 * @param calls how the workflows start GoReleaser
 * @param findings why it could not be read
 */
public record GoReleaserImport(
        RepositoryFiles files, Optional<GoReleaser> config, GoReleaserCalls calls, List<Finding> findings) {
    /** What GoReleaser makes in addition to programs. */
    private static final List<String> PACKED =
            List.of("archive", "checksum", "packages", "docker", "sbom", "sign", "release", "changelog", "nfpm");

    private static final String WORKFLOWS = ".github/workflows";

    /** Files that may start GoReleaser, be it by hand. */
    private static final String STARTING =
            ".*\\.(?:ya?ml|sh|mk)|(?i)(?:gnu)?makefile|justfile|jenkinsfile|magefile\\.go";

    /** What a release that something else creates does not take from GoReleaser. */
    private static final List<String> RELEASED = List.of("release", "changelog");

    /**
     * Reads the configs of all that releases: those that a workflow names, and the one that GoReleaser would find or another
     * CI service names.
     *
     * @param slug {@code owner/name} on GitHub
     */
    public static GoReleaserImport of(RepositoryFiles files, Optional<String> slug, List<ExistingWorkflow> workflows) {
        return new GoReleaserConfigs(files, slug, GoReleaserCalls.of(workflows)).read(workflows);
    }

    /** Both, the first one before the second. */
    GoReleaserImport and(GoReleaserImport other) {
        return new GoReleaserImport(
                files,
                config.map(one -> other.config.map(one::and).orElse(one)).or(() -> other.config),
                calls,
                Stream.concat(findings.stream(), other.findings.stream()).toList());
    }

    /**
     * A release set-up with all of it: the config goes before what workflows suggest.
     *
     * @param license what the license file says, which knows better
     */
    public ReleaseSetup into(ReleaseSetup setup, Optional<Fact<String>> license) {
        List<Finding> untold = Stream.concat(setup.untold().stream(), findings.stream())
                .sorted()
                .toList();
        return config.map(read -> isIdle(setup) ? without(setup, read) : with(setup, read, untold, license))
                .orElse(setup.with(setup.targets(), setup.released(), setup.takeover(), untold));
    }

    /** Whether workflows release files under names that are known, and nothing in the repository starts GoReleaser. */
    private boolean isIdle(ReleaseSetup setup) {
        boolean names = setup.released().stream().anyMatch(file -> file.value().known());
        return names
                && !setup.publishers().isEmpty()
                && calls.all().isEmpty()
                && Stream.concat(
                                Stream.of(WORKFLOWS, ".")
                                        .flatMap(folder -> files.list(folder).stream()
                                                .filter(name -> name.matches(STARTING))
                                                .map(name -> folder.equals(".") ? name : folder + "/" + name)),
                                new OtherCi(files).configs().keySet().stream())
                        .flatMap(file -> files.read(file).stream())
                        .noneMatch(text -> text.text().toLowerCase(Locale.ROOT).contains("goreleaser"));
    }

    private static ReleaseSetup without(ReleaseSetup setup, GoReleaser read) {
        Takeover.Left left = new Takeover.Left(
                "goreleaser",
                read.file(),
                "nothing that was read starts GoReleaser, so this file is not taken over; 'releases' shows what creates releases",
                read.file());
        return setup.with(
                setup.targets(),
                setup.released(),
                new Takeover(Map.of(), List.of(left), List.of()).and(setup.takeover()),
                setup.untold());
    }

    /** The same workflow with what GoReleaser uploads in it that other commands leave. */
    public ExistingWorkflow uploading(ExistingWorkflow workflow) {
        List<String> extra = config.map(GoReleaser::extra).orElse(List.of());
        boolean others = config.filter(read -> !read.releases()).isPresent()
                && workflow.jobs().stream()
                        .flatMap(job -> job.steps().stream())
                        .flatMap(step -> ReleaseStep.of(step).stream())
                        .anyMatch(means -> !ReleaseStep.byGoReleaser(means));
        ExistingWorkflow seen = others ? workflow.map(GoReleaserCall::notReleasing) : workflow;
        return extra.isEmpty() ? seen : seen.map(step -> GoReleaserCall.handing(step, extra));
    }

    /** Whether GoReleaser leaves a draft, which a person publishes. */
    public boolean drafts() {
        return !calls.onlyBuilds()
                && config.stream()
                        .flatMap(read -> read.keys().stream())
                        .anyMatch(key -> key.path().equals("release.draft")
                                && key.values().equals(List.of("keep")));
    }

    private ReleaseSetup with(
            ReleaseSetup setup, GoReleaser read, List<Finding> untold, Optional<Fact<String>> license) {
        OtherUploads uploads = new OtherUploads(calls, read, setup);
        boolean replaced = uploads.replace();
        List<Said<String>> assets = replaced ? List.of() : read.assets();
        List<Fact<FoundTarget>> targets = read.platforms().stream()
                .map(platform -> uploads.target(new Fact<>(target(platform), platform.from())))
                .toList();
        Set<String> names = assets.stream().map(Said::value).collect(Collectors.toSet());
        List<Fact<ReleasedFile>> released = new ArrayList<>(setup.released());
        released.removeIf(file -> isOwn(file.value(), names)); // what the config names
        Set<String> known = released.stream().map(file -> file.value().name()).collect(Collectors.toSet());
        assets.stream()
                .filter(name -> !known.contains(name.value()))
                .forEach(name ->
                        released.add(new Fact<>(new ReleasedFile(name.value(), Optional.empty(), false), name.from())));
        List<Fact<String>> images =
                read.images().stream().limit(1).map(GoReleaserImport::fact).toList();
        List<String> dockerfiles = read.dockerfiles().stream().map(Said::value).toList();
        Optional<SourceText> dockerfile = dockerfiles.stream()
                .limit(1)
                .flatMap(path -> files.read(path).stream())
                .findFirst()
                .map(text -> DockerBase.upTo(text, read.stage().orElse("")));
        return new ReleaseSetup(
                setup.publishers(),
                setup.tools(),
                setup.tags(),
                targets.isEmpty() ? setup.targets() : targets,
                setup.machines(),
                released,
                setup.open(),
                calls.onlyBuilds()
                        ? setup.images()
                        : setup.images()
                                .named(images)
                                .unnamed(read.dockerfiles().stream()
                                        .map(GoReleaserImport::fact)
                                        .distinct()
                                        .toList())
                                .basedOn(dockerfile)
                                .building(dockerfiles),
                setup.container(),
                setup.packages().or(() -> Optional.ofNullable(tools(read).get("linux.packages"))),
                setup.tests(),
                calls.onlyBuilds() || replaced
                        ? setup.sums()
                        : Optional.of(fact(read.sums()).map(style -> new FoundSums(style, Optional.empty()))),
                setup.publishing(),
                untold,
                takeover(read, targets, license, setup).and(setup.takeover()),
                setup.uncovered());
    }

    /** Whether a pattern of a workflow is for files that GoReleaser leaves in its folder. */
    private static boolean isOwn(ReleasedFile file, Set<String> names) {
        if (!file.path().startsWith("dist/")
                || file.name().indexOf('*') < 0
                || file.name().indexOf('{') >= 0) {
            return false;
        }
        Wildcard pattern = Wildcard.of(file.name(), Wildcard.Dialect.SHELL);
        return names.stream().anyMatch(pattern::matches);
    }

    /** What machines get for C; a program in Go alone needs none of it. */
    private Map<String, Fact<List<String>>> tools(GoReleaser read) {
        boolean linked = read.keys().stream()
                .anyMatch(key -> key.path().equals("go.cgo") && key.values().equals(List.of("true")));
        return linked ? calls.tools().packages() : Map.of();
    }

    private static Fact<String> fact(Said<String> said) {
        return new Fact<>(said.value(), said.from());
    }

    /** One for another variant of its processor is another target of the same platform. */
    private static FoundTarget target(Platform platform) {
        FoundArchive archive = new FoundArchive(
                platform.stem(), platform.ending(), Optional.of(platform.layout()), List.of(), Map.of(), List.of());
        Map<String, String> flags = new LinkedHashMap<>();
        List<String> variant = new ArrayList<>();
        platform.env().forEach((name, value) -> {
            flags.put(FoundTarget.OWN + name, value);
            variant.add(name + "=" + value);
        });
        return new FoundTarget(
                platform.triple(),
                Optional.empty(),
                Optional.empty(),
                platform.method(),
                platform.glibc(),
                List.of(),
                Optional.of(archive),
                flags,
                String.join(" ", variant));
    }

    /** Parts of the config that have no effect on the release, because GoReleaser does not get that far. */
    private List<String> idle(ReleaseSetup setup, boolean replaced) {
        boolean others = !setup.publishers().isEmpty()
                && setup.publishers().stream().map(Fact::value).noneMatch(ReleaseStep::byGoReleaser);
        return calls.onlyBuilds() ? PACKED : replaced ? OtherUploads.PACKED : others ? RELEASED : List.of();
    }

    private Takeover takeover(
            GoReleaser read, List<Fact<FoundTarget>> targets, Optional<Fact<String>> license, ReleaseSetup setup) {
        OtherUploads uploads = new OtherUploads(calls, read, setup);
        List<String> idle = idle(setup, uploads.replace());
        boolean linux =
                targets.stream().anyMatch(target -> target.value().triple().contains("linux"));
        boolean linked = GoReader.read(files).flatMap(Go::cgo).isPresent();
        Map<String, Fact<List<String>>> keys = new LinkedHashMap<>();
        List<Takeover.Left> left = new ArrayList<>();
        for (Key key : read.keys()) {
            if (isIn(key.path(), idle)) {
                continue;
            }
            if (key.path().equals("license")
                    && license.filter(file -> !isMore(key, file.value())).isPresent()) {
                String text = String.join(", ", key.values());
                if (!text.equals(license.get().value())) {
                    String file = license.get().from();
                    left.add(new Takeover.Left(
                            "goreleaser license",
                            text,
                            "'" + file + "' says " + license.get().value(),
                            key.from()));
                }
                continue;
            }
            boolean said = key.path().equals("go.cgo") && key.values().equals(List.of("false")) && !linked;
            boolean image = key.path().startsWith("docker.") || key.path().equals("sign");
            if (!said && (linux && !read.images().isEmpty() || !image)) {
                keys.putIfAbsent(key.path(), new Fact<>(key.values(), key.from()));
            }
        }
        tools(read).forEach((key, packages) -> {
            if (!key.startsWith("linux.")) {
                keys.putIfAbsent(key, packages);
            }
        });
        if (!idle.isEmpty()) {
            left.add(uploads.replace() ? uploads.left() : calls.onlyBuilds() ? calls.packing() : elsewhere(setup));
        }
        calls.notes().ifPresent(left::add);
        left.addAll(calls.around());
        left.addAll(new BeforeGoReleaser(calls.tools().rows(), read.packsPrebuilt()).left());
        read.left().stream()
                .filter(one -> !isIn(one.key(), idle))
                .filter(one -> calls.notes().isEmpty() || !one.key().startsWith("changelog"))
                .forEach(one -> left.add(left(one)));
        return new Takeover(
                keys,
                left,
                read.open().stream()
                        .map(open -> new Takeover.Open(open.from(), open.value()))
                        .toList());
    }

    /** Whether a config states if later versions of a GNU license apply, which the license text leaves open. */
    private static boolean isMore(Key license, String text) {
        return license.values().stream().anyMatch(value -> value.startsWith(text + "-"));
    }

    private static boolean isIn(String key, List<String> parts) {
        return parts.stream()
                .anyMatch(part -> key.startsWith(part + "s.")
                        || key.startsWith(part + ".")
                        || key.startsWith(part + "s[")
                        || key.startsWith(part + "-")
                        || key.equals(part)
                        || key.equals(part + "s"));
    }

    private static Takeover.Left elsewhere(ReleaseSetup setup) {
        Fact<String> publisher = setup.publishers().get(0);
        return new Takeover.Left(
                "goreleaser release",
                publisher.value(),
                "creates the release, so what the config says of the release and its notes has no effect",
                publisher.from());
    }

    /** The place without the path of the key, which the report has said already. */
    private static String place(String from) {
        int note = from.indexOf(" (");
        String file = note < 0 ? from : from.substring(0, note);
        return file.replaceFirst(" .*$", "") + (note < 0 ? "" : from.substring(note));
    }

    private static Takeover.Left left(Left left) {
        return new Takeover.Left(
                left.key().equals("targets") ? left.key() : "goreleaser " + left.key(),
                left.value(),
                left.why(),
                place(left.from()));
    }
}
