#!lua flags=allow-oom
-- KEYS: stream; ARGV: group. Makes the group, and the stream, unless they are there; it reads from the beginning.
local made = redis.pcall('XGROUP', 'CREATE', KEYS[1], ARGV[1], '0', 'MKSTREAM')
if made.err and not string.find(made.err, 'BUSYGROUP') then
  return made
end
return 'OK'
