package dev.postrider.template;

import org.jsoup.Jsoup;

/** Makes the text part of a message from its HTML part. */
final class HtmlToText {

    private HtmlToText() {}

    static String convert(String html) {
        return Jsoup.parse(html).wholeText().strip();
    }
}
