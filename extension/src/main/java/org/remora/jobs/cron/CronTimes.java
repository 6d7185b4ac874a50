package org.remora.jobs.cron;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.remora.jobs.InvalidCronException;
import org.remora.jobs.Schedule;
import org.remora.jobs.record.ScheduleTimes;

/** Fixed delays, and cron expressions of five fields, or of six that begin with the second. */
public final class CronTimes implements ScheduleTimes {

    private static final Pattern FIELD = Pattern.compile("\\S+");
    private static final int UNIX_FIELDS = 5;
    private static final String ANY = "*";

    private final CronParser minutes = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private final CronParser seconds = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING));

    /** Makes the reader. */
    public CronTimes() {}

    @Override
    public Optional<Instant> next(Schedule schedule, Instant now) {
        if (schedule instanceof Schedule.FixedDelay fixed) {
            return Optional.of(now.plus(fixed.delay()));
        }
        if (schedule instanceof Schedule.Cron cron) {
            return Optional.of(next(cron, now));
        }
        return Optional.empty();
    }

    private Instant next(Schedule.Cron cron, Instant now) {
        List<MatchResult> fields = FIELD.matcher(cron.expression()).results().toList();
        if (fields.size() != UNIX_FIELDS && fields.size() != UNIX_FIELDS + 1) {
            int position = fields.size() < UNIX_FIELDS
                    ? cron.expression().length()
                    : fields.get(UNIX_FIELDS + 1).start();
            throw new InvalidCronException(
                    cron.expression(), position, "it has " + fields.size() + " fields instead of 5 or 6");
        }
        check(cron, fields);
        ZonedDateTime from = now.atZone(cron.zone());
        return time(fields.stream().map(MatchResult::group).toList())
                .nextExecution(from)
                .orElseThrow(() -> new InvalidCronException(
                        cron.expression(), dayOfMonth(fields).start(), "no day ever meets it"))
                .toInstant();
    }

    /** The library does not say where an expression is wrong: so each field is read alone. */
    private void check(Schedule.Cron cron, List<MatchResult> fields) {
        for (int wrong = 0; wrong < fields.size(); wrong++) {
            List<String> alone = new ArrayList<>();
            for (int field = 0; field < fields.size(); field++) {
                alone.add(field == wrong ? fields.get(field).group() : ANY);
            }
            try {
                ExecutionTime unused = time(alone);
            } catch (IllegalArgumentException e) {
                throw new InvalidCronException(
                        cron.expression(), fields.get(wrong).start(), String.valueOf(e.getMessage()));
            }
        }
    }

    private ExecutionTime time(List<String> fields) {
        CronParser parser = fields.size() == UNIX_FIELDS ? minutes : seconds;
        return ExecutionTime.forCron(parser.parse(String.join(" ", fields)));
    }

    private static MatchResult dayOfMonth(List<MatchResult> fields) {
        return fields.get(fields.size() - 3);
    }
}
