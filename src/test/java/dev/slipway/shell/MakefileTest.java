package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What make reads of its file, and what the builds in it are. */
class MakefileTest {
    private static List<Command> commands(String makefile, String script) {
        Shell shell = new Shell(
                Map.of(),
                path -> path.equals("Makefile") ? Optional.of(makefile.replace("> ", "\t")) : Optional.empty());
        shell.run(script);
        return shell.commands();
    }

    private static String built(String makefile) {
        return commands(makefile + "all:\n> go build $(FLAGS) .\n", "make").stream()
                .map(Command::toString)
                .filter(text -> text.startsWith("go "))
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "FLAGS = -v|FLAGS += -tags x => go build -v -tags x .",
                "FLAGS += -v => go build -v .",
                "override FLAGS := -v $(FLAGS) => go build -v .",
                "FLAGS := -v|FLAGS := -x $(FLAGS) => go build -x -v .",
                "A = b|ifdef A|\tFLAGS = -x|endif => go build -x .",
                "FLAGS = -v|FLAGS ?= -x => go build -v .",
                "FLAGS ?= -x => go build -x .",
                "A =|ifneq ($(A),)|FLAGS = -x|else|FLAGS = -v|endif => go build -v .",
                "A = b|ifeq \"$(A)\" \"b\"|FLAGS = -x|else ifdef A|FLAGS = -y|else|FLAGS = -v|endif => go build -x .",
                "A = b|ifeq ($(A),c)|FLAGS = -x|else ifdef A|FLAGS = -y|else|FLAGS = -v|endif => go build -y .",
                "ifndef A|FLAGS = -x|endif => go build -x .",
                "FLAGS = -v|ifdef DEBUG|FLAGS += -N|endif => go build -v .",
                "ifdef DEBUG|FLAGS = -N|endif|FLAGS ?= -v => go build -v .",
            })
    void settingsAreThoseThatMakeReads(String lines, String command) {
        assertThat(built(lines.replace('|', '\n') + "\n")).isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "ifeq ($(shell uname | tr 'A-Z' 'a-z'), darwin) => macOS => zip",
                "ifeq ($(shell uname -s | tr '[:upper:]' '[:lower:]'),darwin) => Linux => tar",
                "ifeq ($(shell uname -m | sed 's/x86_64/amd64/'),amd64) => Linux => zip",
                "SYSTEM = $(shell uname | rev)⏎ifneq ($(SYSTEM),xuniL) => Linux => …",
                "SYSTEM = $(shell uname | tr A-Z a-z)⏎ifneq ($(SYSTEM),linux) => Linux => tar",
                "ifeq ($(OS),Windows_NT) => Windows => zip",
                "ifeq ($(OS),Windows_NT) => macOS => tar",
                "OS ?= linux⏎ifeq ($(OS),linux) => Linux => zip",
                "ifeq ($(shell date +%u),7) => Linux => …",
            })
    void aBranchIsThatOfTheMachineOrNoneIsTaken(String lines, String system, String packer) {
        String makefile = lines.replace('⏎', '\n') + "\nPACK = zip\nelse\nPACK = tar\nendif\nall:\n\techo $(PACK)\n";
        Shell shell = new Shell(
                Map.of("RUNNER_OS", system, "RUNNER_ARCH", "X64"),
                path -> path.equals("Makefile") ? Optional.of(makefile) : Optional.empty());
        shell.run("echo packer=$(make) >> $GITHUB_OUTPUT");
        assertThat(Symbols.shown(shell.outputs().getOrDefault("packer", ""))).isEqualTo(packer);
    }

    @Test
    void eachWordOfAListOfTargetsIsOne() {
        String makefile = """
                PLATFORMS := linux/amd64 darwin/arm64
                parts = $(subst /, ,$@)
                release: $(PLATFORMS)
                $(PLATFORMS):
                > GOOS=$(word 1,$(parts)) GOARCH=$(word 2,$(parts)) go build -o reed-$(word 1,$(parts)) .
                """;
        assertThat(commands(makefile, "make release"))
                .filteredOn(command -> command.program().equals("go"))
                .extracting(command -> command.env().get("GOARCH") + " " + command)
                .containsExactly("amd64 go build -o reed-linux .", "arm64 go build -o reed-darwin .");
    }

    @Test
    void theStemOfATargetIsWhatItsPatternLeavesOpen() {
        String makefile = """
                release: build-linux-amd64 build-darwin-arm64.exe
                build-%.exe:
                > go build -o reed-$*.exe .
                build-%:
                > go build -o reed-$* .
                """;
        assertThat(commands(makefile, "make release"))
                .filteredOn(command -> command.program().equals("go"))
                .extracting(Command::toString)
                .containsExactly("go build -o reed-linux-amd64 .", "go build -o reed-darwin-arm64.exe .");
    }

    @Test
    void aVariableMayBeWhatTheCommandOfItsNamePrints() {
        Shell shell = new Shell(
                Map.of("RUNNER_OS", "Windows", "OUT", "reed"),
                path -> path.equals("Makefile") ? Optional.of("""
                        GOOS := $(shell go env GOOS)
                        ifeq ($(GOOS),windows)
                          ifneq ($(suffix $(OUT)),.exe)
                            OUT := $(addsuffix .exe,$(OUT))
                          endif
                        endif
                        all:
                        \tgo build -o $(OUT) .
                        """) : Optional.empty());
        shell.run("make");
        assertThat(shell.commands().stream().map(Command::toString)).contains("go build -o reed.exe .");
    }

    @Test
    void recipesHaveConditionsToo() {
        assertThat(commands("""
                        STATIC := yes
                        all:
                        ifeq ($(STATIC),yes)
                        > ./static.sh
                        else
                        > ./dynamic.sh
                        endif
                        """, "make"))
                .extracting(Command::toString)
                .contains("./static.sh")
                .doesNotContain("./dynamic.sh");
    }

    @Test
    void goxBuildsEveryPlatformOfItsList() {
        List<Command> started = commands("""
                PLATFORMS ?= linux/amd64 windows/arm64
                all:
                > gox -parallel=2 -osarch='$(PLATFORMS)' -output="out/reed-{{.OS}}-{{ .Arch }}" -tags netgo -verbose
                """, "make");
        assertThat(started)
                .extracting(Command::toString)
                .contains(
                        "go build -tags=netgo -o out/reed-linux-amd64 .",
                        "go build -tags=netgo -o out/reed-windows-arm64.exe .");
        assertThat(started)
                .filteredOn(command -> command.toString().contains("windows"))
                .extracting(Command::env)
                .contains(Map.of("GOOS", "windows", "GOARCH", "arm64", "CGO_ENABLED", "0"));
    }

    @Test
    void goxCrossesSystemsWithProcessorsForEachPackage() {
        assertThat(commands("", "gox -os 'linux darwin' -arch=amd64 -cgo ./cmd/reed ./cmd/oat"))
                .extracting(Command::toString)
                .contains(
                        "go build -o reed_linux_amd64 ./cmd/reed",
                        "go build -o oat_linux_amd64 ./cmd/oat",
                        "go build -o oat_darwin_amd64 ./cmd/oat");
    }

    @Test
    void thePlatformsThatGoxChoosesItselfAreNotKnown() {
        assertThat(commands("", "gox -osarch='!darwin/386' -output=out/x"))
                .extracting(Command::program)
                .containsExactly("gox");
    }

    @Test
    void eachLineStartsWhereMakeDoes() {
        assertThat(commands("all:\n> cd out && ./pack a # and more\n> ./pack b\n", "make"))
                .filteredOn(command -> command.program().equals("pack"))
                .extracting(Command::folder)
                .containsExactly("out", "");
    }

    @Test
    void aRecipeMayHaveOneShell() {
        assertThat(commands(".ONESHELL:\nall:\n> cd out\n> ./pack b\n", "make"))
                .filteredOn(command -> command.program().equals("pack"))
                .extracting(Command::folder)
                .containsExactly("out");
    }

    @Test
    void aVersionThatTheShellPrintsIsReadByItsName() {
        assertThat(commands("VERSION := $$(./show)\nall:\n> ./pack reed_$(VERSION).zip\n", "make"))
                .extracting(Command::toString)
                .contains("./pack reed_" + Symbols.byName("VERSION") + ".zip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "V = v1.2|FLAGS = $(V:v%=%) => go build 1.2 .",
                "V = a.c b.c|FLAGS = $(V:.c=.o) => go build a.o b.o .",
                "V = v1-v2|FLAGS = $(subst v,,$(V)) => go build 1-2 .",
                "V = $(shell git describe --tags)|FLAGS = $(subst v,,$(V)) => go build {version} .",
                "V = $(shell git describe --tags)|FLAGS = $(patsubst v%,%,$(V))-x => go build {version}-x .",
                "V = $(shell git describe --tags)|FLAGS = $(V:v%=%) => go build {version} .",
                "HERE := $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))|FLAGS = $(HERE) => go build /github/workspace .",
                "V = v1$(if $(shell git status --porcelain),-dirty,)|FLAGS = $(V) => go build v1 .",
                "V = linux/amd64|FLAGS = $(word 2,$(subst /, ,$(V)))-$(firstword $(subst /, ,$(V))) => go build amd64-linux .",
                "V = a b c d|FLAGS = $(lastword $(V)) $(words $(V)) $(wordlist 2,3,$(V)) $(word 9,$(V)) => go build d 4 b c .",
                "V = x.go y.c z.go|FLAGS = $(filter %.go,$(V)) $(filter-out z.go,$(V)) => go build x.go z.go x.go y.c .",
                "V = cmd/a/a.tar.gz b|FLAGS = $(notdir $(V)) $(dir $(V)) $(basename $(V)) => "
                        + "go build a.tar.gz b cmd/a/ ./ cmd/a/a.tar b .",
                "V = b a b|FLAGS = $(sort $(V)) $(addprefix -t,$(V)) $(addsuffix .x,$(V)) $(findstring a,$(V)) => "
                        + "go build a b -tb -ta -tb b.x a.x b.x a .",
                "V = one two|FLAGS = $(foreach x,$(V),-o$(x)) => go build -oone -otwo .",
                "V = a/b c/d|FLAGS = $(foreach x,$(V),$(subst /,-,$(x))) => go build a-b c-d .",
                "V = a b|W = c d|FLAGS = $(foreach x,$(V),$(foreach y,$(W),$(x)$(y))) => go build ac ad bc bd .",
                "named = -o $(1)-$(2)$(3)|FLAGS = $(call named,reed,linux) => go build -o reed-linux .",
                "HERE := $(dir $(realpath $(lastword $(MAKEFILE_LIST))))|FLAGS = $(HERE)x => go build /github/workspace/x .",
            })
    void textFunctionsReplaceParts(String lines, String command) {
        assertThat(built(lines.replace('|', '\n') + "\n")).isEqualTo(command);
    }

    /** A makefile that packs what a pattern builds for each word of a list. */
    private static final String STEMS = """
            ALL = linux-amd64 \\
            	linux-arm-6
            FLAGS = -X main.v=1
            release: $(ALL:%=out/reed-%.tar.gz)
            both: $(addprefix out/reed-, $(addsuffix .tar.gz, $(ALL)))
            out/linux-arm-%: ARM = GOARM=$(word 3,$(subst -, ,$*))
            out/%-arm-6/reed: FLAGS += -s
            out/%/reed: main.go
            > mkdir -p $(@D)
            > GOOS=$(firstword $(subst -, ,$*)) GOARCH=$(word 2,$(subst -, ,$*)) $(ARM) go build -ldflags "$(FLAGS)" -o $@
            out/reed-%.tar.gz: out/%/reed
            > tar -C out/$* -czf $@ $(notdir $<)
            """;

    @ParameterizedTest
    @ValueSource(strings = {"release", "both"})
    void aPatternRuleMakesEachWordOfAList(String target) {
        assertThat(commands(STEMS, "make " + target))
                .filteredOn(command -> command.program().matches("go|tar|mkdir"))
                .extracting(command -> command + " " + new TreeMap<>(command.env()))
                .containsExactly(
                        "mkdir -p out/linux-amd64 {}",
                        "go build -ldflags -X main.v=1 -o out/linux-amd64/reed {GOARCH=amd64, GOOS=linux}",
                        "tar -C out/linux-amd64 -czf out/reed-linux-amd64.tar.gz reed {}",
                        "mkdir -p out/linux-arm-6 {}",
                        "go build -ldflags -X main.v=1 -s -o out/linux-arm-6/reed {GOARCH=arm, GOARM=6, GOOS=linux}",
                        "tar -C out/linux-arm-6 -czf out/reed-linux-arm-6.tar.gz reed {}");
    }

    @Test
    void whatOneCallOfMakePassesIsEmptyInAnother() {
        assertThat(commands("all:\n> $(MAKE) one EXT=.exe\n> $(MAKE) one\none:\n> ./pack reed$(EXT)\n", "make"))
                .extracting(Command::toString)
                .containsSubsequence("./pack reed.exe", "./pack reed");
    }

    @Test
    void aSettingOfTheCallComesBeforeThatOfATarget() {
        assertThat(commands("all: NAME = mine\nall:\n> ./pack $(NAME)\n", "make NAME=yours"))
                .extracting(Command::toString)
                .contains("./pack yours");
    }

    @Test
    void aSettingOfATargetReachesWhatItNeedsAndNothingElse() {
        assertThat(commands(
                        "all: big small\nbig: NAME = big\nbig: one\none two:\n> ./pack $@ $(NAME)\nsmall: two\nNAME = x\n",
                        "make"))
                .extracting(Command::toString)
                .contains("./pack one big", "./pack two x");
    }

    @Test
    void whatATargetNeedsMayStandApartFromThePatternThatMakesIt() {
        assertThat(commands("all: out/a\nout/a: first\nfirst:\n> ./prepare\nout/%:\n> ./pack $*\n", "make"))
                .extracting(Command::toString)
                .containsSubsequence("./prepare", "./pack a");
    }

    @Test
    void aRecipeMaySetWhatLaterTargetsUse() {
        assertThat(commands(
                        "MAIN = ./cmd/reed\nservice:\n> $(eval MAIN := ./cmd/serve)\nall:\n> go build $(MAIN)\n",
                        "make service all"))
                .extracting(Command::toString)
                .contains("go build ./cmd/serve");
        assertThat(commands(
                        "all: on-linux on-darwin\non-%:\n> $(eval OS := $(firstword $(subst -, ,$*)))\n> ./pack $(OS)\n",
                        "make"))
                .extracting(Command::toString)
                .containsSubsequence("./pack linux", "./pack darwin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(eval $(call rule,linux,amd64))\n$(eval $(call rule,darwin,arm64))\n",
                "$(foreach os,linux,$(eval $(call rule,$(os),amd64)))\n$(foreach os,darwin,$(eval $(call rule,$(os),arm64)))\n"
            })
    void aMacroMayMakeRules(String lines) {
        assertThat(commands("""
                        define rule
                        out/reed-$(1)-$(2): main.go
                        	GOOS=$(1) GOARCH=$(2) go build -o $$@ .
                        BINS += out/reed-$(1)-$(2)
                        endef
                        """ + lines + "release: $(BINS)\n", "make release"))
                .filteredOn(command -> command.program().equals("go"))
                .extracting(command -> command + " " + new TreeMap<>(command.env()))
                .containsExactly(
                        "go build -o out/reed-linux-amd64 . {GOARCH=amd64, GOOS=linux}",
                        "go build -o out/reed-darwin-arm64 . {GOARCH=arm64, GOOS=darwin}");
    }

    @Test
    void aMacroMayHaveSeveralLines() {
        assertThat(commands("""
                        define pack
                        	@mkdir -p out
                        	GOOS=$(1) GOARCH=$(word 2,$(2)) go build -o out/reed-$(1)
                        endef
                        all:
                        > $(call pack,linux,x arm64)
                        > $(call pack,darwin,x amd64)
                        """, "make"))
                .filteredOn(command -> command.program().equals("go"))
                .extracting(command -> command + " " + new TreeMap<>(command.env()))
                .containsExactly(
                        "go build -o out/reed-linux {GOARCH=arm64, GOOS=linux}",
                        "go build -o out/reed-darwin {GOARCH=amd64, GOOS=darwin}");
    }

    /** A makefile that starts make again for each platform. */
    @Test
    void theEnvironmentComesBeforeADefault() {
        assertThat(commands("""
                        GOOS ?= $(shell go env GOOS)
                        ifeq ($(GOOS),windows)
                        EXE := .exe
                        endif
                        all:
                        > GOOS=windows make -C $(CURDIR) one
                        > GOOS=linux make one
                        one:
                        > GOOS=$(GOOS) go build -o kelp$(EXE)
                        """, "make"))
                .filteredOn(command -> command.program().equals("go"))
                .extracting(command -> command + " " + command.env())
                .containsExactly("go build -o kelp.exe {GOOS=windows}", "go build -o kelp {GOOS=linux}");
    }

    @Test
    void namesOfMakeMayHaveDashesAndFunctionsMayHaveTheParenthesesOfAShell() {
        assertThat(commands("""
                        os-list = linux windows
                        all:
                        > $(foreach n,$(os-list), (cd $(n) || exit 1); go build -o $(n)$(os-none) .;)
                        """, "make"))
                .extracting(Command::toString)
                .contains("go build -o linux .", "go build -o windows .");
    }

    @Test
    void aTextThatIsPrintedAsItIsNeedsNoMeaningFromItsName() {
        assertThat(built("SMALL_TAG = $(shell test -d web || echo ',small')\nFLAGS = -tags a$(SMALL_TAG)\n"))
                .isEqualTo("go build -tags a,small .");
    }

    /** Two files, of which the second one is for people. */
    @Test
    void rulesOfAnIncludedFileAndWhatTheirTargetsNeedAreRead() {
        Map<String, String> files = Map.of("Makefile.ship", """
                include Makefile missing.mk
                ifneq (,$(findstring -,$(VERSION)))
                \tEARLY := "early-"
                endif
                all: out/reed-$(VERSION)-linux out/sums
                out/sums: out/reed-$(VERSION)-linux | out/
                \tsha256sum $^ > $@
                \tcp $< out/$(EARLY)copy
                """, "Makefile", """
                include Makefile.ship
                VERSION := $(shell git describe --tags --always --dirty="-dev")
                out/reed-$(VERSION)-linux: | out/
                \tGOOS=linux go build -ldflags='-X main.v=$(VERSION)' -o $@
                .PHONY: all
                """);
        Shell shell = new Shell(Map.of(), path -> Optional.ofNullable(files.get(path)));
        shell.run("make -f Makefile.ship all");
        assertThat(shell.commands())
                .extracting(Command::toString)
                .contains("go build -ldflags=-X main.v={tag} -o out/reed-{tag}-linux")
                .contains("sha256sum out/reed-{tag}-linux", "cp out/reed-{tag}-linux out/early-copy");
    }

    @Test
    void theEnvironmentOfAStepComesBeforeADefault() {
        Shell shell = new Shell(
                Map.of("PUSH", "yes"),
                path -> path.equals("Makefile")
                        ? Optional.of("PUSH ?= no\nMODE = a\nall:\n\tgo build -tags $(PUSH),$(MODE) .\n")
                        : Optional.empty());
        shell.run("MODE=b make");
        assertThat(shell.commands()).extracting(Command::toString).contains("go build -tags yes,a .");
    }

    @Test
    void aDefaultForACommandThatPrintsNothingIsNotItsOutput() {
        Shell shell = new Shell(
                Map.of(),
                path -> path.equals("Makefile")
                        ? Optional.of("REF := $(shell git describe --tags)\nifeq ($(REF),)\nREF := none\nendif\n"
                                + "ifeq ($(GIVEN),)\nGIVEN := default\nendif\n"
                                + "all:\n\tgo build -tags $(REF),$(GIVEN) .\n")
                        : Optional.empty());
        shell.run("make");
        assertThat(shell.commands()).extracting(Command::toString).contains("go build -tags {tag},default .");
    }
}
