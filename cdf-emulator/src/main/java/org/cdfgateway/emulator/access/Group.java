package org.cdfgateway.emulator.access;

import java.util.List;

/** A group of callers and the rights it gives them. */
record Group(long id, String name, List<Capability> capabilities) {}
