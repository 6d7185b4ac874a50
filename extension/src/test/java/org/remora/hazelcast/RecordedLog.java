package org.remora.hazelcast;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What is logged while it is open, from INFO up, with exceptions. */
public final class RecordedLog extends Handler implements AutoCloseable {

    private final List<Logger> loggers;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** Begins to listen to the loggers of these names and below. */
    public RecordedLog(String... names) {
        this.loggers = Stream.of(names).map(Logger::getLogger).toList();
        loggers.forEach(logger -> logger.addHandler(this));
    }

    /** All lines. */
    public List<String> lines() {
        return lines;
    }

    /** The lines with a text in them. */
    public List<String> with(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.INFO.intValue()) {
            String text = line.getParameters() == null
                    ? line.getMessage()
                    : MessageFormat.format(line.getMessage(), line.getParameters());
            lines.add(line.getThrown() == null ? text : text + " " + line.getThrown());
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        loggers.forEach(logger -> logger.removeHandler(this));
    }
}
