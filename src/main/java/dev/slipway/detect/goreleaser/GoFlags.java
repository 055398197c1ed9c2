package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says with which flags Go builds programs. */
record GoFlags(Fields fields, Notes notes) {
    private static final String USUAL_LDFLAGS =
            "-s -w -X main.version={{.Version}} -X main.commit={{.Commit}} -X main.date={{.Date}} -X "
                    + "main.builtBy=goreleaser";

    /** Flags of {@code go build} whose value may be the next word. */
    private static final Set<String> VALUED = Set.of(
            "-mod",
            "-modfile",
            "-p",
            "-asmflags",
            "-gcflags",
            "-gccgoflags",
            "-buildmode",
            "-compiler",
            "-installsuffix",
            "-overlay",
            "-pgo",
            "-pkgdir",
            "-toolexec",
            "-covermode",
            "-coverpkg");

    void addLinked(Section build) {
        List<String> written = build.texts("ldflags");
        String from = build.from("ldflags");
        if (written.isEmpty() && build.has("ldflags")) {
            return;
        }
        List<String> kept = new ArrayList<>();
        for (String template : written.isEmpty() ? List.of(USUAL_LDFLAGS) : written) {
            Evaluation.Result filled = fields.fill(template);
            ofPrereleases(build, template, Flags.words(filled.text()));
            String previous = "";
            for (String word : Flags.words(filled.text())) {
                boolean pair = previous.equals("-X") || previous.equals("-extldflags");
                previous = word;
                String flag = flag(build, word, filled);
                if (List.of("-s", "-w").contains(flag) && kept.contains(flag)) {
                    continue; // several lines begin with the same ones
                }
                if (!flag.isEmpty()) {
                    kept.add(flag);
                } else if (pair && !kept.isEmpty()) {
                    kept.remove(kept.size() - 1);
                }
            }
        }
        notes.text("go.ldflags", kept.isEmpty() ? "-s -w" : String.join(" ", kept), from);
        if (kept.isEmpty()) {
            notes.part(
                    build,
                    "ldflags",
                    build.summary("ldflags"),
                    "none of the flags are supported; '-s -w' is used instead");
        }
    }

    /** Flags that say more in a prerelease, which all releases share now. */
    private void ofPrereleases(Section build, String template, List<String> usual) {
        if (template.contains(".Prerelease")) {
            Flags.words(fields.with("Prerelease", "rc.1").fill(template).text()).stream()
                    .filter(word -> !usual.contains(word))
                    .forEach(word -> notes.part(
                            build,
                            "ldflags",
                            word,
                            "only prereleases get this, and now they get what other releases get"));
        }
    }

    /** A flag in the words of Slipway; empty for one that it cannot say. */
    private String flag(Section build, String word, Evaluation.Result filled) {
        String text = word.replace("{short-commit}", "{commit}")
                .replace("{now}", "{date}")
                .replace("'", "")
                .replace("\"", "");
        String open = text.replaceAll("\\{(version|tag|commit|date)\\}", "");
        boolean known = !word.contains(Value.UNKNOWN);
        if (!known || !open.matches("[A-Za-z0-9_./=:@%+,-]*+") || text.isEmpty()) {
            notes.part(build, "ldflags", word, known ? unsaid(open) : filled.why());
            return "";
        }
        if (word.contains("{short-commit}")) {
            notes.part(build, "ldflags", word, "uses the full commit hash");
        }
        if (word.contains("{now}") && build.has("ldflags")) {
            notes.part(build, "ldflags", word, "uses the date of the commit, so that each build gives the same bytes");
        }
        return text;
    }

    private static String unsaid(String flag) {
        return flag.contains("{")
                ? "'go.ldflags' has {version}, {tag}, {commit} and {date}, but no other part of the version, so the program"
                        + " keeps the value in its source"
                : "a flag with spaces, quotes or other special characters";
    }

    /** The flags of a build, each with its value; that of {@code -tags} may have spaces in it. */
    private static List<String> items(Section build) {
        List<String> items = new ArrayList<>();
        for (String item : build.texts("flags")) {
            boolean value = !items.isEmpty() && items.get(items.size() - 1).equals("-tags");
            items.addAll(value ? List.of(item) : Flags.words(item));
        }
        for (int i = 0; i + 1 < items.size(); i++) {
            if (VALUED.contains(items.get(i)) && !items.get(i + 1).startsWith("-")) {
                items.set(i, items.get(i) + "=" + items.remove(i + 1));
            }
        }
        return items;
    }

    void add(Section build) {
        Set<String> tags = new LinkedHashSet<>();
        build.texts("tags")
                .forEach(tag -> fields.known(tag)
                        .ifPresentOrElse(tags::add, () -> notes.part(build, "tags", tag, "known only during a run")));
        List<String> flags = new ArrayList<>();
        String previous = "";
        for (String word : items(build)) {
            String flag = fields.known(word).orElse("");
            if (previous.equals("-tags") || flag.startsWith("-tags=")) {
                tags.addAll(List.of(flag.replaceFirst("^-tags=", "").split("[, ]+")));
            } else if (flag.startsWith("-")
                    && !flag.startsWith("-ldflags")
                    && flag.matches("-[A-Za-z0-9_./=:@%+,-]+")) {
                if (!flag.equals("-tags") && !flag.equals("-v")) {
                    flags.add(flag);
                }
            } else {
                notes.part(build, "flags", word, "not a single word that begins with '-'");
            }
            previous = flag;
        }
        build.text("buildmode")
                .filter(mode -> mode.matches("[a-z]++"))
                .ifPresent(mode -> flags.add("-buildmode=" + mode));
        if (!tags.isEmpty()) {
            notes.texts("go.tags", List.copyOf(tags), build.from(build.has("tags") ? "tags" : "flags"));
        }
        if (!flags.isEmpty() && !flags.equals(List.of("-trimpath"))) {
            notes.texts("go.flags", flags, build.from(build.has("flags") ? "flags" : "buildmode"));
        }
        if (flags.isEmpty() && !build.unknown("flags") && !isTrimmed()) {
            notes.open.add(new GoReleaser.Said<>(
                    "programs are built with '-trimpath', which is not among their flags; write 'flags: []' for none; from "
                            + build.from("flags"),
                    "go.flags"));
        }
    }

    /** Whether a variable gives the flag to all builds. */
    private boolean isTrimmed() {
        return Optional.ofNullable(fields.environment().get("GOFLAGS"))
                .filter(flags -> !flags.known() || flags.printed().contains("-trimpath"))
                .isPresent();
    }
}
