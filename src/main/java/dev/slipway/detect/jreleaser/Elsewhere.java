package dev.slipway.detect.jreleaser;

import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.Section;
import java.util.List;
import java.util.Optional;

/** Reads what JReleaser publishes outside of the release: artifacts, uploads and announcements. */
record Elsewhere(Section root, Names names, Found found) {
    void read() {
        Section deploy = root.section("deploy");
        Section maven = deploy.section("maven");
        if (Active.unlessOff(deploy) && Active.unlessOff(maven)) {
            each(maven, "no longer deployed there; a job under 'jobs' can deploy it");
        }
        deploy.skipAll();
        Section upload = root.section("upload");
        if (Active.unlessOff(upload)) {
            each(upload, "no longer uploaded there; a job under 'jobs' can upload it");
        }
        upload.skipAll();
        announce();
        List.of("gitlab", "gitea", "forgejo", "codeberg", "generic")
                .forEach(key -> found.left(root.section("release"), key, "Slipway releases on GitHub"));
        catalog();
    }

    /** The items of each kind that are switched on. */
    private void each(Section kinds, String why) {
        for (String kind : kinds.names()) {
            Section all = kinds.section(kind);
            for (String name : all.names()) {
                Section one = all.section(name);
                if (Active.is(one)) {
                    found.left.add(new Left(one.path(), address(one), why, one.from()));
                }
            }
        }
    }

    private String address(Section one) {
        Optional<String> address =
                one.text("url").or(() -> one.text("uploadUrl")).or(() -> one.text("host"));
        return address.map(text -> names.fill(text).text()).orElse(String.join(", ", one.names()));
    }

    private void announce() {
        Section announce = root.section("announce");
        if (Active.unlessOff(announce)) {
            for (String name : announce.names()) {
                Section one = announce.section(name);
                if (Active.is(one)) {
                    found.whole(one, name, "releases are no longer announced there");
                }
            }
        }
        announce.skipAll();
    }

    /** Only SBOMs that are packed are files of the release. */
    private void catalog() {
        Section catalog = root.section("catalog");
        Section sbom = catalog.section("sbom");
        for (String tool : List.of("syft", "cyclonedx")) {
            Section one = sbom.section(tool);
            Section pack = one.section("pack");
            if (Active.is(one) && pack.flag("enabled")) {
                String name = pack.text("name").orElse("{{projectName}}-{{projectVersion}}-sboms");
                found.asset(new Found.Asset(names.fill(name).text() + ".zip", pack.from(), "", false, true));
                found.left.add(new Left(
                        one.path(), tool, "'sbom' adds one SBOM to the release, without an archive", one.from()));
            }
        }
        for (String key : List.of("github", "slsa")) {
            if (Active.is(catalog.section(key))) {
                found.whole(catalog.section(key), key, "see 'attest', which proves the origin of files");
            }
        }
        if (Active.is(catalog.section("swid"))) {
            found.left(catalog, "swid", "no longer in the archives");
        }
        catalog.skipAll();
    }
}
