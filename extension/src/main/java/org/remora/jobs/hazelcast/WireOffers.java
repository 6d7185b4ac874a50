package org.remora.jobs.hazelcast;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.remora.jobs.run.JobOffer;

/** What a node offers, on its way. */
final class WireOffers implements IdentifiedDataSerializable {

    private List<JobOffer> offers;

    WireOffers() {
        this(List.of());
    }

    WireOffers(List<JobOffer> offers) {
        this.offers = List.copyOf(offers);
    }

    List<JobOffer> offers() {
        return offers;
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.OFFERS.id();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeInt(offers.size());
        for (JobOffer offer : offers) {
            RecordForm.writeKey(out, offer.key());
            out.writeLong(offer.version());
        }
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        int count = in.readInt();
        List<JobOffer> read = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            read.add(new JobOffer(RecordForm.readKey(in), in.readLong()));
        }
        offers = read;
    }
}
