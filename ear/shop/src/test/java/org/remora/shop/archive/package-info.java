/**
 * What the archive of messages promises about revisions, indexes and what is found.
 *
 * <p>May use JUnit and AssertJ; databases are in memory, indexes in directories of the test. Tests run on one thread
 * unless they say otherwise.
 */
@NullMarked
package org.remora.shop.archive;

import org.jspecify.annotations.NullMarked;
