package dev.slipway.detect.other;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A package of Swift with programs. */
record SwiftBuild(RepositoryFiles files) {
    private static final String FILE = "Package.swift";
    private static final String NAME = "[\"']?([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})[\"']?";
    private static final Pattern PRODUCT = Pattern.compile("\\.executable\\([ \\t\\n]*+name:[ \\t]*+" + NAME);
    private static final Pattern TARGET = Pattern.compile("\\.executableTarget\\([ \\t\\n]*+name:[ \\t]*+" + NAME);

    /** Frameworks that only the systems of Apple have. */
    private static final Pattern APPLE = Pattern.compile(
            "(?m)^import (?:AppKit|Cocoa|SwiftUI|UserNotifications|IOKit|CoreGraphics|CoreLocation|CoreBluetooth|EventKit|ScriptingBridge"
                    + "|ServiceManagement|Security|StoreKit|AVFoundation|Vision|WebKit|Contacts|Photos|LocalAuthentication)\\b");

    private static final int MOST = 200;

    /** A product names the program that its target makes; a target alone is a product with its own name. */
    Optional<OtherBuild> found() {
        return files.read(FILE)
                .filter(source -> source.text().contains("executable"))
                .map(this::build);
    }

    private OtherBuild build(SourceText source) {
        Pattern programs = OtherBuilds.named(files, FILE, PRODUCT).isEmpty() ? TARGET : PRODUCT;
        OtherBuild build = OtherBuilds.build(
                "SwiftPM",
                FILE,
                List.of(),
                List.of("swift build --configuration release --static-swift-stdlib"),
                ".build/release/{name}",
                List.of("swift test"),
                OtherBuilds.named(files, FILE, programs),
                "");
        boolean named = source.text().contains(".macOS(") && !source.text().contains(".linux");
        return named && sources().anyMatch(SwiftBuild::needsApple)
                ? build.building(new TreeMap<>(Map.of("macos-amd64", "", "macos-arm64", "")))
                : build;
    }

    private Stream<SourceText> sources() {
        return files.list("Sources").stream()
                .map(folder -> "Sources/" + folder)
                .flatMap(path -> files.hasDirectory(path)
                        ? files.list(path).stream().map(name -> path + "/" + name)
                        : Stream.of(path))
                .filter(file -> file.endsWith(".swift"))
                .limit(MOST)
                .flatMap(file -> files.read(file).stream());
    }

    /** Whether a file compiles only there: it asks for nothing else where a framework is missing. */
    private static boolean needsApple(SourceText source) {
        return APPLE.matcher(source.text()).find()
                && !source.text().contains("canImport(")
                && !source.text().contains("#if os(");
    }
}
