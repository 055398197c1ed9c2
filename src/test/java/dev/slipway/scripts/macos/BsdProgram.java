package dev.slipway.scripts.macos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options that a program of macOS takes, as its own source has them; all others are GNU's.
 *
 * @param letters the short ones, as {@code getopt} wants them: a colon behind those with a value
 * @param words the long ones
 * @param anywhere whether an option may stand behind a file
 * @param page where its options are defined
 */
record BsdProgram(String name, String letters, Set<String> words, boolean anywhere, String page) {
    private static final String APPLE = "https://github.com/apple-oss-distributions/";
    private static final String TEXT = APPLE + "text_cmds/blob/main/";
    private static final String FILE = APPLE + "file_cmds/blob/main/";
    private static final String SHELL = APPLE + "shell_cmds/blob/main/";

    private static final Map<String, BsdProgram> ALL = Stream.of(
                    plain("cp", "HLPRacfilNnprSsvXx", FILE + "cp/cp.1"),
                    plain("cut", "b:c:d:f:snw", TEXT + "cut/cut.1"),
                    plain("comm", "123i", TEXT + "comm/comm.1"),
                    plain("date", "f:I:jnRr:uv:z:", SHELL + "date/date.1"),
                    plain("env", "0C:iP:S:u:v", SHELL + "env/env.1"),
                    // with -D, install means something else than GNU's
                    plain("install", "B:bCcdf:g:h:l:M:m:N:o:pSsUv", FILE + "install/install.1"),
                    plain("ln", "FLPfhinsvw", FILE + "ln/ln.1"),
                    plain("mkdir", "m:pv", FILE + "mkdir/mkdir.1"),
                    plain("mv", "fhinv", FILE + "mv/mv.1"),
                    plain("paste", "d:s", TEXT + "paste/paste.1"),
                    plain("readlink", "fn", FILE + "stat/stat.1"),
                    plain("realpath", "q", SHELL + "realpath/realpath.1"),
                    plain("rm", "dfiIPRrvWx", FILE + "rm/rm.1"),
                    plain("rmdir", "pv", FILE + "rmdir/rmdir.1"),
                    plain("sed", "EHI:ae:f:i:lnru", TEXT + "sed/sed.1"),
                    plain("split", "a:b:cdl:n:p:", TEXT + "split/split.1"),
                    plain("stat", "f:FlLnqrst:x", FILE + "stat/stat.1"),
                    plain("tee", "ai", SHELL + "tee/tee.1"),
                    plain("touch", "A:acd:fhmr:t:", FILE + "touch/touch.1"),
                    plain("tr", "Ccdsu", TEXT + "tr/tr.1"),
                    plain("wc", "clmwL", TEXT + "wc/wc.1"),
                    first("du", "AB:HI:LPasd:cghklmnrt:x", "si", FILE + "du/du.1"),
                    first("head", "n:c:", "bytes lines", TEXT + "head/head.1"),
                    first("seq", "f:s:t:w", "format separator terminator equal-width", SHELL + "seq/seq.1"),
                    first("tail", "Fb:c:fn:qrv", "blocks bytes lines quiet silent verbose", TEXT + "tail/tail.1"),
                    first(
                            "uniq",
                            "Dcdif:s:u",
                            "all-repeated count repeated skip-fields ignore-case skip-chars unique",
                            TEXT + "uniq/uniq.1"),
                    first(
                            "xargs",
                            "0E:I:J:L:n:oP:pR:S:s:rtx",
                            "exit interactive max-args max-chars max-procs no-run-if-empty null verbose",
                            SHELL + "xargs/xargs.1"),
                    // -p came with macOS 15
                    anywhere("mktemp", "dqt:u", "directory quiet dry-run", SHELL + "mktemp/mktemp.1"),
                    anywhere(
                            "grep",
                            "0123456789A:B:C:D:EFGHIJLMOSRUVXZabcd:e:f:hilm:nopqrsuvwxyz",
                            "binary-files help line-buffered label null color colour exclude include exclude-dir"
                                    + " include-dir after-context text before-context byte-offset context count"
                                    + " extended-regexp regexp fixed-strings file basic-regexp no-filename"
                                    + " with-filename ignore-case files-with-matches files-without-match max-count"
                                    + " line-number only-matching quiet silent recursive no-messages invert-match"
                                    + " version word-regexp line-regexp",
                            TEXT + "grep/grep.1"),
                    anywhere(
                            "sort",
                            "bcCdfghik:Mmno:RrsS:t:T:uVz",
                            "batch-size buffer-size check ignore-leading-blanks dictionary-order ignore-case"
                                    + " general-numeric-sort human-numeric-sort ignore-nonprinting key month-sort"
                                    + " merge numeric-sort output random-sort reverse stable field-separator"
                                    + " temporary-directory unique version-sort zero-terminated",
                            TEXT + "sort/sort.1.in"),
                    anywhere(
                            "gzip",
                            "123456789cdfhkLlNnqrS:tVv",
                            "stdout to-stdout decompress uncompress force help keep list no-name name quiet"
                                    + " recursive suffix test verbose version fast best",
                            FILE + "gzip/gzip.1"),
                    // not --owner and --group, which came late; -P and -h mean the same
                    anywhere(
                            "tar",
                            "aBb:C:cf:HhI:JjkLlmnOoPpqrSs:T:tUuvW:wX:xyZz",
                            "absolute-paths append auto-compress blocking-factor bzip2 cd check-links compress create"
                                    + " dereference directory exclude exclude-from extract fast-read file files-from"
                                    + " format gid gname gzip gunzip help include insecure keep-newer-files"
                                    + " keep-old-files list lzip lzma modification-time newer no-recursion"
                                    + " no-same-owner no-same-permissions null numeric-owner one-file-system options"
                                    + " preserve-permissions same-owner same-permissions strip-components to-stdout"
                                    + " totals uid uname uncompress unlink update use-compress-program verbose version"
                                    + " xz zstd",
                            APPLE + "libarchive/blob/main/libarchive/tar/bsdtar.1"))
            .collect(Collectors.toMap(BsdProgram::name, program -> program, (one, other) -> one, LinkedHashMap::new));

