#!lua flags=allow-oom
-- KEYS: stream; ARGV: group, claiming consumer, most entries, dead consumers. Moves what the dead hold to the claiming
-- consumer, at once, so that two cannot claim the same entry, and forgets a dead consumer that holds nothing.
local claimed = {}
local most = tonumber(ARGV[3])
for i = 4, #ARGV do
  local room = most - #claimed
  if room > 0 then
    for _, held in ipairs(redis.call('XPENDING', KEYS[1], ARGV[1], '-', '+', room, ARGV[i])) do
      for _, entry in ipairs(redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, held[1])) do
        claimed[#claimed + 1] = entry
      end
    end
  end
  if #redis.call('XPENDING', KEYS[1], ARGV[1], '-', '+', 1, ARGV[i]) == 0 then
    redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], ARGV[i])
  end
end
return claimed
