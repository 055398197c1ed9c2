package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.List;

/** Reads a word and quotes its text as a shell does. */
final class WordReader {
    private final Text in;
    private final List<Word.Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private WordReader(Text in) {
        this.in = in;
    }

    private Word word() {
        parts.add(new Word.Part(text.toString(), List.of()));
        return new Word(parts);
    }

    /** What {@code $name} and its like are, without quotes around them. */
    static String variable(Text in) {
        in.at++;
        if (in.here() == '{') {
            int start = in.at + 1;
            in.behind("}");
            return Variable.expansion(in.text.substring(start, Math.max(start, in.at - 1)));
        }
        if (!Text.isName(in.here())) {
            in.at += in.isOneOf("?^$") ? 1 : 0;
            return "${unknown}";
        }
        String name = in.name();
        if (in.here() == ':' && Text.isName(in.ahead(1)) && Variable.isScope(Word.lower(name))) {
            in.at++;
            name += ":" + in.name();
        }
        return Variable.expansion(name);
    }

    /** What stands between single quotes, with its backslashes. */
    static String raw(Text in) {
        StringBuilder inside = new StringBuilder();
        for (in.at++; in.more(); in.at++) {
            if (in.here() == '\'' && in.ahead(1) != '\'') {
                break;
            }
            in.at += in.here() == '\'' ? 1 : 0;
            inside.append(in.here());
        }
        in.at = Math.min(in.at + 1, in.text.length());
        return inside.toString();
    }

    /** Quotes of either kind as those of a shell. */
    static Word quoted(Text in) {
        WordReader reader = new WordReader(in);
        reader.quotes();
        return reader.word();
    }

    private void quotes() {
        if (in.here() == '\'') {
            text.append(Word.single(raw(in).replace('\\', '/')));
            return;
        }
        text.append('"');
        in.at++;
        while (in.more() && !(in.here() == '"' && in.ahead(1) != '"')) {
            if (in.here() == '"') {
                text.append("\\\"");
                in.at += 2;
            } else {
                part();
            }
        }
        in.at = Math.min(in.at + 1, in.text.length());
        text.append('"');
    }

    /** A part of a text in double quotes. */
    private void part() {
        char c = in.here();
        if (c == '`') {
            char escaped = in.ahead(1);
            in.at = Math.min(in.at + 2, in.text.length());
            text.append(
                    switch (escaped) {
                        case 'n', 'r' -> "\"$'\\n'\"";
                        case 't' -> "\t";
                        case '"', '$', '`', '\\' -> "\\" + escaped;
                        default -> escaped == 0 ? "" : String.valueOf(escaped);
                    });
        } else if (c == '$' && in.ahead(1) == '(') {
            output();
        } else if (c == '$' && (Text.isName(in.ahead(1)) || in.ahead(1) == '{' || in.ahead(1) == '?')) {
            text.append(variable(in));
        } else {
            text.append(c == '$' || c == '"' ? "\\" + c : c == '\\' ? "/" : String.valueOf(c));
            in.at++;
        }
    }

    private void output() {
        Block body = StatementReader.subexpression(in);
        parts.add(new Word.Part(text.toString(), List.of(body)));
        text.setLength(0);
    }

    /** A text of several lines, from {@code @"} to {@code "@}. */
    static Word document(Text in) {
        boolean expands = in.ahead(1) == '"';
        in.line();
        in.at = Math.min(in.at + 1, in.text.length());
        int start = in.at;
        in.behind(expands ? "\n\"@" : "\n'@");
        int behind = in.at;
        int end = Math.max(start, behind - 3);
        if (!expands) {
            return Word.of(Word.single(in.text.substring(start, end)));
        }
        WordReader reader = new WordReader(in);
        reader.text.append('"');
        in.at = start;
        while (in.at < end) {
            reader.part();
        }
        in.at = Math.max(in.at, behind);
        reader.text.append('"');
        return reader.word();
    }

    /** A word without quotes, up to what ends an argument; empty if there is none. */
    static Word bare(Text in) {
        WordReader reader = new WordReader(in);
        StringBuilder plain = new StringBuilder();
        while (in.more() && (!in.isOneOf(" \t\n;|&(){},<>") || in.symbol())) {
            if (in.symbol()) {
                int start = in.at;
                in.behind("}");
                plain.append(in.since(start));
            } else if (in.here() == '$' || in.isOneOf("'\"")) {
                reader.plain(plain);
                reader.expansion();
            } else if (in.here() == '`') {
                if (in.ahead(1) == '\n') {
                    break;
                }
                plain.append(in.ahead(1));
                in.at += 2;
            } else {
                plain.append(in.here() == '\\' ? '/' : in.here());
                in.at++;
            }
        }
        reader.plain(plain);
        return reader.word();
    }

    private void expansion() {
        if (in.here() != '$') {
            quotes();
            return;
        }
        text.append('"');
        if (in.ahead(1) == '(') {
            output();
        } else {
            text.append(variable(in));
        }
        text.append('"');
    }

    /** Plain text; patterns stay patterns. */
    private void plain(StringBuilder gathered) {
        String found = gathered.toString();
        gathered.setLength(0);
        text.append(found.matches("[\\w./:@%+=~^*?-]*+") ? found : Word.single(found));
    }
}
