package org.remora.session.codec;

import java.util.Optional;

/** Codecs for tests. */
final class Codecs {

    private Codecs() {}

    /** The built-in codec for the classes of the tests. */
    static StandardCodec standard() {
        return of(Codecs.class.getClassLoader());
    }

    /** The built-in codec of an application. */
    static StandardCodec of(ClassLoader loader) {
        return new StandardCodec(loader, Optional.empty());
    }

    /** A codec whose settings have a pattern. */
    static StandardCodec withPattern(String pattern) {
        return new StandardCodec(Codecs.class.getClassLoader(), Optional.of(pattern));
    }
}
