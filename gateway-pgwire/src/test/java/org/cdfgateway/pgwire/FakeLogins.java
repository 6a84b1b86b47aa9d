package org.cdfgateway.pgwire;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.ScramVerifier;
import org.cdfgateway.domain.identity.SessionFixture;
import org.cdfgateway.domain.port.inbound.Logins;

/** One user, {@code u1}, whose password is {@code correct horse}; who else comes is unknown. */
public final class FakeLogins implements Logins {
    public static final String USER = "u1";
    public static final String PASSWORD = "correct horse";

    private static final ScramVerifier VERIFIER = verifierOf(PASSWORD);

    @Override
    public Candidate candidate(String username) {
        GatewayUser user = SessionFixture.aSession().user();
        return new Candidate(VERIFIER, user.username().equals(username) ? Optional.of(user) : Optional.empty());
    }

    @Override
    public GatewaySession open(GatewayUser user) {
        return SessionFixture.aSession();
    }

    /** What is kept of a password. */
    public static ScramVerifier verifierOf(String password) {
        ScramMechanism mechanism = ScramMechanism.SCRAM_SHA_256;
        byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        byte[] salted = ScramFunctions.saltedPassword(
                mechanism, StringPreparation.POSTGRESQL_PREPARATION, password.toCharArray(), salt, 4096);
        byte[] storedKey = ScramFunctions.storedKey(mechanism, ScramFunctions.clientKey(mechanism, salted));
        return new ScramVerifier(salt, 4096, storedKey, ScramFunctions.serverKey(mechanism, salted));
    }
}
