#!lua flags=allow-oom
-- KEYS: rate, the run's rate, quota. ARGV: unused permits, the minute they were granted in, how many of the two buckets
-- get them back: none of what SES refused or what did not reach it, which counts as used as far as the rate goes; the
-- identity that is warming up, or nothing. Answers by how many its day went down.
-- What a bucket holds beyond its burst is cut off when it is used next.
local unused = tonumber(ARGV[1])
for i = 1, tonumber(ARGV[3]) do
  local tokens = redis.call('HGET', KEYS[i], 'tokens')
  if tokens then
    redis.call('HSET', KEYS[i], 'tokens', tonumber(tokens) + unused * 1000000)
  end
end
local sent = tonumber(redis.call('HGET', KEYS[3], ARGV[2]) or '0')
local back = math.min(unused, sent)
if back > 0 then
  redis.call('HINCRBY', KEYS[3], ARGV[2], -back)
  redis.call('HINCRBY', KEYS[3], 'total', -back)
end
local ofDay = 0
if ARGV[4] ~= '' then
  local dayField = string.format('day:%.0f:%s', math.floor(tonumber(ARGV[2]) / 1440), ARGV[4])
  ofDay = math.min(unused, tonumber(redis.call('HGET', KEYS[3], dayField) or '0'))
  if ofDay > 0 then
    redis.call('HINCRBY', KEYS[3], dayField, -ofDay)
  end
end
return string.format('%.0f', ofDay)
