<#-- Who the mails come from. Change these once, and all templates follow. -->
<#assign name = "Lucky Reels">
<#assign company = "Lucky Reels Ltd., 1 Example Street, 10115 Berlin">
<#assign support = "support@example.com">

<#-- Where the game is: on the web, and the scheme that opens the app. -->
<#assign webUrl = "https://play.example.com">
<#assign appScheme = "luckyreels">

<#-- Colours of the light design; layout/mail.ftlh has those of the dark one. -->
<#assign accent = "#5b34d6">
<#assign accentText = "#ffffff">
<#assign gold = "#ffd166">
<#assign page = "#f1f1f6">
<#assign card = "#ffffff">
<#assign soft = "#f5f3ff">
<#assign text = "#1f1b2e">
<#assign muted = "#625e73">
<#assign line = "#e4e1ee">
