<#import "offer.ftl" as offer>
<#if recipient.firstName??>
  ${recipient.firstName}, your ${offer.amount} coins are ready
<#else>
  Your ${offer.amount} coins are ready
</#if>
