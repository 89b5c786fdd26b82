package dev.postrider.render;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the render stage.
 *
 * @param threads partitions that render at the same time
 * @param sliceSize recipients that are read with one query, rendered, queued and checkpointed together
 */
@ConfigurationProperties("postrider.render")
public record RenderSettings(
        @DefaultValue("2") int threads, @DefaultValue("500") int sliceSize) {}
