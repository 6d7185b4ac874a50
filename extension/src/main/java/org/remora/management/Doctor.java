package org.remora.management;

import java.util.List;
import java.util.function.Supplier;
import org.remora.cluster.Finding;

/**
 * Looks anew at every question.
 *
 * @param examination what looks
 */
public record Doctor(Supplier<List<Finding>> examination) implements DoctorMXBean {

    private record Row(Finding finding) implements FindingRow {

        @Override
        public String getCheck() {
            return finding.check();
        }

        @Override
        public String getLevel() {
            return finding.level().name();
        }

        @Override
        public String getText() {
            return finding.text();
        }

        @Override
        public String getRemedy() {
            return finding.remedy();
        }
    }

    /**
     * Shows the bean.
     *
     * @return withdraws it
     */
    public Runnable register() {
        return BeanRegistration.of(BeanNames.of("Doctor"), this);
    }

    @Override
    public List<FindingRow> examine() {
        return examination.get().stream().<FindingRow>map(Row::new).toList();
    }
}
