package org.cdfgateway.emulator.resource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.right.Reach;
import org.cdfgateway.emulator.right.ScopeKind;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.InstanceKey;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/**
 * By which kinds of scope the items of one resource are reached. Lists leave out what is beyond the caller's reach;
 * whoever names it or writes it is refused (reference/cdf-api-resources.md sections 2 and 14, number 11).
 */
final class ItemScopes {

    private static final String NODES_ACL = "dataModelInstancesAcl";
    private static final String CATEGORIES_ACL = "securityCategoriesAcl";

    static final Predicate<Item> ALL = item -> true;

    private record Place(ScopeKind kind, Function<Item, @Nullable Object> member) {}

    private final String acl;
    private final List<Place> places;
    private final @Nullable Field dataSetId;
    private final @Nullable Field instanceId;
    private final @Nullable Field categories;
    private final LongPredicate isProtected;

    private ItemScopes(
            String acl,
            List<Place> places,
            @Nullable Field dataSetId,
            @Nullable Field instanceId,
            @Nullable Field categories,
            LongPredicate isProtected) {
        this.acl = acl;
        this.places = places;
        this.dataSetId = dataSetId;
        this.instanceId = instanceId;
        this.categories = categories;
        this.isProtected = isProtected;
    }

    /**
     * By their own id and, where they have one, by their data set.
     *
     * @param isProtected whether only its owners may write into the data set with this id
     */
    static ItemScopes of(Schema schema, LongPredicate isProtected) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(ScopeKind.ID, Item::id));
        Field dataSetId = schema.field("dataSetId");
        if (dataSetId != null) {
            places.add(new Place(ScopeKind.DATA_SET, dataSetId::of));
        }
        return new ItemScopes(
                schema.calls().acl(),
                places,
                dataSetId,
                schema.field("instanceId"),
                schema.field("securityCategories"),
                isProtected);
    }

    /** The same places under another access control list. */
    ItemScopes under(String other) {
        return new ItemScopes(other, places, dataSetId, instanceId, categories, isProtected);
    }

    /** @param member which member of a scope of this kind reaches the item; null when none does */
    ItemScopes with(ScopeKind kind, Function<Item, @Nullable Object> member) {
        List<Place> more = new ArrayList<>(places);
        more.add(new Place(kind, member));
        return new ItemScopes(acl, more, dataSetId, instanceId, categories, isProtected);
    }

    /** What the caller may read: {@link #ALL} or a part of it. */
    Predicate<Item> readable(Call call) {
        return within(call, "READ");
    }

    /** What the caller may write. Protected data sets are written by their owners only. */
    Predicate<Item> writable(Call call) {
        Predicate<Item> reached = within(call, "WRITE");
        Reach owned = call.reach("datasetsAcl", "OWNER");
        return dataSetId == null || owned.isEverything() ? reached : reached.and(item -> isOpenTo(owned, item));
    }

    private boolean isOpenTo(Reach owned, Item item) {
        Long id = dataSetId == null ? null : dataSetId.numberOf(item);
        return id == null || !isProtected.test(id) || owned.contains(ScopeKind.ID, id);
    }

    /**
     * What is a node of data modeling, too, must be within reach there as well, and of something with security
     * categories the caller must be a member of each.
     */
    private Predicate<Item> within(Call call, String action) {
        Reach reach = call.reach(acl, action);
        Predicate<Item> reached = reach.isEverything()
                ? ALL
                : item -> places.stream()
                        .anyMatch(place ->
                                reach.contains(place.kind(), place.member().apply(item)));
        Reach nodes = call.reach(NODES_ACL, action);
        if (instanceId != null && !nodes.isEverything()) {
            reached = reached.and(item -> isWithin(nodes, instanceId.instanceOf(item)));
        }
        Reach memberOf = call.reach(CATEGORIES_ACL, "MEMBEROF");
        if (categories != null && !memberOf.isEverything()) {
            reached = reached.and(item -> isWithin(memberOf, categories.of(item)));
        }
        return reached;
    }

    private static boolean isWithin(Reach nodes, @Nullable InstanceKey node) {
        return node == null || nodes.contains(ScopeKind.SPACE, node.space());
    }

    private static boolean isWithin(Reach memberOf, @Nullable Object categories) {
        return !(categories instanceof long[] ids)
                || Arrays.stream(ids).allMatch(id -> memberOf.contains(ScopeKind.ID, id));
    }

    /** @throws ApiError 403 when one of the items is beyond reach */
    static void require(Predicate<Item> within, Collection<Item> items) {
        if (within != ALL && !items.stream().allMatch(within)) {
            throw ApiError.forbidden();
        }
    }
}
