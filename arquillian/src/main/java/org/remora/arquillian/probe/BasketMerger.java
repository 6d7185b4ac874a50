package org.remora.arquillian.probe;

import java.util.Optional;
import org.remora.session.merge.SessionAttributeMerger;

/** Keeps what two nodes have put into one basket at the same time; a service of one of the applications only. */
public final class BasketMerger implements SessionAttributeMerger<Basket> {

    /** Made as a service. */
    public BasketMerger() {}

    @Override
    public Class<Basket> type() {
        return Basket.class;
    }

    @Override
    public Basket merge(String name, Basket mine, Basket theirs, Optional<Basket> ancestor) {
        mine.addMissing(theirs.items());
        return mine;
    }
}
