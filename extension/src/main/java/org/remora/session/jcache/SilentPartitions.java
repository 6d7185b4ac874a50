package org.remora.session.jcache;

import com.hazelcast.cache.impl.ICacheService;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.operationservice.impl.InvocationFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.remora.session.SessionKey;

/**
 * The partitions that did not answer in time, so that a frozen member costs a request one wait and not one for each
 * call.
 *
 * <p>A partition stays silent until its owner and its backups have answered an echo, which is sent at once and again
 * whenever it fails.
 */
final class SilentPartitions {

    private static final long ECHO_TIMEOUT_MILLIS = 60_000;

    // Requests are refused, or served from copies, until the echo has come: half a second by default is too long.
    private static final long ECHO_RETRY_MILLIS = 50;

    private final NodeEngine engine;
    private final ConcurrentMap<Integer, InvocationFuture<Answer>> echoes = new ConcurrentHashMap<>();

    SilentPartitions(NodeEngine engine) {
        this.engine = engine;
    }

    /** Whether it makes no sense to wait for a partition now. */
    boolean contains(int partition) {
        InvocationFuture<Answer> echo = echoes.get(partition);
        if (echo == null || !echo.isDone()) {
            return echo != null;
        }
        if (echo.isCompletedExceptionally()) {
            echoes.replace(partition, echo, send(partition));
            return true;
        }
        echoes.remove(partition, echo);
        return false;
    }

    /** Whether all partitions have answered; those that failed are asked again. */
    boolean isEmpty() {
        return echoes.keySet().stream().noneMatch(this::contains);
    }

    /** A call to a partition was not answered in time. */
    void add(int partition) {
        echoes.computeIfAbsent(partition, this::send);
    }

    private InvocationFuture<Answer> send(int partition) {
        Data nobody = KeyForm.of(new SessionKey(0, 0));
        return engine.getOperationService()
                .createInvocationBuilder(
                        ICacheService.SERVICE_NAME, new SessionOperation(nobody, new EchoProcessor()), partition)
                .setCallTimeout(ECHO_TIMEOUT_MILLIS)
                .setTryPauseMillis(ECHO_RETRY_MILLIS)
                .setFailOnIndeterminateOperationState(true)
                .invoke();
    }
}
