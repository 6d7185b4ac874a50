package org.remora.session.jcache;

import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.spi.impl.executionservice.ExecutionService;
import com.hazelcast.spi.impl.operationservice.Operation;

/** An administrator's question to a node, answered by a thread that may take its time. */
abstract class AdminOperation extends Operation implements IdentifiedDataSerializable {

    @Override
    public final void run() {
        getNodeEngine().getExecutionService().execute(ExecutionService.ASYNC_EXECUTOR, this::answer);
    }

    /** Calls {@link #sendResponse} in the end. */
    abstract void answer();

    @Override
    public final boolean returnsResponse() {
        return false;
    }

    @Override
    public final int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }
}
