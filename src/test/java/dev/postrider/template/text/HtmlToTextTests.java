package dev.postrider.template.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlToTextTests {

    @Test
    void separatesParagraphsAndHeadingsByEmptyLines() {
        assertText("<h1>Title</h1><p>One</p><p>Two</p>", "Title\n\nOne\n\nTwo");
    }

    @Test
    void breaksLinesAtBlocksAndBr() {
        assertText("<div>a</div><div>b</div>c<br>d<br/><br />e", "a\nb\nc\nd\n\ne");
    }

    @Test
    void collapsesWhiteSpace() {
        assertText("  a \n\t b&nbsp;&nbsp; c<b> d</b>e  ", "a b c de");
    }

    @Test
    void keepsWhereLinksLead() {
        assertText(
                "Go <a class=x href=\"https://a.example/?x=1&amp;y=2\">there</a>.",
                "Go there <https://a.example/?x=1&y=2>.");
    }

    @Test
    void writesALinkOnceWhenItIsItsOwnLabel() {
        assertText("<a href='https://a.example'>https://a.example</a>", "https://a.example");
        assertText("<a href='mailto:x@example.com'>x@example.com</a>", "x@example.com");
    }

    @Test
    void writesTheAddressOfALinkWithoutLabel() {
        assertText("<a href=\"https://a.example\"><img src=x alt=\"\"></a>", "https://a.example");
    }

    @Test
    void leavesOutTargetsWithinThePage() {
        assertText("<a href=\"#top\">Up</a> <a name=x>here</a>", "Up here");
    }

    @Test
    void bearsLinksThatAreNotClosed() {
        assertText(
                "<a href=https://a.example>one <a href=https://b.example>two",
                "one <https://a.example> two <https://b.example>");
    }

    @Test
    void writesTheAddressRightBehindALabelThatEndsInABlock() {
        assertText("<a href=https://a.example><p>Go</p></a>on", "Go <https://a.example>\n\non");
    }

    @Test
    void showsWhatImagesStandFor() {
        assertText("<img src=\"x.png\" alt=\"Tom &amp; Ann\"> and <img src=y>", "Tom & Ann and");
    }

    @Test
    void marksItemsOfLists() {
        assertText(
                "a<ul><li>one<li>two<ol><li>x</li><li>y</li></ol></li></ul>b",
                "a\n\n- one\n- two\n  1. x\n  2. y\n\nb");
    }

    @Test
    void putsEachRowOfATableOnALine() {
        assertText("<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>", "a b\nc");
    }

    @Test
    void drawsRules() {
        assertText("a<hr>b", "a\n\n----\n\nb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head><title>no</title><style>p > a {}</style></head>",
                "<style>no</style>",
                "<script>if (a < b) { '</p>' }</script>",
                "<SCRIPT>no</SCRIPT>",
                "<!-- no > no -->",
                "<!--[if mso]><p>no</p><![endif]-->",
                "<!DOCTYPE html>",
                "<?xml version='1.0'?>",
                "<div style=\"display:none\">no<div>no</div>no</div>",
                "<div style='color:red; display : none;'>no</div>",
                "<p hidden>no</p>",
                "<table aria-hidden=\"true\"><tr><td>no</td></tr></table>",
                "<img style=\"display:none\" alt=\"no\">",
                "&#8203;&shy;&#xFEFF;&#847;"
            })
    void leavesOutWhatNobodySees(String hidden) {
        assertText("a" + hidden + "b", "ab");
    }

    @Test
    void leavesOutTheRestOfAnElementThatIsHiddenAndNotClosed() {
        assertText("a<div hidden>b<p>c", "a");
    }

    @Test
    void decodesEntities() {
        assertText(
                "&lt;b&gt; &amp;amp; &quot;&#39;&euro;&eacute;&#x1F600;&#128512;&hellip; &nope; &#xZ; & &#0; &",
                "<b> &amp; \"'\u20ac\u00e9\uD83D\uDE00\uD83D\uDE00\u2026 &nope; &#xZ; & &#0; &");
    }

    @Test
    void keepsSignsThatStartNoTag() {
        assertText("1 < 2 <3 a<b", "1 < 2 <3 a");
    }

    @Test
    void bearsAttributesWithSigns() {
        assertText("<a title=\"a > b\" href=\"https://a.example/?q='>'\">x</a>", "x <https://a.example/?q='>'>");
    }

    @Test
    void bearsAnything() {
        Random random = new Random(7);
        String alphabet = "<>/=\"'!-&;# abdhlpstyle:none\n";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder html = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                html.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(HtmlToText.convert(html.toString())).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&",
                "<",
                "<a ",
                "<a href='",
                "<p style=\"d\">x",
                "<div hidden>",
                "<!--",
                "<script>",
                "<a href=x>",
                "</p",
                "<li>",
                "a&nbsp;<b>"
            })
    void takesTimeInProportionToTheLength(String piece) {
        String html = piece.repeat(400_000 / piece.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> HtmlToText.convert(html));
    }

    private static void assertText(String html, String text) {
        assertThat(HtmlToText.convert(html)).isEqualTo(text);
    }
}