    private static BsdProgram plain(String name, String letters, String page) {
        return new BsdProgram(name, letters, Set.of(), false, page);
    }

    private static BsdProgram first(String name, String letters, String words, String page) {
        return new BsdProgram(name, letters, Set.of(words.split(" ")), false, page);
    }

    private static BsdProgram anywhere(String name, String letters, String words, String page) {
        return new BsdProgram(name, letters, Set.of(words.split(" ")), true, page);
    }

    static Optional<BsdProgram> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static Stream<BsdProgram> all() {
        return ALL.values().stream();
    }

    /**
     * What a program was called with.
     *
     * @param options by letter or word, with the value or nothing
     * @param files all that is neither
     * @param refused options that it does not take, as they were written
     */
    record Called(Map<String, String> options, List<String> files, List<String> refused) {}

    /** Reads arguments as the program does. */
    Called read(List<String> arguments) {
        Called called = new Called(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        boolean bundled =
                name.equals("tar") && !arguments.isEmpty() && !arguments.get(0).startsWith("-");
        boolean options = true;
        int at = 0;
        while (at < arguments.size()) {
            String argument = bundled && at == 0 ? "-" + arguments.get(0) : arguments.get(at);
            boolean option = argument.startsWith("-") && !argument.equals("-");
            at++;
            if (options && argument.equals("--")) {
                options = false;
            } else if (options && option && argument.startsWith("--")) {
                String word = argument.substring(2).replaceFirst("=.*", "");
                if (words.contains(word)) {
                    called.options.put(word, argument.replaceFirst("[^=]*=?", ""));
                } else {
                    called.refused.add("--" + word);
                }
            } else if (options && option && numbers(argument)) {
                called.options.put("n", argument.substring(1));
            } else if (options && option) {
                at += letters(
                        argument, at < arguments.size() ? Optional.of(arguments.get(at)) : Optional.empty(), called);
            } else {
                boolean runs = Set.of("xargs", "env").contains(name);
                if (option && !options && !runs && !arguments.contains("--")) {
                    called.refused.add(argument + " behind " + called.files.get(called.files.size() - 1));
                }
                called.files.add(argument);
                options &= anywhere || called.files.isEmpty();
            }
        }
        return called;
    }

    private boolean numbers(String argument) {
        return Set.of("head", "tail").contains(name) && argument.matches("-[0-9]+");
    }

    /** Reads one argument with letters; gives 1 if the next one is a value. */
    private int letters(String argument, Optional<String> next, Called called) {
        for (int i = 1; i < argument.length(); i++) {
            String letter = argument.substring(i, i + 1);
            int at = letters.indexOf(letter);
            if (at < 0 || letter.equals(":")) {
                called.refused.add("-" + letter);
                return 0;
            }
            if (letters.startsWith(":", at + 1)) {
                boolean apart = i + 1 == argument.length();
                called.options.put(letter, apart ? next.orElse("") : argument.substring(i + 1));
                return apart ? 1 : 0;
            }
            called.options.put(letter, "");
        }
        return 0;
    }
}
