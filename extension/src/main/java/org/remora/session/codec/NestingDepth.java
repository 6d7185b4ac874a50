package org.remora.session.codec;

import java.io.ObjectOutputStream;

/**
 * How deep objects are nested that are being written, so that none is stored that the reader's bound would refuse.
 *
 * <p>The writer does not tell its depth, but its stack does. It is looked at once in so many objects, which misses
 * nothing: whoever wants to get from {@value #MAX_WRITTEN} to {@value #MAX_READ} has to write more objects than that on
 * the way, all of them deeper than {@value #MAX_WRITTEN}.
 */
final class NestingDepth {

    /** What is written, as far as it is looked at. */
    static final int MAX_WRITTEN = 200;

    /** What is read; the stack of a usual thread allows for it. */
    static final int MAX_READ = 400;

    /** After how many objects the stack is looked at. */
    static final int OBJECTS_BETWEEN_LOOKS = MAX_READ - MAX_WRITTEN - 1;

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private NestingDepth() {}

    /** Whether the calling thread is writing an object that is nested too deeply. */
    static boolean isTooDeep() {
        return WALKER.walk(frames -> frames.takeWhile(frame -> frame.getDeclaringClass() != JavaSerialization.class)
                        .filter(NestingDepth::isAnotherLevel)
                        .limit(MAX_WRITTEN + 1L)
                        .count())
                > MAX_WRITTEN;
    }

    private static boolean isAnotherLevel(StackWalker.StackFrame frame) {
        return frame.getDeclaringClass() == ObjectOutputStream.class
                && frame.getMethodName().equals("writeObject0");
    }
}
