package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are where the commands of a script leave them. */
class TreeTest {
    private static Tree after(String script) {
        Tree tree = new Tree("row", Map.of());
        new Shell(new TreeMap<>(Map.of("GITHUB_WORKSPACE", Tree.WORKSPACE)), path -> Optional.empty(), "", tree)
                .run(script);
        return tree;
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '§',
            value = {
                "cd out && tar czf ../a.tgz x => a.tgz",
                "(cd out; zip a.zip x); zip b.zip x => b.zip, out/a.zip",
                "pushd out; zip a.zip x; popd; zip b.zip x => b.zip, out/a.zip",
                "mkdir d; echo 1 > a; cp a d; mv a b => b, d/a",
                "echo 1 > a; mv a out/ => out/a",
                "echo 1 > d/a; cp -r d/. e => d/a, e/a",
                "echo 1 > d/a; mv d e => e/a",
                "make; cp ./tool tool-linux-amd64; cp bin/kelp out/ => tool-linux-amd64",
                "make; cp -r site site-1.2; mv build build-linux; cp tool bin; install -d a a-b => §§",
                "mv target/*-all.jar tool-1.jar; cp out/lib*.so ./lib.so => lib.so, tool-1.jar",
                "mkdir d; mv target/*.jar d; cp target/*.jar e/; mv a*.txt b*.txt => §§",
                "cd \"$(mktemp -d)\"; zip \"$GITHUB_WORKSPACE/a.zip\" x => a.zip",
                "echo 1 > a.txt; echo 1 > b.txt; for f in *.txt; do sha256sum $f > ${f%.txt}.sum; done; rm *.txt => a.sum, b.sum",
                "here=$(pwd); cd x; tar cf - y | gzip > $here/a.tar.gz => a.tar.gz",
                "gzip -9 target/x-y-z/release/tool; gzip -d b.gz => target/x-y-z/release/tool.gz",
                "echo 1 > a; echo 1 > b; find . -type f | xargs -I {} tar czf {}.tgz {} => a, a.tgz, b, b.tgz",
                "echo 1 > d/a; echo 1 > d/b.txt; find d -name '*.txt' -exec zip {}.zip {} \\; => d/a, d/b.txt, d/b.txt.zip",
                "echo 1 > a.txt; echo 1 > b; ls *.txt | xargs -n1 zstd -k => a.txt, a.txt.zst, b",
                "find x -executable | xargs -I% zip %.zip % => {?}.zip",
                "cosign sign-blob --yes --bundle d/sums.bundle --output-signature=d/s.sig d/sums => d/s.sig, d/sums.bundle",
                "cd d; rhash -r -a . -o sums => d/sums",
                "echo 1 > d/a; echo 1 > b; echo 1 > README.txt; rm -rf */ README* => b",
                "echo 1 > d/a; echo 1 > b; for f in */; do zip ${f%/}.zip $f; done => b, d.zip, d/a",
                "fakeroot dpkg-deb --build staging out/tool.deb => out/tool.deb",
                "f() { for x in \"${@:2}\"; do echo 1 > $1/$x; done; }; f d a b => d/a, d/b",
                "f() { for x in \"$@\"; do echo 1 > $x; done; }; f a b => a, b",
                "all=(x y z w); for x in ${all[@]:1:2}; do echo 1 > $x; done => y, z",
                "echo 1 > a; all=(*); echo 1 > b; sha256sum \"${all[@]}\" > s; for f in \"${all[@]}\"; do zip $f.zip $f; done => a, a.zip, b, s",
                "while read -r arch name; do cp x.deb $name-$arch.deb; done <<< $'amd64 kelp\\narm64 gull' => §gull-arm64.deb, kelp-amd64.deb§",
                "echo a:b:c | while IFS=: read -r x y; do echo 1 > $x; echo 1 > $y; done => a, b:c",
                "echo a > list; echo b >> list; while read -r x || [[ -n $x ]]; do echo 1 > $x.txt; done < list => b.txt, list",
                "while read -r x; do echo 1 > $x.txt; done < <(echo a; echo b) => a.txt, b.txt",
                "bash -e <(curl https://kelp.example/run) release > log; zip a.zip x => a.zip, log",
                "until zip a.zip x; do sleep 1; done => a.zip",
                "echo 1 > d/a; echo 1 > b; cp d b e/; install -D d f/x; cp -a d g => b, d/a, e/b, g/a",
                "rpmbuild -bb --define \"_rpmdir $PWD/out\" --define '_rpmfilename kelp-1.rpm' kelp.spec => out/kelp-1.rpm",
                "cd a; cd ../b; cd - > /dev/null; echo 1 > x => a/x",
                "echo 1 > d/a; echo 1 > d/x/b; cd d; ls | xargs -I{} zip -r {}.zip {} => d/a, d/a.zip, d/x.zip, d/x/b",
                "echo 1 > d/a; echo 1 > d/x/b; for f in `ls d`; do zip $f.zip d/$f; done => a.zip, d/a, d/x/b, x.zip",
                "echo 1 > d/a; for f in $(ls -1 d/); do zip $f.zip d/$f; done => a.zip, d/a",
                "echo 1 > d/a; for f in $(ls -d d); do zip $f.zip $f; done => d.zip, d/a",
                "for f in $(ls dist); do zip out/$f.zip dist/$f; done => out/{?}.zip",
                "cd nowhere; for f in $(ls -1); do zip $f.zip $f; done => nowhere/{?}.zip",
                "echo 1 > d/a; echo 1 > d/b; cd d; find . -mindepth 1 -printf '%P\\n' | sort | xargs -I {} gzip {} => d/a, d/a.gz, d/b, d/b.gz"
            })
    void filesAreWhereCommandsLeaveThem(String script, String files) {
        assertThat(String.join(", ", after(script).files().keySet())).isEqualTo(files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cd d; find . -type f | zip -q -@ ../a.zip",
                "cd d; find . -type f -printf '%P\n' | sort | tar -czf ../a.tgz -T -; cd ..; mv a.tgz a.zip",
                "cd d; ls | tar --create --files-from=- | gzip -n > ../a.zip"
            })
    void anArchiveHasTheProgramsWhoseNamesItsPackerReads(String script) {
        Tree tree = after("install -m 755 target/x-y-z/release/tool d/; " + script);
        assertThat(tree.files().get("a.zip").programs())
                .extracting(Made.Program::path)
                .containsExactly("target/x-y-z/release/tool");
    }

    @Test
    void whatIsWrittenCanBeReadAgain() {
        Tree tree = after("echo v1 > d/tag; cd d; echo \"is $(cat tag)\" > said");
        assertThat(tree.text("d/said")).hasValue("is v1");
    }

    @Test
    void anOpenPartIsNoWildcard() {
        Tree tree = after("zip tool-$WHAT_EVER.zip x");
        assertThat(tree.files()).containsOnlyKeys("tool-{?}.zip");
        assertThat(tree.named("", "{?}")).isEmpty();
        assertThat(tree.named("", "tool-*.zip")).hasSize(1);
    }

    @Test
    void patternsCostNoMoreThanIsSet() {
        Tree tree = after(
                "for a in 0 1 2 3 4 5 6 7 8 9; do for b in 0 1 2 3 4 5 6 7 8 9; do echo x > d/$a$b.txt; done; done");
        for (int i = 0; i < 20_000; i++) {
            tree.named("", "d/*" + i);
        }
        assertThat(tree.named("", "d/*1.txt"))
                .as("nothing is compared any more")
                .isEmpty();
        assertThat(tree.named("", "d/11.txt")).hasSize(1);
    }
}
