package org.remora.management.payara;

import java.util.function.DoubleSupplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metric;

/**
 * A number that the server reads when somebody asks for its metrics.
 *
 * @param place where it is read
 * @param registered what the server knows it by
 */
record ShownMetric(Place place, Metric registered) {

    static ShownMetric of(org.remora.management.Metric metric) {
        Place place = new Place(metric.value());
        return new ShownMetric(place, metric.isCounter() ? new Counted(place) : new Gauged(place));
    }

    /** Where a number is read, which is elsewhere after its application was deployed anew. */
    static final class Place {

        private volatile DoubleSupplier value;

        private Place(DoubleSupplier value) {
            this.value = value;
        }

        void is(DoubleSupplier newValue) {
            value = newValue;
        }

        private double read() {
            return value.getAsDouble();
        }
    }

    /** One that grows elsewhere. Payara allows metrics of one name to be of one interface, and no other. */
    private record Counted(Place place) implements Counter {

        @Override
        public void inc() {
            throw new UnsupportedOperationException("It is counted by Remora");
        }

        @Override
        public void inc(long more) {
            throw new UnsupportedOperationException("It is counted by Remora");
        }

        @Override
        public long getCount() {
            return (long) place.read();
        }
    }

    /** One that goes up and down. */
    private record Gauged(Place place) implements Gauge<Double> {

        @Override
        public Double getValue() {
            return place.read();
        }
    }
}
