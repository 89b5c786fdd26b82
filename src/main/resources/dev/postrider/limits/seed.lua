#!lua flags=allow-oom
-- KEYS: quota. ARGV: what SES says was sent in 24 hours, then field and count in turn, from the snapshot: minutes, and
-- days of identities. Once only: what SES counted beyond the snapshot becomes "others". Minutes that are out of the window
-- stay out; days that are over are swept.
if redis.call('HEXISTS', KEYS[1], 'seeded') == 1 then
  return 'OK'
end
local minute = math.floor(tonumber(redis.call('TIME')[1]) / 60)
local total = 0
for i = 2, #ARGV, 2 do
  local sentIn = tonumber(ARGV[i])
  if not sentIn or sentIn > minute - 1442 then
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
    total = total + (sentIn and tonumber(ARGV[i + 1]) or 0)
  end
end
local others = math.max(0, tonumber(ARGV[1]) - total)
redis.call('HSET', KEYS[1], 'seeded', 1, 'total', total, 'others', others)
return 'OK'
