-- Appends entries to the log of a session, all or none, if its head is at the expected revision.
-- KEYS[1] the stream; ARGV[1] expected revision; ARGV[2] chain of that commit, or '' if the writer has not seen it; then the entries.
-- Returns {'stored', head} or {'conflict', head} or {'diverged', head}. All checks come before the first write: Redis has no rollback.
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local head = 0
local chain = ''
if last then
  head = tonumber(string.match(last[1], '^(%d+)-0$'))
  chain = string.sub(last[2][2], 1, 64)
end
if not head then return redis.error_reply('ERR foreign entry in the log') end
if head ~= tonumber(ARGV[1]) then return { 'conflict', head } end
if ARGV[2] ~= '' and ARGV[2] ~= chain then return { 'diverged', head } end
if redis.call('XLEN', KEYS[1]) ~= head then return { 'diverged', head } end
-- A stream that was emptied still takes no id that it had before.
if head == 0 then redis.call('DEL', KEYS[1]) end
for index = 3, #ARGV do
  head = head + 1
  redis.call('XADD', KEYS[1], string.format('%d-0', head), 'e', ARGV[index])
end
return { 'stored', head }
