package dev.slipway.regenerate;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Position;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change does to a file.
 *
 * @param path of the file
 * @param removed how many lines go
 * @param added how many lines come
 * @param places which parts of the file they are in, in words
 */
record Touched(String path, int removed, int added, Set<String> places) {
    static Touched of(String path, String before, String after) {
        int removed = 0;
        int added = 0;
        Set<String> places = new TreeSet<>();
        List<AbstractDelta<String>> deltas =
                DiffUtils.diff(lines(before), lines(after)).getDeltas();
        for (AbstractDelta<String> delta : deltas) {
            removed += delta.getSource().size();
            added += delta.getTarget().size();
            places.addAll(places(path, before, after, delta.getSource()));
            places.addAll(places(path, after, before, delta.getTarget()));
        }
        return new Touched(path, removed, added, places);
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static Set<String> places(String path, String text, String other, Chunk<String> chunk) {
        Set<String> places = new TreeSet<>();
        for (int i = chunk.getPosition(); i < chunk.getPosition() + chunk.size(); i++) {
            String line = lines(text).get(i);
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                places.add(
                        path.endsWith(".yml")
                                ? workflow(text, other, i, line)
                                : path.endsWith(".md") ? section(text, i) : line.replaceFirst(" .*", ""));
            }
        }
        return places;
    }

    /** The heading that a line of a page stands under. */
    private static String section(String page, int line) {
        return lines(page).subList(0, line + 1).stream()
                .filter(text -> text.startsWith("## "))
                .reduce("the top", (first, second) -> second)
                .replace("## ", "");
    }

    /** The job and the step or the key of it, such as {@code docker: Build and push}. */
    private static String workflow(String text, String other, int index, String line) {
        Node document = YamlReader.read(new SourceText("a", text));
        int column = line.length() - line.replaceFirst("^ *(- )?", "").length() + 1;
        List<String> way = document.pathTo(new Position(index + 1, column)).tokens();
        if (way.size() < 2 || !way.get(0).equals("jobs")) {
            return way.get(0);
        }
        String job = way.get(1);
        Pointer place = Pointer.of("/jobs").child(job);
        boolean whole = YamlReader.read(new SourceText("b", other)).at(place).isEmpty();
        if (whole || way.size() == 2) {
            return job;
        }
        if (way.size() < 4 || !way.get(2).equals("steps")) {
            return job + ": `" + way.get(2) + "`";
        }
        Pointer step = place.child("steps").child(Integer.parseInt(way.get(3))).child("name");
        return job + ": "
                + document.at(step)
                        .map(name -> name.<String>fold(mapping -> "", sequence -> "", Node.Scalar::text))
                        .orElse("");
    }
}
