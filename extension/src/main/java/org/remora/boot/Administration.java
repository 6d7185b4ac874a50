package org.remora.boot;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.remora.cluster.ClusterKeys;
import org.remora.cluster.ClusterNode;
import org.remora.config.EffectiveSetting;
import org.remora.config.EffectiveSettings;
import org.remora.config.ManagementSettings;
import org.remora.config.RemoraSettings;
import org.remora.hazelcast.Doctor;
import org.remora.hazelcast.HazelcastNode;
import org.remora.jobs.hazelcast.GridJobDirectory;
import org.remora.jobs.run.JobClock;
import org.remora.management.JobAdmin;
import org.remora.management.SessionAdmin;
import org.remora.management.SettingsBean;
import org.remora.management.ValueReader;
import org.remora.session.SessionStore;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.StandardCodec;
import org.remora.session.jcache.GridDirectory;
import org.remora.session.seal.RecordReader;
import org.remora.session.seal.Seal;

/** What the command line and other consoles ask and tell a server about single sessions, jobs and settings. */
final class Administration {

    private final ConcurrentMap<String, AttributeCodec> codecs = new ConcurrentHashMap<>();
    private final AttributeCodec others = new StandardCodec(Administration.class.getClassLoader(), Optional.empty());
    private final List<EffectiveSetting> ofServer;
    private final SettingsBean settings;

    /** What a server's own settings are. */
    Administration(ClusterNode node) {
        this.ofServer = EffectiveSettings.ofServer().stream()
                .map(setting -> switch (setting.key()) {
                    case "remora.node.name" -> setting.orMade(node.name());
                    case "remora.jobs.threads" ->
                        setting.orMade(Integer.toString(Runtime.getRuntime().availableProcessors()));
                    default -> setting;
                })
                .toList();
        this.settings = new SettingsBean(ofServer);
    }

    /** Answers from now on; asks others only if somebody asks. */
    void begin(HazelcastNode node, RemoraSettings written, ClusterKeys keys, SessionStore store) {
        RecordReader reader = new RecordReader(
                keys.areSecret() ? Optional.of(Seal.of(keys)) : Optional.empty(),
                application -> codecs.getOrDefault(application, others));
        GridDirectory sessions = new GridDirectory(node.instance(), store, reader, InstantSource.system());
        System.setProperty(ClusterNode.PROCESS_PROPERTY, node.name());
        if (!written.cluster().jmxEnabled()) {
            return;
        }
        boolean showValues = ManagementSettings.ofServer().showValues();
        List<Runnable> unused = List.of(
                new SessionAdmin(
                                sessions,
                                reader,
                                showValues ? Optional.of(valuesBy(reader)) : Optional.empty(),
                                InstantSource.system())
                        .register(),
                new JobAdmin(new GridJobDirectory(
                                node.instance(), new JobClock(InstantSource.system(), System::nanoTime)))
                        .register(),
                settings.register(),
                new org.remora.management.Doctor(new Doctor(node, written, keys)::examine).register());
    }

    private ValueReader valuesBy(RecordReader reader) {
        return (key, stored, name) -> codecs.containsKey(stored.application())
                ? stored.attributes()
                        .find(name)
                        .map(bytes -> new ShownValue(() -> reader.value(key, stored, name, bytes)).text())
                : Optional.empty();
    }

    /** An application runs from now on; called by its deployment. Returns what ends that. */
    Runnable add(String application, AttributeCodec codec) {
        codecs.put(application, codec);
        Runnable forgotten = settings.add(application, EffectiveSettings.ofApplication(ofServer));
        return () -> {
            boolean unused = codecs.remove(application, codec);
            forgotten.run();
        };
    }
}
