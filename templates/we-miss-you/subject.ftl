<#import "offer.ftl" as offer>
<#if recipient.firstName??>${recipient.firstName}, we<#else>We</#if> kept ${offer.amount} coins for you
