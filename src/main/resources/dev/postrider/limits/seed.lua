-- KEYS: quota. ARGV: what SES says was sent in 24 hours, then minute and count in turn, from the snapshot. Once only:
-- what SES counted beyond the snapshot becomes "others".
if redis.call('HEXISTS', KEYS[1], 'seeded') == 1 then
  return 'OK'
end
local total = 0
for i = 2, #ARGV, 2 do
  redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
  total = total + tonumber(ARGV[i + 1])
end
local others = math.max(0, tonumber(ARGV[1]) - total)
redis.call('HSET', KEYS[1], 'seeded', 1, 'total', total, 'figure', ARGV[1], 'others', others)
return 'OK'
