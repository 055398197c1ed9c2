package dev.slipway.run.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The container engine of this machine. It is looked for when it is first needed: many releases need none, and a look takes
 * a second.
 */
public final class EngineOnDemand implements AutoCloseable {
    private final Map<String, String> env;
    private final Path own;
    private Optional<Search> search = Optional.empty();

    /** Takes what {@link Engine#find} takes. */
    public EngineOnDemand(Map<String, String> env, Path own) {
        this.env = Map.copyOf(env);
        this.own = own;
    }

    /** Finds none, for this reason. */
    public static EngineOnDemand none(String why) {
        EngineOnDemand engine = new EngineOnDemand(Map.of(), Path.of(""));
        engine.search = Optional.of(new Search(Optional.empty(), List.of(new Search.Tried("containers", why))));
        return engine;
    }

    /** The first that works, if one does. */
    public Optional<Engine> engine() {
        return search().engine();
    }

    /** Why none works, or those do not that were tried before. */
    public String reasons() {
        return search().reasons();
    }

    private synchronized Search search() {
        if (search.isEmpty()) {
            try {
                search = Optional.of(Engine.find(env, own));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return search.get();
    }

    /** Closes what was found, and looks for nothing. */
    @Override
    public synchronized void close() {
        search.flatMap(Search::engine).ifPresent(Engine::close);
    }
}
