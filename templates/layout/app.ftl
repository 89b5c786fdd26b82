<#-- Links into the game.

     Mail programs open only web links: most of them drop a link such as luckyreels://rewards. So a link is a web address
     below /app. Phones that have the app open it there (universal links, app links); everybody else gets the web page,
     which finds in app_url what to hand to an app that did not take over by itself.

     ${app.link("rewards/weekly", {"coins": 500})}
     https://play.example.com/app/rewards/weekly?coins=500&app_url=luckyreels%3A%2F%2Frewards%2Fweekly%3Fcoins%3D500 -->
<#import "brand.ftl" as brand>

<#function link path parameters = {}>
  <#local query = queryOf(parameters)>
  <#local app = brand.appScheme + "://" + path + query>
  <#return "${brand.webUrl}/app/${path}${query}${query?has_content?then('&', '?')}app_url=${app?url}">
</#function>

<#function queryOf parameters>
  <#local query = "">
  <#list parameters as key, value>
    <#local query = "${query}${key?is_first?then('?', '&')}${key?url}=${(value?is_string?then(value, value?c))?url}">
  </#list>
  <#return query>
</#function>
