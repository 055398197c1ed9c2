package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "fakeroot dpkg-deb --build staging out/tool.deb => out/tool.deb"
            })
    void filesAreWhereCommandsLeaveThem(String script, String files) {
        assertThat(String.join(", ", after(script).files().keySet())).isEqualTo(files);
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
