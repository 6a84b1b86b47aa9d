package org.cdfgateway.sql.guard;

import java.util.Optional;

/** What values a setting may get. */
interface SettingRule {

    /** Empty when the value is allowed; whether it makes sense is for the engine to say. */
    Optional<Refusal> check(String name, String value);
}
