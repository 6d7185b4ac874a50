package org.remora.jobs.record;

import java.util.Optional;

/**
 * What has been heard of a job.
 *
 * @param percent how far it is
 * @param text what its handler says
 * @param result of the last successful run, encoded; not to be changed
 * @param error of the last failed attempt since then
 */
public record JobReport(int percent, String text, Optional<byte[]> result, Optional<String> error) {

    /** Nothing yet. */
    public static final JobReport NONE = new JobReport(0, "", Optional.empty(), Optional.empty());

    JobReport begun() {
        return new JobReport(0, "", result, error);
    }

    JobReport progressed(int nowPercent, String nowText) {
        return new JobReport(nowPercent, nowText, result, error);
    }

    JobReport failed(String why) {
        return new JobReport(percent, text, result, Optional.of(why));
    }

    JobReport succeeded(Optional<byte[]> nowResult) {
        return new JobReport(percent, text, nowResult, Optional.empty());
    }
}
