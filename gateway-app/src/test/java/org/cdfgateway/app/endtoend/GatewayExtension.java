package org.cdfgateway.app.endtoend;

import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out one gateway for the whole test run. Tests leave it as they found it, but for rows of their own. */
final class GatewayExtension implements ParameterResolver {

    /** Many pages of events, so that reading less than all of them can be told. */
    private static final Volume VOLUME = new Volume(2_000, 30_000, 100, 2_000);

    private static final Namespace NAMESPACE = Namespace.create(GatewayExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningGateway.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        RunningGateway.class,
                        type -> RunningGateway.start(EmulatorSettings.defaults().withVolume(VOLUME)),
                        RunningGateway.class);
    }
}
