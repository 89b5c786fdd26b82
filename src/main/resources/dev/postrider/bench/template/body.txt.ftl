<#import "offers.ftl" as offers>
Hi ${recipient.firstName!"there"},

<#if recipient.lastActiveAt??>thanks for playing on ${recipient.lastActiveAt?date}!<#else>good to have you with us!</#if>
You are at level ${offers.level} and have ${(attributes.coins!0)?string("#,##0")} coins.

<#list friends as friend>
* ${friend.firstName!"A friend"}<#if friend.attributes.level??>, level ${friend.attributes.level}</#if>
</#list>

<#list 1..12345 as number>
<#assign offer = offers.kinds[number % offers.kinds?size]>
----------------------------------------------------------------
${offer.title}
<#if (offers.spent >= offer.from)>
${recipient.firstName!"Friend"}, take ${offer.coins} coins today. They stay with you until you play them. Take it:
https://games.example.com/${offer.path}?offer=${number}&player=${recipient.id}&utm_source=postrider&utm_medium=email&utm_campaign=bench
<#else>
This opens for you a little later: play on, in ${attributes.favouriteGame!"any of our games"}, and ${offer.coins} coins are yours.
</#if>

</#list>
Unsubscribe: ${unsubscribeUrl}
