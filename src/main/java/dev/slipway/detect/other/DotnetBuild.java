package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for the project of a .NET solution that makes a program: a solution as a whole cannot be published to one folder. */
record DotnetBuild(RepositoryFiles files) {
    private static final Pattern PROJECT =
            Pattern.compile("\"([A-Za-z0-9_][A-Za-z0-9_ ./\\\\-]{0,199}\\.(?:cs|fs|vb)proj)\"");
    private static final Pattern STARTS = Pattern.compile(
            "<OutputType>\\s*+(?:Win)?Exe\\s*+</OutputType>|Sdk=\"Microsoft\\.NET\\.Sdk\\.(?:Web|Worker)\"");
    private static final Pattern NAME =
            Pattern.compile("<AssemblyName>([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})</AssemblyName>");
    private static final Pattern FRAMEWORKS =
            Pattern.compile("<TargetFrameworks>[^<]{0,200}(net[0-9]{1,2}\\.[0-9])[^<]{0,40}</TargetFrameworks>");

    private static final List<String> FOLDERS = List.of(".", "src", "Src", "source", "Source");
    private static final Pattern WINDOWS =
            Pattern.compile("<Use(?:WindowsForms|WPF)>true<|<TargetFramework>net[0-9.]{1,5}-windows");
    private static final String TOOL = "<PackAsTool>true</PackAsTool>";
    private static final String WORKSHOP =
            "(?i).*(tests?|benchmarks?|samples?|examples?|generators?)(/.*)?\\.[a-z]+proj";
    private static final int MOST = 200;

    /** The build of the program that is most likely the project's, and those of the other programs of the solution. */
    Stream<OtherBuild> found() {
        Optional<String> top = FOLDERS.stream()
                .flatMap(folder -> Stream.of(".csproj", ".fsproj", ".vbproj", ".sln", ".slnx")
                        .flatMap(ending -> files.list(folder).stream()
                                .filter(name -> name.endsWith(ending))
                                // that of everything, and not of a part such as its installer
                                .sorted(Comparator.comparing(String::length)))
                        .map(name -> folder.equals(".") ? name : folder + "/" + name))
                .filter(files::has)
                .findFirst()
                .or(this::lower);
        return top.stream().flatMap(file -> {
            List<String> projects = file.endsWith("proj") ? List.of(file) : programs(file);
            String chosen = projects.stream()
                    .filter(project -> name(project).value().equalsIgnoreCase(last(file)))
                    .findFirst()
                    .or(() -> projects.stream()
                            .filter(project -> last(project).matches("(?i)(.*\\.)?(cli|console)"))
                            .findFirst())
                    .or(() -> projects.stream().findFirst())
                    .orElse(file);
            return Stream.concat(Stream.of(chosen), projects.stream().filter(project -> !project.equals(chosen)))
                    .map(project -> build(project, file, projects));
        });
    }

    private OtherBuild build(String project, String file, List<String> projects) {
        return OtherBuilds.build(
                ".NET",
                project,
                List.of(),
                List.of("dotnet publish " + quoted(project) + framework(project) + " --configuration Release"
                        + " --use-current-runtime --self-contained -p:PublishSingleFile=true --output out"),
                "out/{name}",
                file.contains("/") && file.endsWith("proj")
                        ? List.of()
                        : List.of("dotnet test" + (file.contains("/") ? " " + quoted(file) : "")),
                project.endsWith("proj") ? List.of(name(project)) : List.of(),
                needs(project, projects));
    }

    /** The only program in the folders of a repository that has no solution. */
    private Optional<String> lower() {
        List<String> programs = files.list(".").stream()
                .filter(files::hasDirectory)
                .limit(MOST)
                .flatMap(folder -> files.list(folder).stream()
                        .filter(name -> name.matches(".*\\.(?:cs|fs|vb)proj"))
                        .map(name -> folder + "/" + name))
                .filter(project ->
                        !project.matches(WORKSHOP) && text(project, STARTS).isPresent())
                .limit(2)
                .toList();
        return programs.size() == 1 ? Optional.of(programs.get(0)) : Optional.empty();
    }

    private List<String> programs(String solution) {
        String folder = solution.substring(0, solution.lastIndexOf('/') + 1);
        return files.read(solution).stream()
                .flatMap(source -> PROJECT.matcher(source.text()).results())
                .limit(MOST)
                .map(project -> RepositoryFiles.plain(folder + project.group(1).replace('\\', '/')))
                .filter(project -> !project.matches(WORKSHOP))
                .filter(project -> text(project, STARTS).isPresent())
                .distinct()
                .toList();
    }

    private String needs(String chosen, List<String> projects) {
        String others = String.join(
                ", ", projects.stream().filter(one -> !one.equals(chosen)).toList());
        boolean tool = files.read(chosen)
                .filter(source -> source.text().contains(TOOL))
                .isPresent();
        String text = files.read(chosen).map(source -> source.text()).orElse("");
        return Stream.of(
                        Optional.of(
                                        "the project is for the .NET Framework, which 'dotnet' does not build: use 'msbuild' on Windows")
                                .filter(any -> text.contains("<TargetFrameworkVersion>")),
                        Optional.of("the program is for Windows alone")
                                .filter(any -> WINDOWS.matcher(text).find()),
                        Optional.of("no project in the solution builds a program")
                                .filter(any -> projects.isEmpty()),
                        Optional.of("other programs of the solution are not built: " + others)
                                .filter(any -> !others.isEmpty()),
                        Optional.of("the project is also a tool for 'dotnet tool install', in a NuGet package that"
                                        + " the release does not push")
                                .filter(any -> tool))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    /** Of a project for several versions of .NET, one is published: the last in its list. */
    private String framework(String project) {
        return text(project, FRAMEWORKS).map(word -> " --framework " + word).orElse("");
    }

    private Fact<String> name(String project) {
        return new Fact<>(text(project, NAME).orElseGet(() -> last(project)), project);
    }

    private static String last(String project) {
        return project.replaceFirst("^.*/", "").replaceFirst("\\.(?:[a-z]+proj|slnx?)$", "");
    }

    private static String quoted(String path) {
        return path.contains(" ") ? "\"" + path + "\"" : path;
    }

    private Optional<String> text(String project, Pattern pattern) {
        return files.read(project).flatMap(source -> {
            Matcher found = pattern.matcher(source.text());
            return found.find() ? Optional.of(found.group(found.groupCount())) : Optional.empty();
        });
    }
}
