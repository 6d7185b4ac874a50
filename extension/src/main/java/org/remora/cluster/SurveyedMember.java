package org.remora.cluster;

import java.util.List;

/**
 * A member, and what it answered when all were asked.
 *
 * @param id what no other member has, nor had
 * @param member its name and address
 * @param version the version of Remora that it runs
 * @param lite whether it takes part without holding data
 * @param ownedPartitions of how many parts of the data it is the owner
 * @param figures its numbers; empty if it has none, or has not answered
 * @param trouble why it has not answered; empty if it has
 */
public record SurveyedMember(
        String id,
        ClusterMember member,
        String version,
        boolean lite,
        int ownedPartitions,
        List<Figures> figures,
        String trouble) {

    /**
     * Copies the list.
     *
     * @param id what no other member has
     * @param member its name and address
     * @param version the version of Remora
     * @param lite whether it holds no data
     * @param ownedPartitions how much it owns
     * @param figures its numbers
     * @param trouble why it has not answered
     */
    public SurveyedMember {
        figures = List.copyOf(figures);
    }

    /**
     * Whether it answered in time.
     *
     * @return false if it is frozen, overloaded, cut off, or of a version that does not know the question
     */
    public boolean isAnswered() {
        return trouble.isEmpty();
    }
}
