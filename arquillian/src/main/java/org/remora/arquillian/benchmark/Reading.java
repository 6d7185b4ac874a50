package org.remora.arquillian.benchmark;

import java.time.Duration;

/**
 * What the meters of a subject show at one moment.
 *
 * @param cpu processor time of its servers since their start
 * @param clientCpu processor time of the load generator since its start
 * @param traffic connections between its servers
 */
record Reading(Duration cpu, Duration clientCpu, Traffic traffic) {}
