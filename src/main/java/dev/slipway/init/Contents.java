package dev.slipway.init;

import dev.slipway.archive.Entry;
import dev.slipway.archive.Listing;
import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.fact.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one downloaded archive shows of all of them: how it is laid out, and what is in it in addition to the program. */
final class Contents {
    private final String name;
    private final Repository repository;
    private final Draft draft;
    private final List<String> paths;

    private Contents(String name, Listing listing, Repository repository, Draft draft) {
        this.name = name;
        this.repository = repository;
        this.draft = draft;
        this.paths = listing.files().stream().map(Entry::name).toList();
    }

    /** @param name the file as it was named */
    static Fact<FoundArchive> of(String name, Listing listing, Repository repository, Draft draft) {
        return new Contents(name, listing, repository, draft).found(listing);
    }

    private Fact<FoundArchive> found(Listing listing) {
        Optional<String> folder = folder();
        int below = folder.map(top -> top.length() + 1).orElse(0);
        Set<String> marked = new LinkedHashSet<>();
        listing.files().stream()
                .filter(Entry::executable)
                .forEach(entry -> marked.add(entry.name().substring(below)));
        Set<String> include = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        List<String> programs = new ArrayList<>();
        for (String path : paths) {
            String inside = path.substring(below);
            if (isProgram(inside, marked)) {
                programs.add(inside);
            } else {
                source(inside).ifPresentOrElse(include::add, () -> unknown.add(inside));
            }
        }
        folder.ifPresent(this::checkFolder);
        programs.stream()
                .filter(path -> path.contains("/"))
                .forEach(path -> draft.left("archive.layout", path, moved(path) + "; from " + name));
        boolean alone = folder.isEmpty() && include.isEmpty() && unknown.isEmpty();
        return new Fact<>(
                new FoundArchive(
                        "",
                        "",
                        Optional.of(folder.isPresent() ? "dir" : alone ? "bin" : "flat"),
                        List.copyOf(include),
                        new LinkedHashMap<>(Map.of()),
                        unknown),
                name);
    }

    /** What becomes of a program at another path in today's archive. */
    static String moved(String path) {
        return "programs are now at the top level of the archive or its folder, under their own names; scripts that expect '"
                + path + "' fail";
    }

    /** The one folder that everything is in. */
    private Optional<String> folder() {
        List<String> tops = paths.stream()
                .map(path -> path.replaceFirst("/.*", ""))
                .distinct()
                .limit(2)
                .toList();
        boolean inside = tops.size() == 1 && paths.stream().allMatch(path -> path.contains("/"));
        boolean system = inside && Set.of("bin", "usr", "opt").contains(tops.get(0));
        return inside && !system ? Optional.of(tops.get(0)) : Optional.empty();
    }

    private void checkFolder(String top) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        boolean list = file.endsWith(".txt") || file.equals("standard input");
        String stem = file.replaceFirst("\\.(tar(\\.[a-z0-9]+)?|t[a-z0-9]{2,3}|zip|7z)$", "");
        if (list) {
            draft.guess(
                    "archive.layout",
                    "dir",
                    "the folder in the archive is '" + top + "'; 'dir' gives it the name of the archive",
                    "compare it with the name of the archive that " + name + " lists");
        } else if (!top.equals(stem)) {
            draft.left(
                    "archive.layout",
                    top + "/",
                    "the folder gets the name of the archive, '" + stem
                            + "', so scripts that use the old one fail; from " + name);
        }
    }

    private boolean isProgram(String path, Set<String> executable) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        String plain = file.toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "");
        boolean known = !file.contains(".") || file.endsWith(".exe");
        return file.endsWith(".exe")
                || executable.contains(path) && known
                || programs().contains(plain) && known;
    }

    private Set<String> programs() {
        Set<String> names = new LinkedHashSet<>();
        repository
                .name()
                .ifPresent(
                        slug -> names.add(slug.value().replaceFirst("^.*/", "").toLowerCase(Locale.ROOT)));
        repository.rust().flatMap(rust -> rust.shipped()).ifPresent(crate -> names.addAll(crate.programs()));
        repository
                .go()
                .ifPresent(go -> go.programs()
                        .forEach(program -> names.add(program.value().name().toLowerCase(Locale.ROOT))));
        return names;
    }

    /** The file of the repository that it is, as the config writes it: at the same place, or the only one of its name. */
    private Optional<String> source(String path) {
        Set<String> files = repository.git().tracked().orElse(Set.of());
        String file = path.substring(path.lastIndexOf('/') + 1);
        String folder = path.substring(0, path.length() - file.length());
        String into = folder.isEmpty() ? "" : " => " + folder;
        if (files.contains(path)) {
            return Optional.of(path + into);
        }
        List<String> alike = files.stream()
                .filter(known -> known.substring(known.lastIndexOf('/') + 1).equals(file))
                .sorted()
                .limit(2)
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0) + into) : Optional.empty();
    }
}
