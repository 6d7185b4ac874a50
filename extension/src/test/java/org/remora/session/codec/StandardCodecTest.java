package org.remora.session.codec;

/** The built-in codec alone. */
class StandardCodecTest implements CodecGuarantees {

    @Override
    public AttributeCodec codec() {
        return Codecs.standard();
    }
}
