package org.remora.session.live;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** A value whose serialization hangs on demand. */
final class Slow implements Serializable {

    private static final long serialVersionUID = 1L;

    private static volatile Hang writing = new Hang(0);
    private static volatile Hang reading = new Hang(0);

    /** What threads run into. */
    static final class Hang {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch end;

        private Hang(int count) {
            end = new CountDownLatch(count);
        }

        void awaitBegin() throws InterruptedException {
            begun.await();
        }

        void end() {
            end.countDown();
        }

        void runUnchecked() {
            try {
                run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void run() throws IOException {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    volatile int number;

    /** From now on, whoever writes such a value hangs. */
    static Hang writing() {
        Hang hang = new Hang(1);
        writing = hang;
        return hang;
    }

    /** From now on, whoever reads such a value hangs. */
    static Hang reading() {
        Hang hang = new Hang(1);
        reading = hang;
        return hang;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        writing.run();
        out.writeInt(number);
    }

    private void readObject(ObjectInputStream in) throws IOException {
        reading.run();
        number = in.readInt();
    }
}
