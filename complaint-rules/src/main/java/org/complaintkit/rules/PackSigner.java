package org.complaintkit.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Set;
import org.complaintkit.calendar.InvalidInputException;
import org.complaintkit.rules.pack.Faults;
import org.complaintkit.rules.trust.PackStatement;
import org.complaintkit.rules.trust.PemKeys;
import org.complaintkit.rules.trust.TrustList;

/**
 * Signs packs in folders, and verifies them. The signature covers every file of the folder: what is read to run the pack,
 * the compiled part included, and what is shipped with it, such as worked cases, README and licence. Hidden files, whose
 * names begin with a point, are no part of a pack. Compile first, sign last. Stateless.
 */
public final class PackSigner {
    private PackSigner() {}

    /**
     * Signs all packs that the index of a resource folder lists, as the last step of the build that ships them.
     *
     * @param arguments the folder, such as {@code target/classes}; the name of the signer; the file of the private key
     * @throws IOException if files cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path resources = Path.of(arguments[0]);
        PrivateKey key = PemKeys.privateKey(Path.of(arguments[2]));
        for (String folder : PackResources.folders(Files.readString(resources.resolve(PackResources.INDEX)))) {
            sign(resources.resolve(folder), arguments[1], key);
        }
    }

    /**
     * Checks the pack and signs it: writes {@link PackStatement#FILE} into its folder.
     *
     * @param signer the name under which hosts hold the public key
     * @throws InvalidInputException if the pack has faults (a signature under a faulty pack helps nobody), a file has a name
     *     that no archive may have, or the key is no Ed25519 key
     * @throws IOException if the file cannot be written
     */
    public static PackStatement sign(Path folder, String signer, PrivateKey key) throws IOException {
        Faults faults = new Faults();
        StoredPack pack = PackFolder.read(folder, faults);
        PackReader.read(pack.source(), faults, pack.source().name());
        PackStatement statement = new PackStatement(signer, pack.digests(Set.of()));
        Files.write(folder.resolve(PackStatement.FILE), statement.signedWith(key));
        return statement;
    }

    /**
     * Makes sure that a trusted signer vouches for the pack in a folder exactly as it lies there, and that nothing lies there
     * besides.
     *
     * @throws InvalidInputException as {@link TrustList#verify} says, or if the folder cannot be read or holds what no pack
     *     may hold
     */
    public static PackStatement verify(Path folder, TrustList trusted) {
        Faults faults = new Faults();
        StoredPack pack = PackFolder.read(folder, faults);
        PackStatement statement = pack.verify(trusted);
        faults.refuse(pack.source().name());
        return statement;
    }
}
