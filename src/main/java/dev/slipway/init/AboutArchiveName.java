package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.fact.Fact;
import dev.slipway.source.English;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the archives are called.
 *
 * @param listed whether the names are those of a release that exists
 */
record AboutArchiveName(
        Repository repository, AboutTargets targets, Optional<Naming> naming, boolean listed, Draft draft) {
    private static final String USUAL_NAME = "{name}-{tag}-{platform}";
    private static final String VERSION_NAME = "{name}-{version}-{platform}";

    void add(String tagPrefix, Setting.Group keys) {
        naming.ifPresent(names -> {
            String template = names.template(tagPrefix, draft.word("name"));
            if (!template.equals(USUAL_NAME)) {
                keys.word("name", template);
            }
            List<String> open = Stream.concat(
                            Naming.archives(repository.release())
                                    .map(archive -> archive.value().name()),
                            repository.release().released().stream()
                                    .map(file -> file.value().name()))
                    .filter(name -> name.contains("{?}"))
                    .distinct()
                    .toList();
            long others = open.stream().filter(name -> !isSeen(name)).count();
            if (Fact.doubtful(names.text().from()) && !listed) {
                draft.guess("archive.name", template, "from " + names.text().from(), AboutTargets.LAST_RELEASE);
            } else if (open.isEmpty() || listed) {
                draft.taken("archive.name", template, "from " + names.text().from());
            } else {
                draft.guess(
                        "archive.name",
                        template,
                        "from " + names.text().from() + "; "
                                + (others == 0
                                        ? "a part of the uploaded names is"
                                        : English.count(
                                                others,
                                                "other file has a name that is",
                                                "other files have names that are"))
                                + " known only during a run",
                        AboutTargets.LAST_RELEASE);
            }
        });
        if (naming.isEmpty() && repository.releases() && !targets.named(naming)) {
            boolean named = !tagPrefix.isEmpty() && tagPrefix.startsWith(draft.word("name"));
            // the tag would say the name again
            Optional<String> asked = targets.found().isEmpty()
                    ? BinstallName.of(repository)
                            .flatMap(file -> LinkedName.template(file, BinstallName.TRIPLE, draft.word("name")))
                    : Optional.empty();
            asked.flatMap(template -> BinstallName.format(repository)).ifPresent(format -> keys.word("format", format));
            String name = LinkedName.template(repository, targets, draft.word("name"))
                    .or(() -> asked)
                    .orElse(named ? VERSION_NAME : USUAL_NAME);
            if (!name.equals(USUAL_NAME)) {
                keys.word("name", name);
            }
            draft.guess("archive.name", name, unnamed(), AboutTargets.LAST_RELEASE);
        }
    }

    /** Whether a name with an open part may be that of an archive that a command was seen to pack. */
    private boolean isSeen(String name) {
        String start = name.substring(0, name.indexOf("{?}"));
        String end = name.substring(name.lastIndexOf("{?}") + 3);
        return !start.isEmpty()
                && repository.release().targets().stream()
                        .flatMap(target -> target.value().archive().stream())
                        .map(archive -> archive.stem() + archive.ending())
                        .anyMatch(packed -> !packed.contains("{?}")
                                && packed.length() > start.length() + end.length()
                                && packed.startsWith(start)
                                && packed.endsWith(end));
    }

    /** Why no file of a release shows what archives are called. */
    private String unnamed() {
        Optional<Fact<String>> archived = repository.release().targets().stream()
                .flatMap(target -> target.value().archive().stream()
                        .map(archive -> new Fact<>(archive.stem() + archive.ending(), target.from())))
                .findFirst();
        Optional<Fact<String>> other = repository.release().released().stream()
                .filter(file -> file.value().known())
                .map(file -> file.map(ReleasedFile::name))
                .findFirst();
        return archived.map(archive -> "no template fits the file names that were found, such as '" + archive.value()
                        + "', from " + archive.from())
                .or(() -> other.map(file ->
                        "no name that was found shows a platform; one is '" + file.value() + "', from " + file.from()))
                .or(() -> repository
                        .linkedFile()
                        .map(file -> (repository.release().released().isEmpty()
                                        ? "found nothing that uploads files"
                                        : "the names of uploaded files are known only during a run")
                                + "; one that people download is '" + file.value()
                                + "', from " + file.from()))
                .or(this::binstalled)
                .orElse(
                        "found no whole name of a released file of this project in uploads to releases or links to them");
    }

    /** A name that only the manifest tells. */
    private Optional<String> binstalled() {
        return repository
                .rust()
                .flatMap(Rust::shipped)
                .flatMap(crate -> BinstallName.archive(crate)
                        .map(archive -> "'cargo binstall' looks for '" + archive.name() + "', from "
                                + crate.name().file() + " [package.metadata.binstall]"));
    }

    /** Names may differ if the manifest has a condition that the name of a platform does not decide. */
    void undecided() {
        List<String> conditions = repository.rust().flatMap(Rust::shipped).flatMap(CargoPackage::binstall).stream()
                .flatMap(binstall -> repository.release().targets().stream()
                        .flatMap(target -> binstall.undecided(target.value().triple()).stream()))
                .distinct()
                .toList();
        if (!conditions.isEmpty()) {
            draft.open(
                    "archive.name",
                    "[package.metadata.binstall.overrides] has conditions that the name of a platform does not decide: "
                            + String.join(", ", conditions) + "; compare the names of those files");
        }
    }
}
