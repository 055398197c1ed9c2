package dev.slipway.run.local.consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives out the files of a folder to programs of this machine, as the page of a release would. */
final class FileServer implements AutoCloseable {
    private final HttpServer server;
    private final Path folder;

    private FileServer(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Listens on a free port of this machine until it is closed. */
    static FileServer start(Path folder) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        FileServer files = new FileServer(HttpServer.create(new InetSocketAddress(loopback, 0), 0), folder);
        files.server.createContext("/", files::handle);
        files.server.start();
        return files;
    }

    /** Where the files are: a slash and a name follow. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1))
                    .normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
            exchange.sendResponseHeaders(200, Files.size(file));
            try (OutputStream body = exchange.getResponseBody()) {
                Files.copy(file, body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
