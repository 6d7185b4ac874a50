package org.remora.invalidation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.UnreadableAttributeException;

/**
 * Applies what other nodes say about the caches of one application, and drops all of them when something may be
 * missing: rather too little in a cache than something wrong.
 *
 * <p>All methods may be called by any thread; they wait for each other, and call the caches and the events.
 */
final class IncomingInvalidations {

    private final String application;
    private final AttributeCodec codec;
    private final LocalCopies copies;
    private final RemoteEvents events;
    private final InvalidationCounters counters;
    private final Throttle unreadableLog;
    private final IncomingStreams streams = new IncomingStreams();

    IncomingInvalidations(
            String application,
            AttributeCodec codec,
            LocalCopies copies,
            RemoteEvents events,
            InvalidationCounters counters,
            LongSupplier nanos) {
        this.application = application;
        this.codec = codec;
        this.copies = copies;
        this.events = events;
        this.counters = counters;
        this.unreadableLog = new Throttle(nanos);
    }

    /** Applies invalidations. */
    synchronized void news(UUID member, Frame.News news) {
        if (isApplicable(member, news.node(), news.position(), news.first())) {
            apply(news);
        }
    }

    /** Another node tells how far it is, and which streams are all that run there. */
    synchronized void beat(UUID member, String node, Optional<Position> position) {
        if (streams.runsOnly(member, position.map(Position::stream).map(Set::of).orElse(Set.of()))) {
            missing(node);
        }
        position.ifPresent(each -> {
            boolean unused = isApplicable(member, node, each, each.last() + 1);
        });
    }

    /** The application has ended on another node, which sends nothing more. */
    synchronized void goodbye(UUID member, Frame.Goodbye goodbye) {
        if (!streams.ended(member, goodbye.position())) {
            missing(goodbye.node());
        }
    }

    /** A message of which not even the sender can be read. */
    synchronized void unreadable(String reason) {
        unreadable("?", reason);
    }

    /** Acts on who is silent, and who is gone. */
    synchronized void look(MemberWatch.Findings findings, Duration maxSilence) {
        for (MemberWatch.Other other : findings.gone()) {
            if (streams.gone(other.id()) || !other.wasHeard()) {
                counters.cutOff();
                InvalidationLog.gone(application, other.node());
                dropEverything("node " + other.node() + " is gone");
            }
        }
        for (MemberWatch.Other other : findings.fallenSilent()) {
            counters.cutOff();
            InvalidationLog.silent(application, other.node(), maxSilence);
            dropEverything("node " + other.node() + " is not heard");
        }
        for (MemberWatch.Other other : findings.heardAgain()) {
            dropEverything("node " + other.node() + " was not heard");
        }
        if (findings.isAnySilent()) {
            copies.dropEverything();
        }
    }

    /** Messages came faster than the application's classes let them be applied, and are lost. */
    synchronized void overrun() {
        counters.gap();
        InvalidationLog.overrun(application);
        dropEverything("messages came too fast");
    }

    /** Something failed where nothing should. */
    synchronized void failed(Throwable cause) {
        InvalidationLog.notApplied(application, cause);
        dropEverything("an invalidation failed");
    }

    /** Drops everything if something may be missing; returns false if what the message says is known. */
    private boolean isApplicable(UUID member, String node, Position position, long first) {
        switch (streams.heard(member, position, first)) {
            case IN_ORDER -> {}
            case KNOWN -> {
                return false; // how far the sender is, or a message that was applied and has come again
            }
            case GAP -> missing(node);
            case JOINED_LATE -> dropEverything("node " + node + " has sent messages before");
            case BACK -> {
                counters.cutOff();
                InvalidationLog.back(application, node);
                dropEverything("node " + node + " was cut off");
            }
        }
        return true;
    }

    private void missing(String node) {
        counters.gap();
        InvalidationLog.gap(application, node);
        dropEverything("messages of node " + node + " are missing");
    }

    private void apply(Frame.News news) {
        if (news.content().isEmpty()) {
            unreadable(news.node(), "a newer version has written it");
            return;
        }
        for (Invalidation each : news.content().get()) {
            counters.received();
            CacheInvalidated event = decoded(each);
            if (event.cache().equals(CacheInvalidated.EVERY_CACHE)) {
                copies.dropEverything();
            } else if (event.all()) {
                copies.dropAll(event.cache());
            } else {
                copies.drop(event.cache(), event.keys());
            }
            events.arrived(event);
        }
    }

    private CacheInvalidated decoded(Invalidation invalidation) {
        String cache = invalidation.cache();
        try {
            List<Object> keys = new ArrayList<>();
            for (byte[] key : invalidation.keys()) {
                keys.add(codec.decode(key));
            }
            CacheInvalidated event =
                    invalidation.all() ? CacheInvalidated.ofAll(cache) : CacheInvalidated.ofKeys(cache, keys);
            Optional<CacheInvalidated> reasoned = invalidation.reason().map(event::because);
            return reasoned.orElse(event);
        } catch (UnreadableAttributeException e) {
            counters.unreadable();
            unreadableLog.run(() -> InvalidationLog.keyUnreadable(application, cache, String.valueOf(e.getMessage())));
            return CacheInvalidated.ofAll(cache).because("a key cannot be read on this node");
        }
    }

    private void unreadable(String node, String reason) {
        counters.unreadable();
        unreadableLog.run(() -> InvalidationLog.unreadable(application, node, reason));
        dropEverything("a message cannot be read");
    }

    private void dropEverything(String reason) {
        counters.droppedEverything();
        copies.dropEverything();
        events.arrived(CacheInvalidated.ofAll(CacheInvalidated.EVERY_CACHE).because(reason));
    }
}
