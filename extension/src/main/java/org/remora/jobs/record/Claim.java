package org.remora.jobs.record;

import java.util.UUID;

/**
 * Who runs a job, or ran it last.
 *
 * @param id tells this claim from every other, so that one made twice is one
 * @param member the member, by its id: an address may come back with another process
 * @param token greater than that of every earlier claim of the job
 * @param attempt the number of the attempt since the job, or its run, was due; 0 before the first
 * @param isCancelled whether the job is to be given up by who runs it
 */
public record Claim(UUID id, UUID member, long token, int attempt, boolean isCancelled) {

    /** Of a job that nobody has claimed yet. */
    public static final Claim NONE = new Claim(new UUID(0, 0), new UUID(0, 0), 0, 0, false);

    private static final int RANDOM_BITS = 20;

    /** The claim of one who takes the job next, with a token made by {@link #nextToken}. */
    Claim next(UUID claimId, UUID claimant, long seed) {
        return new Claim(claimId, claimant, nextToken(seed), attempt + 1, false);
    }

    /**
     * The time in milliseconds, but always more than that of the last token, and below it chance: two halves of a split
     * cluster that claim the same job do not get the same token.
     */
    private long nextToken(long seed) {
        long millis = Math.max(seed >>> RANDOM_BITS, (token >>> RANDOM_BITS) + 1);
        return (millis << RANDOM_BITS) | (seed & ((1L << RANDOM_BITS) - 1));
    }

    /**
     * What a claimant brings along for its token.
     *
     * @param nowMillis the time of day, in milliseconds since the epoch
     * @param random any number
     * @return the seed
     */
    public static long seed(long nowMillis, int random) {
        return (nowMillis << RANDOM_BITS) | (random & ((1L << RANDOM_BITS) - 1));
    }

    Claim cancelled() {
        return new Claim(id, member, token, attempt, true);
    }

    /** The number of attempts starts anew, for the next run. */
    Claim renumbered() {
        return new Claim(id, member, token, 0, isCancelled);
    }

    /** Its claimant has lost the job: what that one reports is not what has ended the claim. */
    Claim released(int attempts) {
        return new Claim(NONE.id, member, token, attempts, isCancelled);
    }

    boolean isReleased() {
        return id.equals(NONE.id);
    }
}
