package org.cdfgateway.app.config;

import static org.cdfgateway.app.config.Setting.defaulted;
import static org.cdfgateway.app.config.Setting.optional;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.pgwire.admission.AllowedAddresses;

/**
 * Where the HTTP API and the health checks listen.
 *
 * @param port 0 lets the operating system choose
 * @param tls there unless the text is plain
 * @param plainText HTTP instead of HTTPS
 */
public record HttpConfig(
        String address, int port, Optional<TlsConfig> tls, boolean plainText, AllowedAddresses allowed) {

    private static final Setting<String> ADDRESS = defaulted(
            "gateway.http.address",
            SettingType.TEXT,
            "127.0.0.1",
            "Address of the HTTP API and the health checks; apart from that of SQL clients, so that a firewall can tell"
                    + " them apart.");
    private static final Setting<Integer> PORT =
            defaulted("gateway.http.port", SettingType.PORT, "8080", "Port of the HTTP API and the health checks.");
    private static final Setting<Path> TLS_CERTIFICATE = optional(
            "gateway.http.tls-certificate",
            SettingType.PATH,
            "PEM file with the certificate of the HTTP API, followed by its issuers; without it that of SQL clients.");
    private static final Setting<Path> TLS_KEY = optional(
            "gateway.http.tls-key", SettingType.PATH, "PEM file with that certificate's private key (PKCS #8).");
    private static final Setting<Boolean> PLAIN_TEXT = defaulted(
            "gateway.http.plain-text",
            SettingType.YES_OR_NO,
            "false",
            "true for HTTP instead of HTTPS. Passwords of new users and bearer tokens then travel unencrypted: only for a"
                    + " proxy on the same machine that ends TLS.");
    private static final Setting<AllowedAddresses> ALLOWED = defaulted(
            "gateway.http.allowed-addresses",
            SettingType.ADDRESSES,
            SettingType.ALL_ADDRESSES,
            "Addresses and CIDR blocks that may use the HTTP API and the health checks, with commas between them.");

    static final SettingGroup SETTINGS =
            new SettingGroup("HTTP API", List.of(ADDRESS, PORT, TLS_CERTIFICATE, TLS_KEY, PLAIN_TEXT, ALLOWED));

    public HttpConfig {
        if (tls.isEmpty() && !plainText) {
            throw new ConfigException(List.of(TLS_CERTIFICATE.key() + " and " + TLS_KEY.key()
                    + " are not set, and SQL clients have no certificate to share: set them, or " + PLAIN_TEXT.key()
                    + " = true for HTTP without TLS"));
        }
    }

    /** @param sqlTls the certificate that holds for SQL clients */
    static HttpConfig from(SettingValues values, Optional<TlsConfig> sqlTls) {
        return new HttpConfig(
                values.get(ADDRESS),
                values.get(PORT),
                TlsConfig.of(TLS_CERTIFICATE, TLS_KEY, values).or(() -> sqlTls),
                values.get(PLAIN_TEXT),
                values.get(ALLOWED));
    }

    /** What connections are encrypted with; empty for plain HTTP. */
    public Optional<TlsConfig> usedTls() {
        return plainText ? Optional.empty() : tls;
    }
}
