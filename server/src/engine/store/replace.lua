-- Stores values only where the present ones are as expected. KEYS[1]: the table. ARGV: key, expected text, new text, and so on.
-- An empty text stands for no value. Returns the keys where another value was found.
local others = {}
for index = 1, #ARGV, 3 do
  local present = redis.call('HGET', KEYS[1], ARGV[index]) or ''
  if present == ARGV[index + 1] then
    redis.call('HSET', KEYS[1], ARGV[index], ARGV[index + 2])
  else
    others[#others + 1] = ARGV[index]
  end
end
return others
