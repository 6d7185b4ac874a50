package org.remora.jobs.run;

import java.util.Collection;
import java.util.concurrent.Executor;
import org.remora.jobs.JobHandler;
import org.remora.session.codec.AttributeCodec;

/**
 * An application that takes part.
 *
 * @param name its name, the same on every node
 * @param codec encodes payloads and results
 * @param handlers run its jobs
 * @param threads run the handlers, with the application's context
 * @param sink what it does with news
 * @param hearsAll whether it wants news of jobs that other nodes have submitted
 */
public record JobApplication(
        String name,
        AttributeCodec codec,
        Collection<? extends JobHandler<?>> handlers,
        Executor threads,
        JobEventSink sink,
        boolean hearsAll) {}
