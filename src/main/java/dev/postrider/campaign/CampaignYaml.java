package dev.postrider.campaign;

import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads campaign files. */
final class CampaignYaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addDeserializer(Duration.class, new DurationText())
                    .addDeserializer(Share.class, new ShareText()))
            .build();

    private CampaignYaml() {}

    static CampaignFile read(String file, String text) {
        try {
            return MAPPER.readValue(text, CampaignFile.class);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidCampaign(file, line, String.valueOf(e.getOriginalMessage()));
        }
    }

    /** A share of the recipients, 0 to 1. */
    record Share(double value) {}

    private static final class DurationText extends StdDeserializer<Duration> {

        DurationText() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) {
            String text = String.valueOf(parser.getValueAsString());
            try {
                return DurationStyle.detectAndParse(text);
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(text, Duration.class, "not a duration such as 6h or 30m");
            }
        }
    }

    private static final class ShareText extends StdDeserializer<Share> {

        ShareText() {
            super(Share.class);
        }

        @Override
        public Share deserialize(JsonParser parser, DeserializationContext context) {
            String text = String.valueOf(parser.getValueAsString()).strip();
            try {
                boolean percent = text.endsWith("%");
                double value = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
                double share = percent ? value / 100 : value;
                if (share >= 0 && share <= 1) {
                    return new Share(share);
                }
            } catch (NumberFormatException e) {
                // falls through to the one message for all that is not a share
            }
            throw context.weirdStringException(
                    text, Share.class, String.format(Locale.ROOT, "not a share such as 2%%"));
        }
    }
}
