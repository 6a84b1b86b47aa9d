package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.cdfgateway.emulator.store.Item;

/** What writing one resource needs beyond its fields. Called by one writer of the resource at a time. */
interface WriteRules {

    /**
     * Checks references and fills derived fields of what is created or updated.
     *
     * @param now time of the request
     * @throws org.cdfgateway.emulator.http.ApiError what CDF refuses
     */
    void complete(List<Draft> drafts, long now);

    /** Further items that change because of these changes; they keep their {@code lastUpdatedTime}. */
    default List<Draft> followUps(List<Draft> drafts) {
        return List.of();
    }

    /** All items that go when these are deleted. */
    default List<Item> deletion(List<Item> named, ObjectNode body) {
        return named;
    }

    /** Told after every change. */
    default void committed(Collection<Item> removed, Collection<Item> added) {}
}
