#!lua flags=allow-oom
-- KEYS: quota. ARGV: what SES says was sent in 24 hours, then minute and count in turn, from the snapshot. Once only:
-- what SES counted beyond the snapshot becomes "others". Minutes that are out of the window stay out.
if redis.call('HEXISTS', KEYS[1], 'seeded') == 1 then
  return 'OK'
end
local minute = math.floor(tonumber(redis.call('TIME')[1]) / 60)
local total = 0
for i = 2, #ARGV, 2 do
  if tonumber(ARGV[i]) > minute - 1442 then
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
    total = total + tonumber(ARGV[i + 1])
  end
end
local others = math.max(0, tonumber(ARGV[1]) - total)
redis.call('HSET', KEYS[1], 'seeded', 1, 'total', total, 'others', others)
return 'OK'
