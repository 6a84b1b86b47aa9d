package org.cdfgateway.sql.guard;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.domain.port.inbound.StrictKeys;
import org.cdfgateway.sql.lex.Identifiers;

/** The settings that are limited, by name. Immutable. */
public final class SettingRules {
    /** They steer the engine's connections to the gateway itself. */
    private static final String ENGINE_PREFIX = "postgres_fdw.";

    private static final SettingRule NEVER = (name, value) -> Optional.of(Refusal.forbidden(
            "setting \"" + name + "\" cannot be changed through the gateway", "Leave it as the operator has set it."));

    private final Map<String, SettingRule> rules;

    public SettingRules(SettingLimits limits) {
        Map<String, SettingRule> byName = new HashMap<>();
        SettingRule workMemory = MemoryCap.ofKilobytes(limits.maxWorkMemKilobytes());
        byName.put("work_mem", workMemory);
        byName.put("maintenance_work_mem", workMemory);
        byName.put("logical_decoding_work_mem", workMemory);
        byName.put("temp_buffers", MemoryCap.ofBlocks(limits.maxTempBuffersKilobytes()));
        byName.put("hash_mem_multiplier", new NumberCap(limits.maxHashMemMultiplier()));
        SettingRule workers = new NumberCap(limits.maxParallelWorkers());
        byName.put("max_parallel_workers_per_gather", workers);
        byName.put("max_parallel_maintenance_workers", workers);
        cap(byName, "statement_timeout", limits.statementTimeout());
        cap(byName, "transaction_timeout", limits.transactionTimeout());
        cap(byName, "idle_in_transaction_session_timeout", limits.idleInTransactionTimeout());
        byName.put("standard_conforming_strings", new StaysOn());
        byName.put("client_encoding", new SafeEncoding());
        byName.put(StrictKeys.SETTING, new StrictKeysRule());
        byName.put("local_preload_libraries", NEVER);
        byName.put("session_preload_libraries", NEVER);
        rules = Map.copyOf(byName);
    }

    private static void cap(Map<String, SettingRule> byName, String name, Optional<Duration> cap) {
        cap.ifPresent(duration -> byName.put(name, new TimeoutCap(duration.toMillis())));
    }

    /** The rule of a setting, whose name PostgreSQL takes in any case; empty when the setting is free. */
    Optional<SettingRule> rule(String name) {
        String folded = Identifiers.folded(name);
        return folded.startsWith(ENGINE_PREFIX) ? Optional.of(NEVER) : Optional.ofNullable(rules.get(folded));
    }

    /** Empty when the setting may have the value. */
    public Optional<Refusal> check(String name, String value) {
        return rule(name).flatMap(rule -> rule.check(name, value));
    }
}
