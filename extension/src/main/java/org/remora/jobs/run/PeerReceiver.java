package org.remora.jobs.run;

import java.util.List;
import java.util.UUID;

/** What other nodes say to this one. Called by threads that must not wait. */
public interface PeerReceiver {

    /**
     * A node asks for work.
     *
     * @param member the node
     * @param ask the question
     * @return what it may claim
     */
    List<JobOffer> asked(UUID member, JobAsk ask);

    /**
     * A node has work for this one.
     *
     * @param owner the node
     * @param application whose
     */
    void hinted(UUID owner, String application);

    /**
     * A node tells what has happened.
     *
     * @param news what it is
     */
    void told(JobNews news);
}
