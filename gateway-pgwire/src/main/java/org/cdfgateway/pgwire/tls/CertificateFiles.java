package org.cdfgateway.pgwire.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the server's certificate is.
 *
 * @param certificateChain PEM, the server's certificate first, then its issuers
 * @param privateKey PEM, PKCS #8, without a password
 * @param clientAuthorities PEM, who may have issued the certificates of clients; empty when clients need none
 */
public record CertificateFiles(Path certificateChain, Path privateKey, Optional<Path> clientAuthorities) {
    /** Far more than any chain or list of authorities takes. */
    private static final long MAX_FILE_BYTES = 4 << 20;

    public static CertificateFiles of(Path certificateChain, Path privateKey) {
        return new CertificateFiles(certificateChain, privateKey, Optional.empty());
    }

    public CertificateFiles withClientAuthorities(Path file) {
        return new CertificateFiles(certificateChain, privateKey, Optional.of(file));
    }

    List<Path> all() {
        List<Path> files = new ArrayList<>(List.of(certificateChain, privateKey));
        clientAuthorities.ifPresent(files::add);
        return files;
    }

    /** @throws IllegalArgumentException naming the file */
    static byte[] content(Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new IllegalArgumentException(file + " has more than " + MAX_FILE_BYTES + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e, e);
        }
    }
}
