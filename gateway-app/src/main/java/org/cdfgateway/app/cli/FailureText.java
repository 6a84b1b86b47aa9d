package org.cdfgateway.app.cli;

import org.cdfgateway.app.config.ConfigException;
import org.cdfgateway.domain.error.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person reads when a command fails: the message and what to do, without a stack trace where it was foreseen. */
final class FailureText {

    private static final Logger LOG = LoggerFactory.getLogger(FailureText.class);

    private FailureText() {}

    static String of(Throwable failure) {
        if (failure instanceof GatewayException foreseen) {
            LOG.debug("command failed", failure);
            return "gateway: " + foreseen.text()
                    + foreseen.detail()
                            .map(detail -> System.lineSeparator() + detail)
                            .orElse("")
                    + foreseen.hint().map(hint -> System.lineSeparator() + hint).orElse("");
        }
        if (failure instanceof ConfigException config) {
            return "gateway: " + String.join(System.lineSeparator() + "gateway: ", config.problems());
        }
        LOG.error("command failed", failure);
        return "gateway: " + failure;
    }
}
