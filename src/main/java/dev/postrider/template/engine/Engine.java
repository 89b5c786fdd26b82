package dev.postrider.template.engine;

import freemarker.cache.StrongCacheStorage;
import freemarker.cache.TemplateLoader;
import freemarker.core.MarkupOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import java.util.Locale;
import java.util.TimeZone;

/** Sets FreeMarker up for templates that marketing people edit: escaping by default, no reach into Java or files. */
public final class Engine {

    private Engine() {}

    public static Configuration configuration(TemplateLoader loader, OutputFormat format, Locale locale) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setObjectWrapper(new PlainWrapper());
        confine(configuration, loader);
        escape(configuration, format);
        fixFormats(configuration, locale);
        return configuration;
    }

    private static void confine(Configuration configuration, TemplateLoader loader) {
        configuration.setTemplateLoader(loader);
        configuration.setCacheStorage(new StrongCacheStorage());
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setLocalizedLookup(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
    }

    private static void escape(Configuration configuration, OutputFormat format) {
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setOutputFormat(format);
        configuration.setAutoEscapingPolicy(
                format instanceof MarkupOutputFormat
                        ? Configuration.FORCE_AUTO_ESCAPING_POLICY
                        : Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
        configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
    }

    /** Patterns rather than names of styles, because what a style prints differs between Java versions. */
    private static void fixFormats(Configuration configuration, Locale locale) {
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputEncoding("UTF-8");
        configuration.setURLEscapingCharset("UTF-8");
        configuration.setLocale(locale);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setDateFormat("d MMMM yyyy");
        configuration.setTimeFormat("HH:mm");
        configuration.setDateTimeFormat("d MMMM yyyy HH:mm");
    }
}
