<#-- What we offer to somebody who has been away: the more they spent, the warmer the welcome. -->
<#assign spent = (attributes.spent)!0>
<#assign vip = (attributes.vip)!false>
<#if vip || (spent >= 500)>
  <#assign coins = 5000>
<#elseif (spent >= 100)>
  <#assign coins = 2500>
<#else>
  <#assign coins = 1000>
</#if>
<#assign amount = coins?string("#,##0")>
