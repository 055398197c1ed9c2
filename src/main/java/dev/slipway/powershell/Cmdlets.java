package dev.slipway.powershell;

import java.util.List;
import java.util.stream.Collectors;

/** What cmdlets do, as commands of a shell: with their paths in order, and without what changes no file. */
final class Cmdlets {
    private static final String[] PATH = {"path", "literalpath", "filepath", "inputobject", "p"};

    private Cmdlets() {}

    /**
     * A cmdlet as a command.
     *
     * @param before the commands whose output it reads; empty if it is the first
     */
    static String shell(Call call, String before) {
        String pipe = before.isEmpty() ? "" : before + " | ";
        return switch (call.cmdlet()) {
            case "Copy-Item", "Move-Item" -> copies(call, before);
            case "Rename-Item" -> "Rename-Item " + paths(call, before) + " " + renamed(call, before);
            case "Remove-Item" -> program(call) + " " + paths(call, before);
            case "New-Item" -> made(call);
            case "Compress-Archive" ->
                "Compress-Archive " + paths(call, before) + " "
                        + target(call, before, "destinationpath", "destination");
            case "Expand-Archive" ->
                "Expand-Archive " + paths(call, before) + " " + target(call, before, "destinationpath", "destination");
            case "Set-Location", "Push-Location" ->
                (call.cmdlet().startsWith("P") ? "pushd " : "cd ") + call.word(0, PATH);
            case "Pop-Location" -> "popd";
            case "Get-Content" -> before.isEmpty() ? "cat " + paths(call, "") : "cat $(" + before + ")";
            case "Set-Content", "Add-Content", "Out-File", "Tee-Object" -> writes(call, before);
            case "Write-Output" -> before.isEmpty() ? "echo " + String.join(" ", call.plain()) : before;
            case "Write-Host", "Write-Verbose", "Write-Information", "Write-Warning", "Write-Error", "Write-Debug" ->
                said(call, before);
            case "Get-ChildItem" -> listed(call);
            case "Select-String" -> searched(call, before);
            case "Get-FileHash" -> "Get-FileHash " + paths(call, before);
            case "Invoke-WebRequest", "Invoke-RestMethod" ->
                call.cmdlet() + " " + call.word(0, "uri")
                        + (call.has("outfile") ? " -OutFile " + call.word(-1, "outfile") : "");
            case "Join-Path" -> "echo " + String.join("/", parts(call));
            case "Split-Path" -> (call.has("leaf") ? "basename " : "dirname ") + paths(call, before);
            case "Resolve-Path", "Convert-Path", "Get-Item" -> "ls " + paths(call, before);
            case "Test-Path" -> "[ -e " + paths(call, before) + " ]";
            case "Get-Location" -> "pwd";
            case "Start-Process" -> call.word(0, PATH) + " " + String.join(" ", call.words(1, "argumentlist", "args"));
            case "Out-Null", "Out-Default", "Out-Host" -> before.isEmpty() ? "true" : before + " > /dev/null";
            case "Where-Object", "Sort-Object", "Out-String", "Get-Unique", "Format-Table", "Format-List" ->
                before.isEmpty() ? "true" : before;
            case "Select-Object" ->
                call.word(-1, "first").equals("1") ? pipe + "head -n 1" : before.isEmpty() ? "true" : before;
            case "Measure-Object", "ConvertTo-Json" -> pipe + "jq -r .";
            case "ConvertFrom-Json" -> pipe + "jq -r .";
            default -> pipe + call.written();
        };
    }

    /** The name as it is written, if it is an alias that everybody knows. */
    private static String program(Call call) {
        return call.name().matches("cp|copy|mv|move|rm|del") ? call.name() : call.cmdlet();
    }

    private static String paths(Call call, String before) {
        List<String> words = before.isEmpty() ? call.words(0, PATH) : call.words(-1, PATH);
        String filter = call.word(-1, "filter", "include");
        return words.isEmpty()
                ? before.isEmpty() ? Word.UNKNOWN : "$(" + before + ")"
                : words.stream()
                        .map(word -> call.has("filter", "include") ? below(word, filter) : word)
                        .collect(Collectors.joining(" "));
    }

