package dev.slipway.blueprint;

import dev.slipway.plan.Installer;
import dev.slipway.plan.Packages;
import dev.slipway.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that a package is made of. What only a release knows is in it between two {@code @}: {@code @TAG@},
 * {@code @VERSION@}, and {@code @SHA256:name@} for the checksum of a file; the release fills it in.
 *
 * @param path in the repository
 * @param result what it becomes, as a path below the folder that the job {@code package} fills
 * @param template what draws it
 * @param data what the template is given
 */
public record PackageFile(String path, String result, String template, Record data) {
    /** Where a release finds its files. */
    static final String ASSETS = "dist/";

    static List<PackageFile> of(ReleasePlan plan, Header header) {
        Packages packages = plan.packages();
        String folder = plan.project().paths().packages();
        List<PackageFile> files = new ArrayList<>();
        for (Installer installer : packages.installers()) {
            files.add(new PackageFile(
                    folder + installer.asset(),
                    ASSETS + installer.asset(),
                    installer.kind() == Installer.Kind.SHELL ? "installer.sh.ftl" : "installer.ps1.ftl",
                    InstallerFacts.of(plan, installer, header)));
        }
        packages.homebrew()
                .ifPresent(it -> files.add(new PackageFile(
                        folder + it.name() + ".rb",
                        PackageJob.MANIFESTS + "/" + it.name() + ".rb",
                        "formula.rb.ftl",
                        FormulaFacts.of(plan, it, header))));
        packages.winget().ifPresent(it -> files.addAll(winget(plan, it, folder, header)));
        return files;
    }

    private static List<PackageFile> winget(ReleasePlan plan, Packages.Winget winget, String folder, Header header) {
        Record facts = WingetFacts.of(plan, winget, header);
        return List.of(
                winget(folder, winget.id() + ".yaml", "winget-version.yaml.ftl", facts),
                winget(folder, winget.id() + ".installer.yaml", "winget-installer.yaml.ftl", facts),
                winget(folder, winget.id() + ".locale.en-US.yaml", "winget-locale.yaml.ftl", facts));
    }

    private static PackageFile winget(String folder, String name, String template, Record facts) {
        return new PackageFile(folder + "winget/" + name, PackageJob.MANIFESTS + "/winget/" + name, template, facts);
    }
}
