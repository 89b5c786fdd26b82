#!lua flags=allow-oom
-- Takes permits from the account's bucket, the run's bucket, the 24 hour quota and the day of an identity that is warming
-- up, from all or from none.
-- KEYS: rate, the run's rate, quota.
-- ARGV: 1 doubtful (1: Redis may have lost its last writes), 2 count, 3 burst (0: no limit), 4 fill a second, 5 permits to
-- leave in the bucket, 6 the run's burst (0: no limit), 7 the run's fill, 8 most in 24 hours (negative: no limit), 9 what SES
-- says was sent in 24 hours (negative: no news), 10 the UTC day since 1970 that the caller takes for today (negative: there
-- is no warm-up), 11 most on that day (negative: no limit), 12 the identity that is warming up; if doubtful, then field and
-- count in turn of the days of identities as the caller saw them.
-- Answers a word and five numbers: "GRANTED count minute", "WAIT microseconds 0", "QUOTA second 0", "DAY_USED_UP second 0",
-- and, where the caller has to ask again, "UNSEEDED 0 0" and "DAY today 0"; each is followed by what was sent in 24 hours, the
-- factor, and what the identity has of its day.
-- Tokens are whole millionths, rounded down, so that rounding never grants more.
local time = redis.call('TIME')
local seconds = tonumber(time[1])
local now = seconds * 1000000 + tonumber(time[2])
local minute = math.floor(seconds / 60)
local DAY = 1442 -- minutes that count: a whole day, the minute under way, and one for permits that are used later

local function number(key, field, absent)
  return tonumber(redis.call('HGET', key, field) or absent)
end

local raised = number(KEYS[1], 'factorAt', now)
local factor = math.min(1, number(KEYS[1], 'factor', 1) + math.max(0, now - raised) / 1000000 * 0.02)

local function answer(word, first, second, sent, sentToday)
  return string.format('%s %.0f %.0f %.0f %.4f %.0f', word, first, second, sent, factor, sentToday or 0)
end

if redis.call('HEXISTS', KEYS[3], 'seeded') == 0 then
  return answer('UNSEEDED', 0, 0, 0)
end

for i = 13, #ARGV, 2 do
  if number(KEYS[3], ARGV[i], 0) < tonumber(ARGV[i + 1]) then
    redis.call('HSET', KEYS[3], ARGV[i], ARGV[i + 1])
  end
end

local today = math.floor(minute / 1440)
local days = string.format('day:%.0f:', today)
local dayField = days .. ARGV[12]
local warmingUp = tonumber(ARGV[10]) >= 0
if warmingUp and tonumber(ARGV[10]) ~= today then
  return answer('DAY', today, 0, 0)
end

local function sweep()
  local fields = redis.call('HGETALL', KEYS[3])
  local total = 0
  for i = 1, #fields, 2 do
    local sentIn = tonumber(fields[i])
    if sentIn and sentIn <= minute - DAY then
      redis.call('HDEL', KEYS[3], fields[i])
    elseif sentIn then
      total = total + tonumber(fields[i + 1])
    elseif string.sub(fields[i], 1, 4) == 'day:' and string.sub(fields[i], 1, #days) ~= days then
      redis.call('HDEL', KEYS[3], fields[i])
    end
  end
  redis.call('HSET', KEYS[3], 'total', total, 'swept', minute)
end

if number(KEYS[3], 'swept', -1) ~= minute then
  sweep()
end
local total = number(KEYS[3], 'total', 0)
local figure = tonumber(ARGV[9])
if figure >= 0 then
  redis.call('HSET', KEYS[3], 'others', math.max(0, figure - total))
end
local sent = total + number(KEYS[3], 'others', 0)

-- The second in which enough of the oldest minutes have passed out of the window; an hour if others sent too much.
local function resumes(excess)
  local fields = redis.call('HGETALL', KEYS[3])
  local minutes = {}
  for i = 1, #fields, 2 do
    if tonumber(fields[i]) then
      minutes[#minutes + 1] = { tonumber(fields[i]), tonumber(fields[i + 1]) }
    end
  end
  table.sort(minutes, function(a, b) return a[1] < b[1] end)
  for _, sentIn in ipairs(minutes) do
    excess = excess - sentIn[2]
    if excess <= 0 then
      return (sentIn[1] + DAY) * 60
    end
  end
  return seconds + 3600
end

local count = tonumber(ARGV[2])
local mostToday = tonumber(ARGV[11])
if warmingUp and mostToday >= 0 then
  local room = math.floor(mostToday - number(KEYS[3], dayField, 0))
  if room < 1 then
    return answer('DAY_USED_UP', (today + 1) * 86400, 0, sent)
  end
  count = math.min(count, room)
end
local quota = tonumber(ARGV[8])
if quota >= 0 then
  local room = math.floor(quota - sent)
  if room < 1 then
    return answer('QUOTA', resumes(sent + math.min(count, math.max(1, quota)) - quota), 0, sent)
  end
  count = math.min(count, room)
end

local doubtful = ARGV[1] == '1'

local function refilled(key, most, perSecond)
  if doubtful then
    return 0
  end
  local at = number(key, 'at', now)
  local held = number(key, 'tokens', 0)
  return math.min(most * 1000000, held + math.floor(math.max(0, now - at) * perSecond))
end

local function delay(held, needed, perSecond)
  if held >= needed then
    return 0
  end
  return perSecond > 0 and math.ceil((needed - held) / perSecond) or 1000000
end

local burst, fill, keep = tonumber(ARGV[3]), tonumber(ARGV[4]) * factor, tonumber(ARGV[5])
local runBurst, runFill = tonumber(ARGV[6]), tonumber(ARGV[7])
local tokens, runTokens, wait = 0, 0, 0
if burst > 0 then
  tokens = refilled(KEYS[1], burst, fill)
  wait = delay(tokens, (count + keep) * 1000000, fill)
end
if runBurst > 0 then
  runTokens = refilled(KEYS[2], runBurst, runFill)
  wait = math.max(wait, delay(runTokens, count * 1000000, runFill))
end
local taken = wait == 0 and count * 1000000 or 0
redis.call('HSET', KEYS[1], 'tokens', tokens - (burst > 0 and taken or 0), 'at', now, 'factor', factor, 'factorAt', now)
if runBurst > 0 then
  redis.call('HSET', KEYS[2], 'tokens', runTokens - taken, 'at', now)
  redis.call('EXPIRE', KEYS[2], 3600)
end
if wait > 0 then
  return answer('WAIT', wait, 0, sent)
end
redis.call('HINCRBY', KEYS[3], minute, count)
redis.call('HINCRBY', KEYS[3], 'total', count)
local sentToday = warmingUp and redis.call('HINCRBY', KEYS[3], dayField, count) or 0
return answer('GRANTED', count, minute, sent + count, sentToday)
