package dev.slipway.cli;

import dev.slipway.Generation;
import dev.slipway.OtherProjects;
import dev.slipway.config.ReleaseGrammars;
import dev.slipway.detect.doctor.Setup;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.facts.Runners;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Image;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.RepositoryFile;
import dev.slipway.plan.Tag;
import dev.slipway.source.Document;
import dev.slipway.source.Pointer;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.maven.Maven;
import dev.slipway.toolchain.rust.Rust;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a plan the world outside can contradict, as the doctor asks for it. */
final class PlannedSetup {
    private final Generation generation;
    private final ReleasePlan plan;
    private final OtherProjects others;

    private PlannedSetup(Generation generation, OtherProjects others) {
        this.generation = generation;
        this.plan = generation.plan();
        this.others = others;
    }

    /** @param others whose tags are no reason to doubt ours */
    static Setup of(Generation generation, OtherProjects others) {
        return new PlannedSetup(generation, others).setup(generation.source().name());
    }

    private Setup setup(String config) {
        return new Setup(
                plan.project().repository().slug(),
                config,
                cargo(),
                plan.groups().stream()
                        .flatMap(group -> group.builds().stream().map(build -> build(group, build)))
                        .toList(),
                plan.assets(plan.tags().example().name()),
                plan.image()
                        .map(image -> new Setup.Image(
                                image.names(),
                                image.usual().base().image(),
                                List.copyOf(image.contents().files().keySet()))),
                files(),
                plan.release().changelogNotes(),
                tags(),
                workflows(),
                Optional.of(plan.project().paths().release())
                        .filter(any -> plan.release().onlyOnCall()),
                new Setup.Sources(
                        plan.sources().asked().submodules().isPresent(),
                        plan.sources().asked().lfs().isPresent(),
                        generation.document().at(Pointer.of("/rust/history")).isPresent()),
                plan.toolchain() instanceof Maven maven
                        && maven.jar().isEmpty()
                        && maven.executable().isEmpty(),
                pointer -> {
                    Document.Where where = generation.document().find(pointer.key());
                    return new FoundAt(where.source().name(), where.span().start());
                });
    }

    /** What is generated for this project and for the others of the repository. */
    private Set<String> workflows() {
        return Stream.concat(OtherProjects.workflows(plan), others.workflows()).collect(Collectors.toSet());
    }

    /** The files that must exist. The usual licenses and readmes are optional. */
    private List<String> files() {
        Stream<String> archived = plan.packing().strict()
                ? plan.include().stream().map(pattern -> pattern.split(Packing.INTO, 2)[0])
                : Stream.empty();
        return Stream.concat(
                        archived,
                        plan.release().files().stream()
                                .filter(file -> !file.made())
                                .map(RepositoryFile::path))
                .toList();
    }

    private Setup.Tags tags() {
        Tag example = plan.tags().example();
        return new Setup.Tags(
                plan.tags().patterns(),
                tag -> plan.tags().starts(tag) || others.start(tag),
                tag -> plan.tags().starts(tag) && plan.tags().read(tag).isPresent() || others.start(tag),
                ReleaseGrammars.TAG::matches,
                plan.tags().expected(),
                example.name(),
                example.version(),
                plan.release().onPublished() || plan.draft());
    }

    private Optional<Setup.Cargo> cargo() {
        return plan.toolchain() instanceof Rust rust
                ? Optional.of(new Setup.Cargo(
                        rust.packageName(),
                        plan.shipped().stream()
                                .map(shipped -> shipped.command())
                                .toList(),
                        Optional.of(rust.toolchain()),
                        rust.rustVersion(),
                        rust.locked(),
                        plan.packages().registry().map(it -> it.registry().packages()),
                        Set.copyOf(rust.features()),
                        rust.defaultFeatures()))
                : Optional.empty();
    }

    private Setup.Build build(BuildGroup group, Build build) {
        boolean inImage = plan.image().map(Image::builds).orElse(List.of()).contains(build);
        return new Setup.Build(
                build.platform(),
                build.recipe().target(),
                build.archive().with(plan.tags().example().name()),
                build.runner(),
                group.container(),
                crossed(build),
                inImage,
                plan.glibc(build).runner() ? plan.glibc(build).libc() : Optional.empty(),
                own(group, build));
    }

    private static Setup.Build.Own own(BuildGroup group, Build build) {
        Map<String, String> env = new LinkedHashMap<>(build.recipe().env());
        env.putAll(group.env());
        env.putAll(build.own().env());
        return new Setup.Build.Own(
                build.own().features(),
                env,
                Stream.of(
                                build.recipe().packages(),
                                group.packages(),
                                build.own().packages())
                        .flatMap(List::stream)
                        .toList(),
                build.own().setup().isPresent(),
                Rust.byCross(build.recipe()));
    }

    /** An unknown machine counts as the usual one. */
    private static boolean crossed(Build build) {
        String machine = Runners.standard()
                .find(build.runner())
                .map(runner -> runner.architecture())
                .orElse("amd64");
        return build.target().os() == Os.LINUX
                && !machine.equals(build.target().arch().docker());
    }
}
