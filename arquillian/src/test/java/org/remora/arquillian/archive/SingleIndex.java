package org.remora.arquillian.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** One index of all messages in a database: what the shards together have to find. */
final class SingleIndex implements AutoCloseable {

    private static final int SHOWN = 20;
    private static final Sort NEWEST_FIRST =
            new Sort(new SortField("written", SortField.Type.LONG, true), new SortField("id", SortField.Type.STRING));

    private final Directory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;

    private SingleIndex(Connection database) throws SQLException, IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()));
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, customer, subject, body, written FROM message")) {
            while (rows.next()) {
                long unused = writer.addDocument(document(rows));
            }
        }
        this.reader = DirectoryReader.open(directory);
    }

    static SingleIndex of(Connection database) throws SQLException, IOException {
        return new SingleIndex(database);
    }

    private static Document document(ResultSet rows) throws SQLException {
        Document document = new Document();
        document.add(new StoredField("id", rows.getString("id")));
        document.add(new SortedDocValuesField("id", new BytesRef(rows.getString("id"))));
        document.add(new StringField("customer", rows.getString("customer"), Field.Store.NO));
        document.add(new TextField("all", rows.getString("subject") + " " + rows.getString("body"), Field.Store.NO));
        document.add(new NumericDocValuesField(
                "written", rows.getObject("written", Instant.class).toEpochMilli()));
        return document;
    }

    int size() {
        return reader.numDocs();
    }

    Found search(String words, String customer) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.MUST);
        for (String word : words.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
            if (!word.isEmpty()) {
                query.add(new TermQuery(new Term("all", word)), Occur.MUST);
            }
        }
        if (!customer.isEmpty()) {
            query.add(new TermQuery(new Term("customer", customer)), Occur.MUST);
        }
        IndexSearcher searcher = new IndexSearcher(reader);
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query.build(), SHOWN, NEWEST_FIRST).scoreDocs) {
            ids.add(searcher.storedFields().document(hit.doc).get("id"));
        }
        return new Found(searcher.count(query.build()), ids);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
