-- Appends entries to the log of a session, all or none, if its head is at the expected revision.
-- KEYS[1] the stream; KEYS[2] is there while the log settles. ARGV[1] expected revision; ARGV[2] chain of that commit, or '' if the
-- writer has not seen it; ARGV[3] '' for new entries, or how many milliseconds the log settles after these, which were there before;
-- then the entries. While the log settles, new entries are refused.
-- Returns 'stored', 'conflict', 'diverged' or 'settling', with the head. All checks come before the first write: Redis has no rollback.
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
if ARGV[3] ~= '' then
  redis.call('SET', KEYS[2], '1', 'PX', ARGV[3])
elseif redis.call('EXISTS', KEYS[2]) == 1 then
  return { 'settling', head }
end
-- A stream that was emptied still takes no id that it had before.
if head == 0 then redis.call('DEL', KEYS[1]) end
for index = 4, #ARGV do
  head = head + 1
  redis.call('XADD', KEYS[1], string.format('%d-0', head), 'e', ARGV[index])
end
return { 'stored', head }
