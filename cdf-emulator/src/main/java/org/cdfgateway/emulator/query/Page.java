package org.cdfgateway.emulator.query;

import java.util.List;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/** @param nextCursor null on the last page */
public record Page(List<Item> items, @Nullable String nextCursor) {}
