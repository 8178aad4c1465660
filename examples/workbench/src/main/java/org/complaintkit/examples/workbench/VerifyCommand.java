package org.complaintkit.examples.workbench;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.PackSigner;
import org.complaintkit.rules.trust.TrustList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether somebody whom the host trusts vouches for a pack as it lies there. */
@Command(
        name = "verify",
        description = "Tells who signed a pack, and whether any file was changed, added or taken away since.",
        footer = {
            "",
            "Nothing of the pack is run. A good signature says who made it, not that it is right: check and test it.",
            "",
            "Exit codes: 0 good, 1 not to be trusted, 2 unusable input."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final Set<String> DISTRUST = Set.of(
            "PACK_UNSIGNED",
            "PACK_SIGNATURE_MALFORMED",
            "PACK_SIGNATURE_OLD",
            "PACK_SIGNER",
            "PACK_SIGNER_UNKNOWN",
            "PACK_SIGNATURE_FORGED",
            "PACK_CHANGED",
            "PACK_FAULTS");

    private final Streams streams;

    @Parameters(paramLabel = "DIR", description = "Folder of the pack.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "KEYS",
            description = "Folder of public keys: NAME.pem is the key of the signer NAME.")
    @SuppressWarnings("NullAway.Init")
    private Path keys;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("unused")
    private boolean help;

    VerifyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            String signer = PackSigner.verify(folder, TrustList.read(keys)).signer();
            streams.print("signed by " + signer + ", unchanged since\n");
            return Workbench.GOOD;
        } catch (InvalidInputException e) {
            streams.err().println(e.getMessage());
            return DISTRUST.contains(e.code()) ? Workbench.FINDINGS : Workbench.UNUSABLE;
        }
    }
}
