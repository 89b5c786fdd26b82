-- KEYS: stream, sizes; ARGV: batch, most entries, most bytes. The entry's id, or false when the outbox is full.
local entries = redis.call('XLEN', KEYS[1])
local bytes = tonumber(redis.call('HGET', KEYS[2], 'total') or '0')
local size = #ARGV[1]
if entries > 0 and (entries >= tonumber(ARGV[2]) or bytes + size > tonumber(ARGV[3])) then
  return false
end
local id = redis.call('XADD', KEYS[1], '*', 'batch', ARGV[1])
redis.call('HSET', KEYS[2], id, size)
redis.call('HINCRBY', KEYS[2], 'total', size)
return id
