package org.complaintkit.examples.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own, from binaries that the build brings, with everything on that makes a commit last. It can
 * be killed and comes back on the same port with what was on its disk.
 */
final class TestDatabase implements AutoCloseable {
    private static final int CONNECTION_TIMEOUT = 5_000;

    private final Path data;
    private EmbeddedPostgres server;

    private TestDatabase(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    static TestDatabase start() {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "postgres")), "data");
            return new TestDatabase(data, server(data, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The defaults of the embedded server, fsync off among them, are for tests that kill nothing. */
    private static EmbeddedPostgres server(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.toAbsolutePath())
                .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "128MB")
                .start();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    HikariDataSource pool(int size) {
        return pool(url(), size);
    }

    static HikariDataSource pool(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECTION_TIMEOUT);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** SIGKILL to every process of the server, as when the machine loses its power. */
    void kill() {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    void restart() {
        try {
            int port = server.getPort();
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            Files.deleteIfExists(data.resolve("epg-lock"));
            server = server(data, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(data)) {
            server.close();
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
