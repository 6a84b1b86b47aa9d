package org.cdfgateway.app.cli;

import org.cdfgateway.app.Main;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest tells. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"CDF PostgreSQL gateway " + (version == null ? "(not packaged)" : version)};
    }
}
