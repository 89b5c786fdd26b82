#!lua flags=allow-oom
-- KEYS: rate. Empties the bucket, and lowers the factor at most once a second,
-- since one excess is reported by many at once.
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local lowered = tonumber(redis.call('HGET', KEYS[1], 'loweredAt') or '0')
redis.call('HSET', KEYS[1], 'tokens', 0, 'at', now)
if math.abs(now - lowered) >= 1000000 then
  local factor = tonumber(redis.call('HGET', KEYS[1], 'factor') or '1')
  redis.call('HSET', KEYS[1], 'factor', math.max(0.1, factor * 0.7), 'factorAt', now, 'loweredAt', now)
end
return 'OK'
