package dev.postrider.template.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the text part of a message from its HTML part in one pass over the characters, because a real HTML parser would
 * cost several times what the rendering costs. It bears any input, but knows only what mails are made of.
 */
public final class HtmlToText {

    private static final Set<String> INVISIBLE = Set.of("head", "script", "style", "title", "template", "noscript");
    private static final Set<String> VERBATIM = Set.of("script", "style", "title");
    private static final Set<String> EMPTY = Set.of("br", "hr", "img", "input", "meta", "link", "col", "wbr", "area");

    private final String html;
    private final TextLayout out = new TextLayout();
    private final Deque<Numbering> lists = new ArrayDeque<>();
    private @Nullable String href;
    private int labelStart;

    private HtmlToText(String html) {
        this.html = html;
    }

    public static String convert(String html) {
        return new HtmlToText(html).convert();
    }

    private String convert() {
        int position = 0;
        while (position < html.length()) {
            int markup = html.indexOf('<', position);
            int end = markup < 0 ? html.length() : markup;
            out.text(html, position, end);
            position = end < html.length() ? markup(end) : end;
        }
        endLink();
        return out.toString();
    }

    /** Handles what starts at a {@code <} and returns where to go on. */
    private int markup(int start) {
        if (html.startsWith("<!--", start)) {
            return after("-->", start + 4);
        } else if (html.startsWith("<!", start) || html.startsWith("<?", start)) {
            return after(">", start);
        }
        HtmlTag tag = HtmlTag.at(html, start);
        if (tag == null) {
            out.text(html, start, start + 1);
            return start + 1;
        }
        if (tag.closing()) {
            close(tag.name());
        } else if (INVISIBLE.contains(tag.name()) || tag.hidden()) {
            return EMPTY.contains(tag.name()) ? tag.end() : afterElement(tag);
        } else {
            open(tag);
        }
        return tag.end();
    }

    private int after(String terminator, int from) {
        int found = html.indexOf(terminator, from);
        return found < 0 ? html.length() : found + terminator.length();
    }

    private int afterElement(HtmlTag opened) {
        int depth = 1;
        int position = opened.end();
        while (depth > 0) {
            int next = html.indexOf('<', position);
            if (next < 0) {
                return html.length();
            }
            HtmlTag tag = HtmlTag.at(html, next);
            if (tag == null) {
                position = html.startsWith("<!--", next) ? after("-->", next + 4) : next + 1;
            } else if (!tag.name().equals(opened.name())) {
                position = VERBATIM.contains(opened.name()) ? next + 1 : tag.end();
            } else {
                depth += tag.closing() ? -1 : 1;
                position = tag.end();
            }
        }
        return position;
    }

    private void open(HtmlTag tag) {
        switch (tag.name()) {
            case "br" -> out.addBreak();
            case "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre" -> out.breakLines(2);
            case "hr" -> out.rule();
            case "ul" -> beginList(new Numbering(false));
            case "ol" -> beginList(new Numbering(true));
            case "li" ->
                out.item(
                        Math.max(0, lists.size() - 1),
                        lists.isEmpty() ? "-" : lists.peek().next());
            case "img" -> out.text(tag.alt(), 0, tag.alt().length());
            case "a" -> beginLink(tag.href());
            case "div", "table", "tr", "section", "header", "footer", "article", "center", "dt", "dd" ->
                out.breakLines(1);
            default -> {}
        }
    }

    private void close(String name) {
        switch (name) {
            case "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre" -> out.breakLines(2);
            case "ul", "ol" -> endList();
            case "td", "th" -> out.space();
            case "a" -> endLink();
            case "div", "table", "tr", "li", "section", "header", "footer", "article", "center", "dt", "dd" ->
                out.breakLines(1);
            default -> {}
        }
    }

    private void beginList(Numbering numbering) {
        out.breakLines(lists.isEmpty() ? 2 : 1);
        lists.push(numbering);
    }

    private void endList() {
        lists.poll();
        out.breakLines(lists.isEmpty() ? 2 : 1);
    }

    private void beginLink(String target) {
        endLink();
        href = target;
        labelStart = out.length();
    }

    private void endLink() {
        if (href != null && !href.isEmpty() && !href.startsWith("#")) {
            String label = out.since(labelStart);
            String target = href.startsWith("mailto:") ? href.substring("mailto:".length()) : href;
            if (label.isEmpty()) {
                out.word(target);
            } else if (!label.equals(target)) {
                out.annotate("<" + target + ">");
            }
        }
        href = null;
    }

    private static final class Numbering {

        private final boolean ordered;
        private int number;

        Numbering(boolean ordered) {
            this.ordered = ordered;
        }

        String next() {
            number++;
            return ordered ? number + "." : "-";
        }
    }
}
