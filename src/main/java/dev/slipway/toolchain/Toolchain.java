package dev.slipway.toolchain;

import dev.slipway.config.ToolchainSettings;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the programs of one language are built and tested: everything that the rest of Slipway does not know of it. */
public interface Toolchain extends ToolchainSettings {
    /** The key of the config that chooses it, such as {@code rust}. */
    String key();

    /** The toolchain with its version, for people: {@code Rust 1.94.0}. */
    String title();

    /** What a build gives to users, for a project of this name. */
    List<Shipped> shipped(String project);

    /** How to build for a target; nothing where the toolchain cannot. */
    Optional<Recipe> recipe(Target target);

    /** Whether programs are linked with the C library of the system that builds them. */
    boolean linksLibc();

    /** Whether builds look at the history of the repository, such as its newest tag. */
    boolean history();

    /** Variables for every job. */
    Map<String, Value> env();

    /** The Debian packages that a bare container lacks for a build. */
    List<String> containerPackages();

    /** The steps that install the toolchain for a variant. */
    List<Step> setup(Cell cell);

    /** The step that builds a variant. */
    Step build(Cell cell);

    /** Where the build leaves what users get, in the order of {@link #shipped}. */
    List<Text> outputs(Cell cell);

    /** The jobs that it has for testing changes, in the order in which they are listed. */
    List<CiOffer> ci();

    /** The steps that make a machine ready to build and test in CI, caches included. */
    List<Step> ciSetup(CiSetting setting);

    /** The files whose change may break a build: patterns as Git's {@code :(glob)} reads them. */
    List<String> buildFiles();
}
