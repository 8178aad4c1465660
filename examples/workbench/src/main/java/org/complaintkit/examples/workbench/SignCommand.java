package org.complaintkit.examples.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.PackSigner;
import org.complaintkit.rules.trust.PackStatement;
import org.complaintkit.rules.trust.PemKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a name under a pack. */
@Command(
        name = "sign",
        description = "Checks a pack and writes pack.sig into its folder: who made it, and every file with its digest.",
        footer = {
            "",
            "Compile first, sign last. A key: openssl genpkey -algorithm ed25519 -out private.pem",
            "The public one, for hosts: openssl pkey -in private.pem -pubout -out NAME.pem",
            "",
            "Exit codes: 0 signed, 2 unusable input, a pack with errors among it."
        })
final class SignCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "DIR", description = "Folder of the pack.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "Private Ed25519 key (PEM).")
    @SuppressWarnings("NullAway.Init")
    private Path key;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "NAME",
            description = "Name under which hosts hold the public key.")
    @SuppressWarnings("NullAway.Init")
    private String signer;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused")
    private boolean help;

    SignCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        try {
            PackStatement statement = PackSigner.sign(folder, signer, PemKeys.privateKey(key));
            streams.print("signed by " + signer + ": " + statement.digests().size() + " files\n");
            return Workbench.GOOD;
        } catch (InvalidInputException e) {
            streams.err().println(e.getMessage());
            return Workbench.UNUSABLE;
        }
    }
}
