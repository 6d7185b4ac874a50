package org.remora.shop.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/**
 * The index of one shard, on this server's disk.
 *
 * <p>With each commit goes the revision that the index has come to, in one step: whatever happens to the server, what
 * is on its disk says itself from where to go on.
 */
public final class ShardIndex implements Closeable {

    private static final String REVISION = "revision";
    private static final String ID = "id";
    private static final String CUSTOMER = "customer";
    private static final String WORDS = "words";
    private static final String WRITTEN = "written";
    private static final Sort NEWEST_FIRST =
            new Sort(new SortField(WRITTEN, SortField.Type.LONG, true), new SortField(ID, SortField.Type.STRING));

    private final Directory directory;
    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private ShardIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setCommitOnClose(false));
        if (!DirectoryReader.indexExists(directory)) {
            commit(0);
        }
        this.searchers = new SearcherManager(directory, null);
    }

    /**
     * Opens an index, or begins one.
     *
     * @param directory where it is; nobody else may have opened it
     */
    public static ShardIndex open(Path directory) throws IOException {
        return new ShardIndex(FSDirectory.open(directory));
    }

    private void commit(long revision) throws IOException {
        writer.setLiveCommitData(Map.of(REVISION, Long.toString(revision)).entrySet());
        long unused = writer.commit();
    }

    /** Up to which revision the messages of the shard are in here. */
    public long revision() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return revision(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    private static long revision(IndexSearcher searcher) throws IOException {
        DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
        return Long.parseLong(reader.getIndexCommit().getUserData().getOrDefault(REVISION, "0"));
    }

    /**
     * Takes in what comes after {@link #revision}; to be called by one thread at a time.
     *
     * @param changes in their order; none is left out before the last
     */
    public void add(List<MessageStore.Revised> changes) throws IOException {
        for (MessageStore.Revised change : changes) {
            long unused = writer.updateDocument(new Term(ID, change.message().id()), document(change.message()));
        }
        commit(changes.get(changes.size() - 1).revision());
        searchers.maybeRefreshBlocking();
    }

    private static Document document(Message message) {
        Document document = new Document();
        document.add(new StringField(ID, message.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(message.id())));
        document.add(new StringField(CUSTOMER, message.customer(), Field.Store.NO));
        document.add(new TextField(WORDS, message.subject(), Field.Store.NO));
        document.add(new TextField(WORDS, message.text(), Field.Store.NO));
        document.add(new NumericDocValuesField(WRITTEN, message.written().toEpochMilli()));
        return document;
    }

    /** Looks for messages. */
    public ShardAnswer search(Question question) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            Query query = query(question);
            List<ShardAnswer.Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query, ShardAnswer.SHOWN, NEWEST_FIRST).scoreDocs) {
                hits.add(hit((FieldDoc) found));
            }
            return new ShardAnswer(revision(searcher), searcher.count(query), hits);
        } finally {
            searchers.release(searcher);
        }
    }

    private static ShardAnswer.Hit hit(FieldDoc found) {
        BytesRef id = (BytesRef) found.fields[1];
        return new ShardAnswer.Hit(id.utf8ToString(), (Long) found.fields[0]);
    }

    private Query query(Question question) {
        Query words = words(question.words());
        return question.customer().isEmpty()
                ? words
                : new BooleanQuery.Builder()
                        .add(words, Occur.MUST)
                        .add(new TermQuery(new Term(CUSTOMER, question.customer())), Occur.FILTER)
                        .build();
    }

    private Query words(String words) {
        if (words.isBlank()) {
            return new MatchAllDocsQuery();
        }
        Query query = new QueryBuilder(analyzer).createBooleanQuery(WORDS, words, Occur.MUST);
        return query == null ? new MatchNoDocsQuery("there is no word in it") : query;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
        analyzer.close();
    }
}
