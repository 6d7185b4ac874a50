package org.remora.jobs.hazelcast;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.remora.jobs.run.JobNews;

/** Tells a node what has happened to jobs. */
final class NewsOperation extends NodeOperation {

    private JobNews news;

    NewsOperation() {
        this(new UUID(0, 0), new JobNews("", List.of(), List.of()));
    }

    NewsOperation(UUID sender, JobNews news) {
        super(sender);
        this.news = news;
    }

    @Override
    public void run() {
        receiver().ifPresent(node -> node.told(news));
    }

    @Override
    public boolean returnsResponse() {
        return false;
    }

    @Override
    public int getClassId() {
        return WireTypes.NEWS.id();
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        super.writeInternal(out);
        WireParts.writeText(out, news.application());
        EventForm.writeAll(out, news.own());
        EventForm.writeAll(out, news.others());
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        super.readInternal(in);
        news = new JobNews(WireParts.readText(in), EventForm.readAll(in), EventForm.readAll(in));
    }
}
