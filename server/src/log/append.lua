-- Appends entries to the log of a session, all or none, if it stands where the writer believes.
-- KEYS[1] the stream; ARGV[1] expected revision; ARGV[2] chain of that commit, or '' where the writer has not seen it; then the entries.
-- Answers {'stored', tip} or {'conflict', tip} or {'diverged', tip}. All checks come before the first write: Redis takes nothing back.
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local tip = 0
local chain = ''
if last then
  tip = tonumber(string.match(last[1], '^(%d+)-0$'))
  chain = string.sub(last[2][2], 1, 64)
end
if not tip then return redis.error_reply('ERR foreign entry in the log') end
if tip ~= tonumber(ARGV[1]) then return { 'conflict', tip } end
if ARGV[2] ~= '' and ARGV[2] ~= chain then return { 'diverged', tip } end
for index = 3, #ARGV do
  tip = tip + 1
  redis.call('XADD', KEYS[1], string.format('%d-0', tip), 'e', ARGV[index])
end
return { 'stored', tip }
