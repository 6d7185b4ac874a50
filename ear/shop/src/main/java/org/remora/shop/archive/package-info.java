/**
 * The archive of messages: letters of customers in a database that all servers share, and an index of their words that
 * is cut into shards, each on the disk of the server that looks after it.
 *
 * <p>The database is what counts. An index can be lost at any time: it is made again from the database, and knows how
 * far it has come. Who looks after which shard is not decided here but in {@code org.remora.shop.cluster}.
 *
 * <p>May use {@code org.remora.shop}, JDBC, Lucene and CDI; knows neither servlets, but for the directory of the
 * application, nor the cluster.
 *
 * <p>Threads: everything may be used by several.
 */
@NullMarked
package org.remora.shop.archive;

import org.jspecify.annotations.NullMarked;
