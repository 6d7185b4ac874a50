package org.remora.session.codec;

import static java.io.ObjectInputFilter.Status.ALLOWED;
import static java.io.ObjectInputFilter.Status.REJECTED;
import static java.io.ObjectInputFilter.Status.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialFilterTest {

    private static final ObjectInputFilter BUILT_IN = new SerialFilter(Optional.empty());

    private record Info(@Nullable Class<?> serialClass, long arrayLength, long depth, long references)
            implements ObjectInputFilter.FilterInfo {

        static Info of(Class<?> type) {
            return new Info(type, -1, 1, 1);
        }

        @Override
        public long streamBytes() {
            return 100;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bsh.XThis",
                "clojure.core.proxy$clojure.lang.APersistentMap$ff19274a",
                "com.alibaba.fastjson.JSONObject",
                "com.atomikos.icatch.jta.RemoteClientUserTransaction",
                "com.fasterxml.jackson.databind.node.POJONode",
                "com.sun.syndication.feed.impl.ObjectBean",
                "javassist.util.proxy.SerializedProxy",
                "org.apache.bcel.util.ClassLoader",
                "org.apache.click.control.Column$ColumnComparator",
                "org.apache.xbean.naming.context.ContextUtil$ReadOnlyBinding",
                "org.jboss.interceptor.proxy.InterceptorMethodHandler",
                "scala.sys.process.processInternal",
                "com.mchange.v2.c3p0.impl.PoolBackedDataSourceBase",
                "com.rometools.rome.feed.impl.ObjectBean",
                "com.vaadin.data.util.NestedMethodProperty",
                "groovy.util.Expando",
                "net.sf.json.JSONObject",
                "org.aspectj.weaver.tools.cache.SimpleCache$StoreableCachingMap",
                "org.apache.commons.beanutils.BeanComparator",
                "org.apache.commons.collections.functors.InvokerTransformer",
                "org.apache.commons.collections4.functors.ChainedTransformer",
                "org.apache.commons.fileupload.disk.DiskFileItem",
                "org.apache.myfaces.el.CompositeELResolver",
                "org.apache.xalan.xsltc.trax.TemplatesImpl",
                "org.codehaus.groovy.runtime.MethodClosure",
                "org.hibernate.engine.spi.TypedValue",
                "org.hibernate.tuple.component.PojoComponentTuplizer",
                "org.mozilla.javascript.NativeJavaObject",
                "org.python.core.PyFunction",
                "org.springframework.aop.framework.AdvisedSupport",
                "org.springframework.beans.factory.support.DefaultListableBeanFactory",
                "org.springframework.core.SerializableTypeWrapper$MethodInvokeTypeProvider",
                "org.springframework.transaction.jta.JtaTransactionManager"
            })
    void checkInput_gadgetOfALibrary_rejected(String name) {
        assertThat(BUILT_IN.checkInput(Info.of(new NamedClasses().make(name)))).isEqualTo(REJECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl",
                "com.sun.rowset.JdbcRowSetImpl",
                "java.lang.reflect.Method",
                "java.net.URL",
                "java.rmi.server.RemoteObjectInvocationHandler",
                "java.rmi.server.UnicastRemoteObject",
                "java.rmi.MarshalledObject",
                "java.security.SignedObject",
                "java.util.logging.FileHandler",
                "java.util.prefs.Preferences",
                "javax.management.BadAttributeValueExpException",
                "javax.naming.ldap.LdapName",
                "javax.script.ScriptEngineManager",
                "javax.swing.event.EventListenerList",
                "javax.swing.UIDefaults",
                "sun.reflect.annotation.AnnotationInvocationHandler"
            })
    void checkInput_gadgetOrEntranceOfTheJdk_rejected(String name) throws ClassNotFoundException {
        Class<?> type = Class.forName(name, false, ClassLoader.getPlatformClassLoader());

        assertThat(BUILT_IN.checkInput(Info.of(type))).isEqualTo(REJECTED);
        assertThat(BUILT_IN.checkInput(Info.of(type.arrayType()))).isEqualTo(REJECTED);
        assertThat(BUILT_IN.checkInput(Info.of(type.arrayType().arrayType()))).isEqualTo(REJECTED);
    }

    @ParameterizedTest
    @ValueSource(classes = {Article.class, Article[].class, String.class, int.class, int[][].class, ArrayList.class})
    void checkInput_applicationAndValueClasses_allowed(Class<?> type) {
        assertThat(BUILT_IN.checkInput(Info.of(type))).isEqualTo(ALLOWED);
    }

    @Test
    void checkInput_libraryWhoseNameOnlyBeginsLikeOneOfTheJdk_allowed() {
        assertThat(BUILT_IN.checkInput(Info.of(new NamedClasses().make("javax.money.Amount"))))
                .isEqualTo(ALLOWED);
        assertThat(BUILT_IN.checkInput(Info.of(new NamedClasses().make("org.springframework.security.core.User"))))
                .isEqualTo(ALLOWED);
    }

    @Test
    void checkInput_beyondABound_rejectedWhateverTheClass() {
        assertThat(BUILT_IN.checkInput(new Info(String.class, -1, 401, 1))).isEqualTo(REJECTED);
        assertThat(BUILT_IN.checkInput(new Info(null, -1, 401, 1))).isEqualTo(REJECTED);
        assertThat(BUILT_IN.checkInput(new Info(String.class, -1, 400, 1_000_000)))
                .isEqualTo(ALLOWED);
        ObjectInputFilter forBytes = new SerialFilter(Optional.empty()).forBytes(100);
        assertThat(forBytes.checkInput(new Info(byte[].class, 100, 1, 1))).isEqualTo(ALLOWED);
        assertThat(forBytes.checkInput(new Info(byte[].class, 10_000, 1, 1))).isEqualTo(REJECTED);
    }

    @Test
    void checkInput_noClassWithinTheBounds_undecided() {
        assertThat(BUILT_IN.checkInput(new Info(null, -1, 5, 5))).isEqualTo(UNDECIDED);
    }

    @Test
    void checkInput_patternThatRefuses_decidesBeforeTheBuiltInRules() {
        ObjectInputFilter filter = new SerialFilter(Optional.of("!java.util.Date"));

        assertThat(filter.checkInput(Info.of(Date.class))).isEqualTo(REJECTED);
        assertThat(filter.checkInput(Info.of(ArrayList.class))).isEqualTo(ALLOWED);
        assertThat(filter.checkInput(Info.of(new NamedClasses().make("bsh.XThis"))))
                .isEqualTo(REJECTED);
    }

    @Test
    void checkInput_patternThatAllows_decidesBeforeTheBuiltInRules() {
        ObjectInputFilter filter = new SerialFilter(Optional.of("java.awt.Point;bsh.**;maxdepth=3"));

        assertThat(BUILT_IN.checkInput(Info.of(java.awt.Point.class))).isEqualTo(REJECTED);
        assertThat(filter.checkInput(Info.of(java.awt.Point.class))).isEqualTo(ALLOWED);
        assertThat(filter.checkInput(Info.of(new NamedClasses().make("bsh.XThis"))))
                .isEqualTo(ALLOWED);
        assertThat(filter.checkInput(new Info(String.class, -1, 4, 1))).isEqualTo(REJECTED);
    }

    @Test
    void decode_classThatIsRefused_unreadableAndNotAnError() throws Exception {
        byte[] stored = Codecs.withPattern("java.awt.Point").encode(List.of(new java.awt.Point(1, 2)));

        assertThat(Codecs.withPattern("java.awt.Point").decode(stored)).isEqualTo(List.of(new java.awt.Point(1, 2)));
        assertThatThrownBy(() -> Codecs.standard().decode(stored))
                .isInstanceOf(UnreadableAttributeException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void decode_deeperThanTheBound_unreadableAndNotAnError() throws Exception {
        byte[] stored = serialized(nested(500));

        assertThatThrownBy(() -> Codecs.standard().decode(stored)).isInstanceOf(UnreadableAttributeException.class);
    }

    /** Or the value would be lost with the node that set it. */
    @Test
    void encode_anyDepth_isReadBackOrRefused() throws Exception {
        assertThat(Codecs.standard().decode(Codecs.standard().encode(nested(190))))
                .isEqualTo(nested(190));
        for (int depth = 191; depth < 450; depth += 23) {
            assertReadBackOrRefused(nested(depth));
        }
        assertThatThrownBy(() -> Codecs.standard().encode(nested(401)))
                .isInstanceOf(NotStorableException.class)
                .hasMessageContaining("nested deeper than 200");
    }

    @Test
    void encode_manyObjectsBesideADeepOne_isReadBackOrRefused() throws Exception {
        for (int before = 0; before < 200; before += 37) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < before; i++) {
                list.add(new Article("a" + i));
            }
            list.add(nested(410));
            assertReadBackOrRefused(list);
        }
        List<Object> flat = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            flat.add(new Article("a" + i));
        }
        assertThat(Codecs.standard().decode(Codecs.standard().encode(flat))).isEqualTo(flat);
    }

    private static void assertReadBackOrRefused(Object value) throws Exception {
        byte[] encoded;
        try {
            encoded = Codecs.standard().encode(value);
        } catch (NotStorableException refused) {
            return;
        }
        assertThat(Codecs.standard().decode(encoded)).isEqualTo(value);
    }

    private static byte[] serialized(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ValueTag.JAVA_SERIALIZATION);
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static List<Object> nested(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = 1; i < depth; i++) {
            list = new ArrayList<>(List.of(list));
        }
        return list;
    }
}
