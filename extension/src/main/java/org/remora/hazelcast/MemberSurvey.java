package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.spi.impl.NodeEngineImpl;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.remora.cluster.ClusterMember;
import org.remora.cluster.ClusterSurvey;
import org.remora.cluster.Figures;
import org.remora.cluster.RemoraVersion;
import org.remora.cluster.SurveyedMember;

/** Asks the members of a node's cluster by an operation of Remora's own, all at the same time. */
public final class MemberSurvey implements ClusterSurvey {

    private static final String PLACE = "org.remora.hazelcast.MemberSurvey";
    private static final Supplier<List<Figures>> NOTHING_YET = List::of;

    private final HazelcastInstance instance;
    private final ClusterSafety safety;

    private MemberSurvey(HazelcastInstance instance) {
        this.instance = instance;
        this.safety = new ClusterSafety(engine());
    }

    /**
     * The survey of a node.
     *
     * @param instance the node's member
     * @param figures what this node answers itself; must not block
     * @return the survey
     */
    public static MemberSurvey of(HazelcastInstance instance, Supplier<List<Figures>> figures) {
        instance.getUserContext().put(PLACE, figures);
        return new MemberSurvey(instance);
    }

    /** What a member answers. */
    @SuppressWarnings("unchecked") // nothing else is put there
    static List<Figures> own(HazelcastInstance instance) {
        return ((Supplier<List<Figures>>) instance.getUserContext().getOrDefault(PLACE, NOTHING_YET)).get();
    }

    @Override
    public List<SurveyedMember> ask(Duration longest) {
        try {
            return answered(longest);
        } catch (HazelcastInstanceNotActiveException left) {
            return List.of();
        }
    }

    private List<SurveyedMember> answered(Duration longest) {
        return MemberQuestions.<byte[]>askAll(instance, FiguresOperation::new, longest).stream()
                .map(this::described)
                .toList();
    }

    private SurveyedMember described(MemberQuestions.Reply<byte[]> reply) {
        try {
            List<Figures> figures =
                    reply.answer().isPresent() ? FiguresForm.read(reply.answer().get()) : List.of();
            return described(reply.member(), figures, reply.trouble());
        } catch (IOException e) {
            return described(reply.member(), List.of(), e.toString());
        }
    }

    private SurveyedMember described(Member member, List<Figures> figures, String trouble) {
        return new SurveyedMember(
                member.getUuid().toString(),
                new ClusterMember(HazelcastNode.nodeName(member), HazelcastNode.address(member), member.localMember()),
                versionOf(member),
                member.isLiteMember(),
                engine().getPartitionService()
                        .getMemberPartitionsIfAssigned(member.getAddress())
                        .size(),
                figures,
                trouble);
    }

    private static String versionOf(Member member) {
        String version = member.getAttribute(MemberConfig.VERSION);
        return version == null ? RemoraVersion.UNKNOWN : version;
    }

    @Override
    public boolean isSafe(Duration longest) {
        return safety.isSafe(longest);
    }

    @Override
    public boolean isMigrating() {
        return engine().getPartitionService().hasOnGoingMigrationLocal();
    }

    private NodeEngineImpl engine() {
        return ((HazelcastInstanceProxy) instance).getOriginal().node.getNodeEngine();
    }
}
