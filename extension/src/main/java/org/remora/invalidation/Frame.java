package org.remora.invalidation;

import java.util.List;
import java.util.Optional;

/**
 * A message from node to node.
 *
 * @param head from whom, and which numbers
 * @param content the invalidations; empty if this node cannot read them, because a newer version has written them
 */
record Frame(FrameHead head, Optional<List<Invalidation>> content) {}
