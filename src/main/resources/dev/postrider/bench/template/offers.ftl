<#-- What the mail offers: round and round, so that a mail may be as long as it has to be. -->
<#assign kinds = [
  {"title": "Coins for the weekend", "from": 0, "coins": 500, "path": "coins"},
  {"title": "A seat at the high table", "from": 50, "coins": 2500, "path": "tables"},
  {"title": "Double experience", "from": 0, "coins": 1200, "path": "experience"},
  {"title": "The VIP lounge", "from": 200, "coins": 7500, "path": "lounge"},
  {"title": "Spins for you and a friend", "from": 0, "coins": 300, "path": "spins"}]>
<#assign spent = attributes.spent!0>
<#assign level = attributes.level!1>
