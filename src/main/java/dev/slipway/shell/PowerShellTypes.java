package dev.slipway.shell;

import java.util.List;

/** What methods and properties of .NET give and do, as far as scripts that pack files use them. */
final class PowerShellTypes {
    private PowerShellTypes() {}

    /**
     * A method of a type.
     *
     * @param type without {@code System.}
     * @param written all of it, as the script has it
     */
    static PowerShellValue called(String type, String method, List<String> arguments, String written) {
        String name = PowerShellWords.lower(type.replaceFirst("^(?i)IO\\.(?:Compression\\.)?", "") + "." + method);
        String first = arguments.isEmpty() ? PowerShellWords.UNKNOWN : arguments.get(0);
        String second = arguments.size() < 2 ? PowerShellWords.UNKNOWN : arguments.get(1);
        String program = PowerShellWords.single("[" + type + "]::" + method);
        return switch (name) {
            case "path.combine", "path.join" -> PowerShellValue.of(String.join("/", arguments));
            case "path.getfullpath" -> PowerShellValue.of(first);
            case "path.getfilename" -> PowerShellValue.output("basename " + first);
            case "path.getdirectoryname" -> PowerShellValue.output("dirname " + first);
            case "file.create", "file.createtext", "file.openwrite" -> PowerShellValue.output(program + " > " + first);
            case "file.writealltext", "file.writealllines", "file.writeallbytes" ->
                PowerShellValue.output("echo " + second + " > " + first);
            case "file.appendalltext", "file.appendalllines" ->
                PowerShellValue.output("echo " + second + " >> " + first);
            case "file.readalltext", "file.readalllines" -> PowerShellValue.output("cat " + first);
            case "file.exists", "directory.exists" -> PowerShellValue.answer("[ -e " + first + " ]");
            case "file.copy" -> PowerShellValue.output("Copy-Item " + first + " " + second);
            case "file.move" -> PowerShellValue.output("Move-Item " + first + " " + second);
            case "file.delete" -> PowerShellValue.output("Remove-Item " + first);
            case "directory.createdirectory" -> PowerShellValue.output("New-Item " + first);
            case "zipfile.createfromdirectory" -> PowerShellValue.output("Compress-Archive " + first + "/* " + second);
            case "zipfile.extracttodirectory" -> PowerShellValue.output("Expand-Archive " + first + " " + second);
            case "string.isnullorempty", "string.isnullorwhitespace" -> PowerShellValue.answer("[ -z " + first + " ]");
            case "environment.getenvironmentvariable" ->
                first.matches("'\\w+'")
                        ? PowerShellValue.of("\"${" + first.replace("'", "") + "}\"")
                        : PowerShellValue.UNKNOWN;
            default ->
                writes(type, method)
                        ? PowerShellValue.output("powershell " + PowerShellWords.single(written))
                        : PowerShellValue.UNKNOWN;
        };
    }

    /** Whether a method may leave a file that nothing else names. */
    private static boolean writes(String type, String method) {
        String last = PowerShellWords.lower(type.substring(type.lastIndexOf('.') + 1));
        return last.matches("file|directory|zipfile|process")
                && !method.matches("(?i)(?:get|open|read|exists|enumerate).*");
    }

    /** A method of a value. */
    static PowerShellValue method(PowerShellValue value, String name, List<String> arguments) {
        String first = arguments.isEmpty() ? "' '" : arguments.get(0);
        String second = arguments.size() < 2 ? "''" : arguments.get(1);
        return switch (name) {
            case "trim", "tostring", "trimend", "getunresolvedproviderpathfrompspath" -> value;
            case "trimstart" -> value.through("sed 's|^'" + first + "'||'");
            case "replace" -> value.through("sed 's|'" + first + "'|'" + second + "'|g'");
            case "tolower", "tolowerinvariant" -> value.through("tr A-Z a-z");
            case "substring" -> part(value.word(), first, arguments.size() < 2 ? "" : ":" + second);
            case "split" -> value.cut(first.replaceFirst("^\"([^\"$]*+)\"$", "'$1'"));
            case "startswith" -> PowerShellValue.answer("[[ " + value.word() + " = " + first + "* ]]");
            case "endswith" -> PowerShellValue.answer("[[ " + value.word() + " = *" + first + " ]]");
            case "contains" -> PowerShellValue.answer("[[ " + value.word() + " = *" + first + "* ]]");
            default -> PowerShellValue.UNKNOWN;
        };
    }

    private static PowerShellValue part(String word, String from, String length) {
        boolean known = word.matches("\"\\$\\{\\w++}\"") && (from + length).matches("\\d{1,4}(?::\\d{1,4})?");
        return known ? PowerShellValue.of(word.replace("}\"", ":" + from + length + "}\"")) : PowerShellValue.UNKNOWN;
    }

    /** A property of a value. */
    static PowerShellValue property(PowerShellValue value, String name) {
        String word = value.word();
        return switch (PowerShellWords.lower(name)) {
            case "fullname", "path", "fullpath", "value", "hash", "providerpath", "source", "psobject" -> value;
            case "name" -> PowerShellValue.output("basename " + word);
            case "basename" ->
                word.matches("\"\\$\\{\\w++}\"")
                        ? PowerShellValue.output("basename " + word.replace("}\"", "%.*}\""))
                        : PowerShellValue.UNKNOWN;
            case "directoryname", "directory", "parent" -> PowerShellValue.output("dirname " + word);
            case "matches", "groups", "captures" -> value.through("cat").cut(PowerShellValue.FOUND);
            case "version" -> PowerShellValue.output("jq -r .version");
            default -> PowerShellValue.UNKNOWN;
        };
    }
}
