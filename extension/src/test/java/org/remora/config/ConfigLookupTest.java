package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which configuration is read, with a provider that prefers what the thread works for, as Payara's does. */
class ConfigLookupTest {

    private static final Config SERVER =
            TestConfig.of("remora.cluster.name", "server", "remora.session.enabled", "true");
    private static final Config APPLICATION =
            TestConfig.of("remora.cluster.name", "application", "remora.session.enabled", "false");

    private final ThreadPreferringProvider provider = new ThreadPreferringProvider();

    @BeforeEach
    void deployAnApplication() {
        ConfigProviderResolver.setInstance(provider);
        provider.deploying.set(true);
    }

    @AfterEach
    void forgetTheProvider() {
        ConfigProviderResolver.setInstance(null);
        Thread.interrupted();
    }

    @Test
    void ofServer_whileAnApplicationIsDeployed_readsTheServersSettings() {
        assertThat(RemoraSettings.ofServer().cluster().name()).isEqualTo("server");
    }

    @Test
    void ofApplication_whileItIsDeployed_readsItsSettings() {
        assertThat(SessionSettings.ofApplication().enabled()).isFalse();
    }

    @Test
    void ofServer_providerFails_saysWhy() {
        provider.failure = Optional.of(new IllegalStateException("not started"));

        assertThatThrownBy(RemoraSettings::ofServer)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not started");
    }

    @Test
    void ofServer_threadInterrupted_givesUpAndStaysInterrupted() {
        provider.answering = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(RemoraSettings::ofServer).isInstanceOf(IllegalStateException.class);

        assertThat(Thread.interrupted()).isTrue();
        provider.answering.countDown();
    }

    private static final class ThreadPreferringProvider extends ConfigProviderResolver {

        private final InheritableThreadLocal<Boolean> deploying = new InheritableThreadLocal<>();
        private volatile Optional<RuntimeException> failure = Optional.empty();
        private volatile CountDownLatch answering = new CountDownLatch(0);

        @Override
        public Config getConfig() {
            return getConfig(Thread.currentThread().getContextClassLoader());
        }

        @Override
        public Config getConfig(ClassLoader loader) {
            awaitAnswering();
            failure.ifPresent(exception -> {
                throw exception;
            });
            return Boolean.TRUE.equals(deploying.get()) ? APPLICATION : SERVER;
        }

        private void awaitAnswering() {
            try {
                answering.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public ConfigBuilder getBuilder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void registerConfig(Config config, ClassLoader loader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void releaseConfig(Config config) {
            throw new UnsupportedOperationException();
        }
    }
}
