package dev.slipway.powershell;

import java.util.List;

/** What methods and properties of .NET give and do, as far as scripts that pack files use them. */
final class Types {
    private Types() {}

    /**
     * A method of a type.
     *
     * @param type without {@code System.}
     * @param written all of it, as the script has it
     */
    static Value called(String type, String method, List<String> arguments, String written) {
        String name = Word.lower(type.replaceFirst("^(?i)IO\\.(?:Compression\\.)?", "") + "." + method);
        String first = arguments.isEmpty() ? Word.UNKNOWN : arguments.get(0);
        String second = arguments.size() < 2 ? Word.UNKNOWN : arguments.get(1);
        String program = Word.single("[" + type + "]::" + method);
        return switch (name) {
            case "path.combine", "path.join" -> Value.of(String.join("/", arguments));
            case "path.getfullpath" -> Value.of(first);
            case "path.getfilename" -> Value.output("basename " + first);
            case "path.getdirectoryname" -> Value.output("dirname " + first);
            case "file.create", "file.createtext", "file.openwrite" -> Value.output(program + " > " + first);
            case "file.writealltext", "file.writealllines", "file.writeallbytes" ->
                Value.output("echo " + second + " > " + first);
            case "file.appendalltext", "file.appendalllines" -> Value.output("echo " + second + " >> " + first);
            case "file.readalltext", "file.readalllines" -> Value.output("cat " + first);
            case "file.exists", "directory.exists" -> Value.answer("[ -e " + first + " ]");
            case "file.copy" -> Value.output("Copy-Item " + first + " " + second);
            case "file.move" -> Value.output("Move-Item " + first + " " + second);
            case "file.delete" -> Value.output("Remove-Item " + first);
            case "directory.createdirectory" -> Value.output("New-Item " + first);
            case "zipfile.createfromdirectory" -> Value.output("Compress-Archive " + first + "/* " + second);
            case "zipfile.extracttodirectory" -> Value.output("Expand-Archive " + first + " " + second);
            case "string.isnullorempty", "string.isnullorwhitespace" -> Value.answer("[ -z " + first + " ]");
            case "environment.getenvironmentvariable" ->
                first.matches("'\\w+'") ? Value.of("\"${" + first.replace("'", "") + "}\"") : Value.UNKNOWN;
            default -> writes(type, method) ? Value.output("powershell " + Word.single(written)) : Value.UNKNOWN;
        };
    }

    /** Whether a method may leave a file that nothing else names. */
    private static boolean writes(String type, String method) {
        String last = Word.lower(type.substring(type.lastIndexOf('.') + 1));
        return last.matches("file|directory|zipfile|process")
                && !method.matches("(?i)(?:get|open|read|exists|enumerate).*");
    }

    /** A method of a value. */
    static Value method(Value value, String name, List<String> arguments) {
        String first = arguments.isEmpty() ? "' '" : arguments.get(0);
        String second = arguments.size() < 2 ? "''" : arguments.get(1);
        return switch (name) {
            case "trim", "tostring", "trimend", "getunresolvedproviderpathfrompspath" -> value;
            case "trimstart" -> value.through("sed 's|^'" + first + "'||'");
            case "replace" -> value.through("sed 's|'" + first + "'|'" + second + "'|g'");
            case "tolower", "tolowerinvariant" -> value.through("tr A-Z a-z");
            case "substring" -> part(value.word(), first, arguments.size() < 2 ? "" : ":" + second);
            case "split" -> value.cut(first.replaceFirst("^\"([^\"$]*+)\"$", "'$1'"));
            case "startswith" -> Value.answer("[[ " + value.word() + " = " + first + "* ]]");
            case "endswith" -> Value.answer("[[ " + value.word() + " = *" + first + " ]]");
            case "contains" -> Value.answer("[[ " + value.word() + " = *" + first + "* ]]");
            default -> Value.UNKNOWN;
        };
    }

    private static Value part(String word, String from, String length) {
        boolean known = word.matches("\"\\$\\{\\w++}\"") && (from + length).matches("\\d{1,4}(?::\\d{1,4})?");
        return known ? Value.of(word.replace("}\"", ":" + from + length + "}\"")) : Value.UNKNOWN;
    }

    /** A property of a value. */
    static Value property(Value value, String name) {
        String word = value.word();
        return switch (Word.lower(name)) {
            case "fullname", "path", "fullpath", "value", "hash", "providerpath", "source", "psobject" -> value;
            case "name" -> Value.output("basename " + word);
            case "basename" ->
                word.matches("\"\\$\\{\\w++}\"")
                        ? Value.output("basename " + word.replace("}\"", "%.*}\""))
                        : Value.UNKNOWN;
            case "directoryname", "directory", "parent" -> Value.output("dirname " + word);
            case "matches", "groups", "captures" -> value.through("cat").cut(Value.FOUND);
            case "version" -> Value.output("jq -r .version");
            default -> Value.UNKNOWN;
        };
    }
}
