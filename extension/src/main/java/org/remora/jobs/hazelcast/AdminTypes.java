package org.remora.jobs.hazelcast;

import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.util.function.Supplier;

/** What administrators' questions travel as, apart from {@link WireTypes}, and with the same promise. */
@SuppressWarnings({"ImmutableEnumChecker", "EnumOrdinal"}) // constructors; the order is the form
enum AdminTypes {
    LIST(ListOperation::new),
    LISTING(WireListing::new);

    static final int FACTORY_ID = 0x52_4B;

    private static final AdminTypes[] BY_ID = values();

    private final Supplier<IdentifiedDataSerializable> maker;

    AdminTypes(Supplier<IdentifiedDataSerializable> maker) {
        this.maker = maker;
    }

    int id() {
        return ordinal();
    }

    static DataSerializableFactory factory() {
        return AdminTypes::make;
    }

    static IdentifiedDataSerializable make(int id) {
        return BY_ID[id].maker.get();
    }
}
