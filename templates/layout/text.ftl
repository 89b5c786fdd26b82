<#-- The pieces of a text part that is written by hand. -->
<#import "brand.ftl" as brand>

<#function nameOf person other = "A friend">
  <#return ((person.firstName!"") + " " + (person.lastName!""))?trim?trim_to_null!other>
</#function>

<#macro footer>
----
You get this mail because you play ${brand.name} and agreed to news about it.
Unsubscribe: ${unsubscribeUrl}
${brand.company}
</#macro>
