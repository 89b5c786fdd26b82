<#import "../layout/app.ftl" as app>
<#import "../layout/text.ftl" as text>
<#import "offer.ftl" as offer>
Hi ${recipient.firstName!"there"},

your bonus of the week: ${offer.amount} coins<#if offer.vip>, doubled because you are a VIP</#if>.

Collect them: ${app.link("rewards/weekly", {"coins": offer.coins, "campaign": campaign.name})}
<#if (offer.spent >= 500) || offer.vip>

The VIP lounge is open for you: ${app.link("lounge")}
</#if>
<#if attributes.favouriteGame??>

More of ${attributes.favouriteGame}: ${app.link("games/play", {"name": attributes.favouriteGame})}
</#if>
<#list friends![]>

Your friends played too:
<#items as friend>
<#if (friend?counter <= 5)>
- ${text.nameOf(friend)}<#if (friend.attributes.level)??>, level ${friend.attributes.level}</#if>
</#if>
</#items>
<#if (friends?size > 5)>
  and ${friends?size - 5} more
</#if>
</#list>

<@text.footer/>
