package org.remora.session.jcache;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.internal.cluster.ClusterService;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.remora.session.UntoldEnd;

/**
 * The numbers by which nodes take sessions. Each member says its own, the same as long as its process lives, also when
 * its half of a split cluster goes over to another. Any thread may call.
 *
 * @param cluster the members
 */
record Takers(ClusterService cluster) {

    private static final String ATTRIBUTE = "remora.teller";

    static void configure(Config config) {
        long number = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        config.getMemberAttributeConfig().setAttribute(ATTRIBUTE, Long.toString(number));
    }

    /** This node's number; that of nobody while a member is there that says none, since it would understand none. */
    long own() {
        for (Member member : cluster.getMembers()) {
            if (numberOf(member) == UntoldEnd.NOBODY) {
                return UntoldEnd.NOBODY;
            }
        }
        return numberOf(cluster.getLocalMember());
    }

    /** All members by their numbers. */
    Map<Long, Member> present() {
        Map<Long, Member> byNumber = new HashMap<>();
        cluster.getMembers().forEach(member -> byNumber.put(numberOf(member), member));
        return byNumber;
    }

    private static long numberOf(Member member) {
        @Nullable String number = member.getAttribute(ATTRIBUTE);
        return number == null ? UntoldEnd.NOBODY : Long.parseLong(number);
    }
}
