package dev.postrider.inactivity;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.postrider.recipient.RecipientFields;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Freezes stages and ranges in the job's context, so that a restart has the same ones. The ranges are about equally
 * large; the server counts them off on the index of ids, and none of them is read.
 */
final class RangesTasklet implements Tasklet {

    private static final int MIN_RECIPIENTS_A_RANGE = 5_000;

    private final MongoDatabaseFactory mongo;
    private final InactivitySettings settings;

    RangesTasklet(MongoDatabaseFactory mongo, InactivitySettings settings) {
        this.mongo = mongo;
        this.settings = settings;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        StepExecution step = contribution.getStepExecution();
        List<String> bounds = bounds(step);
        if (step.isTerminateOnly()) {
            return RepeatStatus.CONTINUABLE;
        }
        ExecutionContext context = step.getJobExecution().getExecutionContext();
        context.putString(InactivityJob.STAGES, new Stages(settings.stages()).toString());
        context.put(InactivityJob.BOUNDS, new ArrayList<>(bounds));
        return RepeatStatus.FINISHED;
    }

    private List<String> bounds(StepExecution step) {
        MongoCollection<Document> recipients = mongo.getMongoDatabase().getCollection(RecipientFields.COLLECTION);
        long count = recipients.estimatedDocumentCount();
        int size = (int) Math.max(MIN_RECIPIENTS_A_RANGE, count / settings.partitions());
        List<String> bounds = new ArrayList<>();
        Bson after = Filters.empty();
        for (long rest = count - size; rest >= MIN_RECIPIENTS_A_RANGE && !step.isTerminateOnly(); rest -= size) {
            Document bound = recipients
                    .find(after)
                    .projection(Projections.include(RecipientFields.ID))
                    .sort(Sorts.ascending(RecipientFields.ID))
                    .skip(size)
                    .first();
            if (bound == null) {
                break;
            }
            bounds.add(bound.getString(RecipientFields.ID));
            after = Filters.gte(RecipientFields.ID, bound.getString(RecipientFields.ID));
        }
        return bounds;
    }
}
