#!lua flags=allow-oom
-- KEYS: stream, sizes; ARGV: group, entry ids. The number of entries that were still there.
local removed = 0
for i = 2, #ARGV do
  redis.call('XACK', KEYS[1], ARGV[1], ARGV[i])
  removed = removed + redis.call('XDEL', KEYS[1], ARGV[i])
  local size = redis.call('HGET', KEYS[2], ARGV[i])
  if size then
    redis.call('HDEL', KEYS[2], ARGV[i])
    redis.call('HINCRBY', KEYS[2], 'total', -tonumber(size))
  end
end
return removed
