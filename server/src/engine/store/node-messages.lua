-- Holds the message of a node for some time, and returns those of the other nodes. A node whose message has expired is forgotten.
-- KEYS[1]: the names of the nodes of a topic. ARGV: the name of this node, its message, milliseconds.
local prefix = KEYS[1] .. ':'
redis.call('SET', prefix .. ARGV[1], ARGV[2], 'PX', ARGV[3])
redis.call('SADD', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
local messages = {}
for _, node in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  local message = node ~= ARGV[1] and redis.call('GET', prefix .. node)
  if message then
    messages[#messages + 1] = message
  elseif node ~= ARGV[1] then
    redis.call('SREM', KEYS[1], node)
  end
end
return messages
