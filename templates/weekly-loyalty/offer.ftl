<#-- What this week's mail offers: for the subject, the HTML and the text alike. -->
<#assign level = (attributes.level)!0>
<#assign streak = (attributes.streakDays)!0>
<#assign vip = (attributes.vip)!false>
<#assign spent = (attributes.spent)!0>
<#assign coins = (500 + 10 * [level, 100]?min + 50 * [streak, 14]?min) * vip?then(2, 1)>
<#assign amount = coins?string("#,##0")>