    private static String below(String folder, String filter) {
        return folder.replaceFirst("/\\*?$", "") + "/" + filter;
    }

    private static String target(Call call, String before, String... names) {
        boolean first = !before.isEmpty() || call.has("path", "literalpath", "p");
        return call.word(first ? 0 : 1, names);
    }

    private static String copies(Call call, String before) {
        String to = target(call, before, "destination");
        return program(call) + (call.name().equals("cp") && call.has("recurse") ? " -r " : " ") + paths(call, before)
                + " " + (to.equals(Word.UNKNOWN) && !call.has("destination") ? "." : to);
    }

    /** The new name is in the same folder, which need not be written twice. */
    private static String renamed(Call call, String before) {
        String path = paths(call, before);
        String name = target(call, before, "newname");
        String folder = path.replaceFirst("(?<=/)[^/]*+$", "").replaceFirst("^\"(.*)$", "$1");
        boolean plain = path.indexOf('/') >= 0 && path.matches("\"?[\\w./${}@-]++\"?") && name.indexOf('/') < 0;
        return plain ? (path.startsWith("\"") ? "\"" + folder + "\"" : folder) + name : name;
    }

    private static String made(Call call) {
        List<String> paths = call.words(0, PATH);
        String name = call.word(-1, "name");
        String path = !call.has("name") ? String.join(" ", paths) : paths.isEmpty() ? name : paths.get(0) + "/" + name;
        String kind = Word.lower(call.word(-1, "itemtype", "type"));
        boolean folder = call.name().matches("mkdir|md") || kind.startsWith("d");
        return kind.matches("symboliclink|hardlink|junction")
                ? "ln -s " + call.word(-1, "target", "value") + " " + path
                : folder ? "mkdir " + path : "echo " + String.join(" ", call.words(-1, "value")) + " > " + path;
    }

    private static String writes(Call call, String before) {
        boolean adds = call.has("append") || call.cmdlet().equals("Add-Content");
        boolean first = call.has(PATH);
        String value = before.isEmpty() ? "echo " + call.word(first ? 0 : 1, "value", "inputobject") : before;
        return value + (adds ? " >> " : " > ") + call.word(0, "filepath", "path", "literalpath");
    }

    private static String said(Call call, String before) {
        List<String> words = call.has("object", "message") ? call.words(-1, "object", "message") : call.plain();
        return (before.isEmpty() ? "echo " + String.join(" ", words) : before) + " > /dev/null";
    }

    /** What is in folders: {@code ls} would print the folders themselves if they were patterns. */
    private static String listed(Call call) {
        List<String> given = call.words(0, PATH);
        List<String> folders = given.isEmpty() ? List.of(".") : given;
        String name = call.word(given.isEmpty() || call.has(PATH) ? 0 : 1, "filter", "include");
        boolean named = !name.equals(Word.UNKNOWN);
        if (call.has("recurse") || named) {
            String where = folders.stream()
                    .map(folder -> folder.replaceFirst("/\\*$", ""))
                    .collect(Collectors.joining(" "));
            return "find " + where + (call.has("directory") ? " -type d" : "") + (named ? " -name " + name : "");
        }
        return "ls "
                + folders.stream()
                        .map(folder -> folder.indexOf('*') < 0 ? folder + "/*" : folder)
                        .collect(Collectors.joining(" "));
    }

    private static String searched(Call call, String before) {
        String pattern = call.word(0, "pattern");
        String file = before.startsWith("cat ") && before.indexOf('|') < 0 ? before.substring(3) : "";
        return !file.isEmpty()
                ? "grep " + pattern + file
                : before.isEmpty()
                        ? "grep " + pattern + " " + call.word(call.has("pattern") ? 0 : 1, PATH)
                        : before + " | grep " + pattern;
    }

    private static List<String> parts(Call call) {
        List<String> parts = new java.util.ArrayList<>(call.words(-1, "path"));
        parts.addAll(call.plain());
        parts.addAll(call.words(-1, "childpath"));
        parts.addAll(call.words(-1, "additionalchildpath"));
        return parts;
    }
}
