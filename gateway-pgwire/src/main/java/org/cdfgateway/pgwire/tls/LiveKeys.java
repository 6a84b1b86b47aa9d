package org.cdfgateway.pgwire.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the certificate of each handshake anew. JSSE asks for an alias first, then for its key and chain; a certificate
 * that was replaced in between is still found.
 */
final class LiveKeys extends X509ExtendedKeyManager {
    private final Supplier<ServerIdentity> newest;
    private volatile ServerIdentity chosen;
    private volatile ServerIdentity chosenBefore;

    LiveKeys(Supplier<ServerIdentity> newest) {
        this.newest = newest;
        this.chosen = newest.get();
        this.chosenBefore = chosen;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        ServerIdentity identity = newest();
        return alias(identity, identity.keys().chooseEngineServerAlias(keyType, issuers, engine));
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        ServerIdentity identity = newest();
        return alias(identity, identity.keys().chooseServerAlias(keyType, issuers, socket));
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return identity(alias).keys().getCertificateChain(ownAlias(alias));
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return identity(alias).keys().getPrivateKey(ownAlias(alias));
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return newest.get().keys().getServerAliases(keyType, issuers);
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    private synchronized ServerIdentity newest() {
        ServerIdentity identity = newest.get();
        if (identity != chosen) {
            chosenBefore = chosen;
            chosen = identity;
        }
        return identity;
    }

    private static @Nullable String alias(ServerIdentity identity, @Nullable String own) {
        return own == null ? null : identity.number() + ":" + own;
    }

    private static String ownAlias(String alias) {
        return alias.substring(alias.indexOf(':') + 1);
    }

    private ServerIdentity identity(String alias) {
        return alias.startsWith(chosenBefore.number() + ":") ? chosenBefore : chosen;
    }
}
