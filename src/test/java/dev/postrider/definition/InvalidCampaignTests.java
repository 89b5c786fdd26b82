package dev.postrider.definition;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidCampaignTests {

    private static void assertError(String text, String message) {
        assertThatThrownBy(() -> CampaignDefinition.parse("jobs/x.yml", text))
                .isInstanceOf(InvalidCampaign.class)
                .hasMessage("jobs/x.yml:" + message);
        assertThat(message).doesNotContain("\n");
    }

    /** In the full example, the first text is replaced by the second. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            template: w | tempalte: w | 6: unknown key 'tempalte'; did you mean 'template'?
            replyTo | reply_to | 5: unknown key 'reply_to'; did you mean 'replyTo'?
            rate: 800 | speed: 800 | 11: unknown key 'limits.speed'
            grace: 6h | graze: 6h | 3: unknown key 'schedule.graze'; did you mean 'grace'?
            template: weekly-loyalty | from: b@example.com | 6: the key 'from' is given twice, first in line 4
            template: weekly-loyalty | template: 7 | 6: template: expected a text, not '7'
            template: weekly-loyalty | template: ../etc | 6: template: '../etc' is not the name of a folder in templates
            template: weekly-loyalty | template: layout | 6: template: 'layout' holds what templates share, and is none
            template: weekly-loyalty | template: | 6: the key 'template' has no value
            template: weekly-loyalty | template: "" | 6: template: the text is empty
            template: weekly-loyalty | template: *weekly | 6: a text that begins with * must be in quotes
            campaign: weekly-loyalty | campaign: Weekly | 1: campaign: 'Weekly' is not a name of lower-case letters, digits and hyphens, at most 63
            support@example.com | support | 5: replyTo: email "support" is not of the form name@domain
            <rewards@mail.example.com> | <rewards@mail> | 4: from: email "rewards@mail" is not a valid address
            <rewards@mail.example.com> | \\n<rewards@mail.example.com> | 4: from: it has a line break or another control character
            schedule: {.*} | schedule: daily | 3: schedule: expected the keys cron, zone, grace, not 'daily'
            "0 9 * * MON" | "0 0 9 * * MON" | 3: schedule.cron: '0 0 9 * * MON' has 6 fields; expected are five: minute, hour, day of the month, month, day of the week
            "0 9 * * MON" | "0 24 * * MON" | 3: schedule.cron: the hour '24' is not *, 0 to 23, a range a-b or a step */n
            "0 9 * * MON" | "5/15 9 * * MON" | 3: schedule.cron: the minute '5/15' is not *, 0 to 59, a range a-b or a step */n
            "0 9 * * MON" | "0 9 * * FRI-MON" | 3: schedule.cron: the day of the week 'FRI-MON' ends before it begins
            "0 9 * * MON" | "0 9 * * MUN" | 3: schedule.cron: the day of the week 'MUN' is not *, 0 to 7 or SUN to SAT, a range a-b or a step */n
            "0 9 * * MON" | "0 0 30 2 *" | 3: schedule.cron: '0 0 30 2 *' never fires: there is no such day
            "0 9 * * MON" | @daily | 3: not YAML: found character '@' that cannot start any token. (Do not use @ for indentation)
            Los_Angeles | Los_Angelos | 3: schedule.zone: there is no time zone 'America/Los_Angelos'; did you mean 'America/Los_Angeles'?
            grace: 6h | grace: 6 | 3: schedule.grace: '6' is not a duration such as 90s, 30m, 6h or 1d12h
            grace: 6h | grace: 59s | 3: schedule.grace: '59s' is less than a minute: every slot would be missed
            grace: 6h | grace: h | 3: schedule.grace: 'h' is not a duration such as 90s, 30m, 6h or 1d12h
            below: 120 | below: 0 | 10: inactivity.below: expected a whole number above 0, not '0'
            below: 120 | below: many | 10: inactivity.below: expected a whole number above 0, not 'many'
            maxRecipients: 5000000 | maxRecipients: 1.5 | 11: limits.maxRecipients: expected a whole number above 0, not '1.5'
            rate: 800 | rate: -1 | 11: limits.rate: expected recipients a second, a number above 0, not '-1'
            rate: 800 | rate: [1, 2] | 11: limits.rate: expected recipients a second, a number above 0, not a list
            first: 2% | first: 200% | 12: rollout.first: '200%' is not a share such as 2%, above 0% and below 100%
            first: 2% | first: 100% | 12: rollout.first: '100%' is not a share such as 2%, above 0% and below 100%
            watch: 1h | watch: 0s | 12: rollout.watch: '0s' is no time to watch anything
            first: 2% | first: 0.02 | 12: rollout.first: '0.02' is not a share such as 2%, above 0% and below 100%
            topic: rewards | topic: Rewards | 14: topic: 'Rewards' is not a name of lower-case letters, digits and hyphens, at most 63
            topic: rewards | topics: rewards | 14: unknown key 'topics'; did you mean 'topic'?
            mails: 3 | mails: 0 | 15: cap.mails: expected a whole number above 0, not '0'
            mails: 3 | mails: 1001 | 15: cap.mails: 1001 mails are too many for a cap: 1000 at most
            mails: 3 | letters: 3 | 15: unknown key 'cap.letters'
            days: 7 | days: 366 | 15: cap.days: 366 days are too many for a cap: 365 at most
            days: 7 | days: 1.5 | 15: cap.days: expected a whole number above 0, not '1.5'
            bob@team.example.com | bob@team | 18: proof: email "bob@team" is not a valid address
            bob@team.example.com | ann@TEAM.example.com | 18: proof: 'ann@TEAM.example.com' is there twice
            bob@team.example.com | 7 | 18: proof: expected a text, not '7'
            bounces: 3% | bounces: 0.03 | 19: guard.bounces: '0.03' is not a share such as 2%, above 0% and below 100%
            complaints: 0.05% | complaints: 0% | 19: guard.complaints: '0%' is not a share such as 2%, above 0% and below 100%
            complaints: 0.05% | complains: 0.05% | 19: unknown key 'guard.complains'; did you mean 'complaints'?
            fewBounces: 10 | fewBounces: -1 | 19: guard.fewBounces: expected a whole number, 0 or more, not '-1'
            fewComplaints: 0 | fewComplaints: some | 19: guard.fewComplaints: expected a whole number, 0 or more, not 'some'
            { mails: 3, days: 7 } | 3 | 15: cap: expected the keys mails, days, not '3'
            attributes.spent: { $gte: 100 } | attributes.spent: { $gtee: 100 } | 9: segment: attributes.spent.$gtee: unknown operator; did you mean "$gte"?
            lastActiveAt | lastActivAt | 8: segment: lastActivAt: unknown field; did you mean "lastActiveAt"?
            daysAgo: 7 | daysAgo: x | 8: segment: lastActiveAt.$gte: daysAgo takes a whole number of days, not x
            """)
    void namesLineAndCause(String given, String instead, String message) {
        assertThat(CampaignDefinitionTests.FULL).containsPattern(regex(given));

        assertError(
                CampaignDefinitionTests.FULL.replaceFirst(regex(given), Matcher.quoteReplacement(instead)), message);
    }

    private static String regex(String given) {
        return given.contains(".*") ? given.replace("{", "\\{").replace("}", "\\}") : Pattern.quote(given);
    }

    @Test
    void findsTheLineDeepInASegment() {
        assertError(
                CampaignDefinitionTests.LEAST.replace("segment: {}", """
                        segment:
                          $or:
                            - locale: en-GB
                            - attributes.level:
                                $gte: 3
                                $where: "1"
                        """),
                "9: segment: $or[1].attributes.level.$where: is not allowed in a segment, only $eq, $ne, $gt, $gte,"
                        + " $lt, $lte, $in, $nin, $all, $exists, $size, $regex, $not, $elemMatch, $and, $or, $nor");
    }

    @Test
    void aTeamIsAFewAddresses() {
        String least = CampaignDefinitionTests.LEAST;
        assertError(least + "proof: me@example.com\n", "5: proof: expected a list of addresses, not 'me@example.com'");
        assertError(least + "proof: []\n", "5: proof: expected a list of addresses, not an empty one");
        String many =
                IntStream.range(0, 21).mapToObj(n -> "m" + n + "@example.com").collect(joining(", "));
        assertError(least + "proof: [" + many + "]\n", "5: proof: 21 addresses are more than 20");
        String longest = "a".repeat(60) + "@" + "b".repeat(60) + ".example.com";
        assertError(
                least + "proof: [" + longest + "]\n",
                "5: proof: the address has more than 128 characters: '" + longest + "'");
    }

    @Test
    void saysWhatIsNoCampaignAtAll() {
        assertError("", "1: the file is empty");
        assertError("# nothing\n", "1: the file is empty");
        assertError(
                "- a\n",
                "1: expected the keys campaign, description, schedule, from, replyTo, template, segment, inactivity,"
                        + " limits, rollout, approval, topic, cap, proof, guard, not a list");
        assertError(
                CampaignDefinitionTests.LEAST + "---\ncampaign: b\n",
                "6: a second document begins; a file defines one campaign");
    }

    @Test
    void saysWhereTheYamlIsBroken() {
        assertError(
                "campaign: x\n\tfrom: y\n",
                "2: not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for"
                        + " indentation)");
        assertError("campaign: x\n  from: y\n", "2: not YAML: mapping values are not allowed here");
        assertError("campaign: [x\nfrom: y\n", "2: not YAML: expected ',' or ']', but got :");
    }
}
