-- Deletes keys and stores values, at once. KEYS[1]: the table. ARGV: how many keys are to go, these keys, then key, text, and so on.
local gone = tonumber(ARGV[1])
for index = 2, gone + 1 do
  redis.call('HDEL', KEYS[1], ARGV[index])
end
for index = gone + 2, #ARGV, 2 do
  redis.call('HSET', KEYS[1], ARGV[index], ARGV[index + 1])
end
