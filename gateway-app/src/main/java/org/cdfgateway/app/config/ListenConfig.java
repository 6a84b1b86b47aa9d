package org.cdfgateway.app.config;

import static org.cdfgateway.app.config.Setting.defaulted;
import static org.cdfgateway.app.config.Setting.optional;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cdfgateway.app.config.ClientCertificateConfig.Demand;
import org.cdfgateway.pgwire.admission.AllowedAddresses;

/**
 * Where SQL clients connect.
 *
 * @param port 0 lets the operating system choose
 * @param publicHost the host name that new users are told; empty for the machine's own name
 */
public record ListenConfig(
        String address,
        int port,
        Optional<String> publicHost,
        Optional<TlsConfig> tls,
        boolean plainTextAllowed,
        ClientCertificateConfig clientCertificates,
        AllowedAddresses allowed) {

    private static final Setting<String> ADDRESS = defaulted(
            "gateway.listen.address", SettingType.TEXT, "0.0.0.0", "Address on which SQL clients are accepted.");
    private static final Setting<Integer> PORT =
            defaulted("gateway.listen.port", SettingType.PORT, "5432", "Port on which SQL clients are accepted.");
    private static final Setting<String> PUBLIC_HOST = optional(
            "gateway.listen.public-host",
            SettingType.TEXT,
            "Host name that the HTTP API tells new users to connect to; without it the machine's own name.");
    private static final Setting<Path> TLS_CERTIFICATE = optional(
            "gateway.listen.tls-certificate",
            SettingType.PATH,
            "PEM file with the server's certificate, followed by its issuers.");
    private static final Setting<Path> TLS_KEY = optional(
            "gateway.listen.tls-key", SettingType.PATH, "PEM file with the certificate's private key (PKCS #8).");
    private static final Setting<Boolean> PLAIN_TEXT_ALLOWED = defaulted(
            "gateway.listen.plain-text-allowed",
            SettingType.YES_OR_NO,
            "false",
            "Whether clients may connect without TLS. Rows then travel unencrypted, for everybody on the way to read and to"
                    + " change.");
    private static final Setting<AllowedAddresses> ALLOWED = defaulted(
            "gateway.listen.allowed-addresses",
            SettingType.ADDRESSES,
            SettingType.ALL_ADDRESSES,
            "Addresses and CIDR blocks from which SQL clients are accepted, with commas between them, for example"
                    + " 10.0.0.0/8, 2001:db8::/32. Others are turned away before they have said anything.");

    static final SettingGroup SETTINGS = new SettingGroup(
            "SQL clients",
            Stream.of(
                            List.of(ADDRESS, PORT, PUBLIC_HOST, TLS_CERTIFICATE, TLS_KEY, PLAIN_TEXT_ALLOWED),
                            ClientCertificateConfig.SETTINGS,
                            List.of(ALLOWED))
                    .<Setting<?>>flatMap(List::stream)
                    .toList());

    public ListenConfig {
        if (tls.isEmpty() && !plainTextAllowed) {
            throw new ConfigException(List.of(TLS_CERTIFICATE.key() + " and " + TLS_KEY.key()
                    + " are not set: set them, or " + PLAIN_TEXT_ALLOWED.key() + " = true to do without TLS"));
        }
        if (tls.isEmpty() && clientCertificates.demand() != Demand.OFF) {
            throw new ConfigException(List.of(TLS_CERTIFICATE.key() + " and " + TLS_KEY.key()
                    + " are not set: without TLS clients have no way to show their certificates"));
        }
    }

    static ListenConfig from(SettingValues values) {
        return new ListenConfig(
                values.get(ADDRESS),
                values.get(PORT),
                values.find(PUBLIC_HOST),
                TlsConfig.of(TLS_CERTIFICATE, TLS_KEY, values),
                values.get(PLAIN_TEXT_ALLOWED),
                ClientCertificateConfig.from(values),
                values.get(ALLOWED));
    }
}
