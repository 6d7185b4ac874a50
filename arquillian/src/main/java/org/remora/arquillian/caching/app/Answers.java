package org.remora.arquillian.caching.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.annotation.CacheResult;

/** Works out answers, whose number shows how often it was asked. */
@ApplicationScoped
public class Answers {

    private final AtomicInteger worked = new AtomicInteger();

    /** Returns an answer that the server keeps, by JCache's annotation. */
    @CacheResult(cacheName = "answers")
    public String answer(String question) {
        return question + worked.incrementAndGet();
    }
}
