package dev.slipway.run.example;

import java.util.Map;
import java.util.TreeMap;

/** The program that every crate is made of: it says its name and version, and prints its manual and completions. */
final class RustProgram {
    private static final String TEXT = """
            //! Says what it is, and prints what is packed beside it.

            use std::process::ExitCode;

            const NAME: &str = env!("CARGO_BIN_NAME");
            const VERSION: &str = env!("CARGO_PKG_VERSION");

            fn manual() -> String {
                format!(
                    ".TH {} 1\\n.SH NAME\\n{NAME} \\\\- a small program\\n",
                    NAME.to_uppercase()
                )
            }

            fn completions(shell: &str) -> String {
                match shell {
                    "bash" => format!("complete -W '--help --version' {NAME}\\n"),
                    "zsh" => format!("#compdef {NAME}\\n_arguments '--help' '--version'\\n"),
                    "fish" => format!("complete --command {NAME} --long-option version\\n"),
                    _ => format!("Register-ArgumentCompleter -Native -CommandName {NAME}\\n"),
                }
            }

            fn main() -> ExitCode {
                let words: Vec<String> = std::env::args().skip(1).collect();
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                let text = match words[..] {
                    [] | ["--help"] => format!("usage: {NAME} [--help] [--version]\\n"),
                    ["--version"] => format!("{NAME} {VERSION}\\n"),
                    ["--config", file] => format!("{NAME} would read {file}\\n"),
                    ["man" | "--man" | "--manual"] | ["--generate", "man"] => manual(),
                    ["completions" | "--completions", shell] => completions(shell),
                    ["--generate", kind] => completions(kind.trim_start_matches("complete-")),
                    [.., "check"] => format!("{NAME} finds nothing wrong\\n"),
                    _ => {
                        eprintln!("{NAME} does not know '{}'", words.join(" "));
                        return ExitCode::from(2);
                    }
                };
                print!("{text}");
                ExitCode::SUCCESS
            }
            """;

    private RustProgram() {}

    /** Takes the version from its manifest. */
    static String text() {
        return TEXT;
    }

    /** The files of a crate whose program takes the version from the variable with what git says of the commit. */
    static Map<String, String> described() {
        return Map.of("src/main.rs", TEXT.replace("CARGO_PKG_VERSION", "RELEASE"), "build.rs", """
                        //! The release says which commit it is built from; other builds have the version of the manifest.

                        fn main() {
                            println!("cargo:rerun-if-env-changed=GIT_DESCRIBE");
                            let release = std::env::var("GIT_DESCRIBE")
                                .unwrap_or_else(|_| std::env::var("CARGO_PKG_VERSION").expect("a version"));
                            let release = release.trim_start_matches('v');
                            println!("cargo:rustc-env=RELEASE={release}");
                        }
                        """);
    }

    /** A build script that writes files, each a line of text, into the folder that cargo passes to it. */
    static String writer(Map<String, String> files) {
        StringBuilder calls = new StringBuilder();
        new TreeMap<>(files)
                .forEach((path, line) -> calls.append("    write(\"%s\", \"%s\");\n".formatted(path, line)));
        return """
                //! Writes what is packed beside the program.

                use std::path::PathBuf;
                use std::{env, fs};

                fn write(path: &str, line: &str) {
                    let file = PathBuf::from(env::var("OUT_DIR").expect("a folder")).join(path);
                    fs::create_dir_all(file.parent().expect("a parent")).expect("the folders");
                    fs::write(file, format!("{line}\\n")).expect("the file");
                }

                fn main() {
                    println!("cargo:rerun-if-changed=build.rs");
                """ + calls + "}\n";
    }

    /** What a program of this name prints as its manual. */
    static String manual(String name) {
        return ".TH " + name.toUpperCase(java.util.Locale.ROOT) + " 1\n.SH NAME\n" + name + " \\- a small program\n";
    }

    /** The completions of a program of this name, in the files that shells look for. */
    static Map<String, String> completions(String folder, String name) {
        return Map.of(
                folder + "/" + name + ".bash", "complete -W '--help --version' " + name + "\n",
                folder + "/_" + name, "#compdef " + name + "\n_arguments '--help' '--version'\n",
                folder + "/" + name + ".fish", "complete --command " + name + " --long-option version\n");
    }
}
