package org.remora.management;

import java.util.List;

/** What this server goes by; {@code org.remora:type=Settings}. */
public interface SettingsMXBean {

    /**
     * Every setting, in the order of the documentation; then what applications have set for themselves.
     *
     * @return a row for each
     */
    List<SettingRow> getSettings();
}
