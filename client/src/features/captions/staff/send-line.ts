/** Lines that the secretariat types. A new line has a number. So it is stored once, even if it is sent again for lack of an answer. */
import { type ApiInput, request } from '../../../session/http.ts'

/** How often another number is tried, because others may take it in the meantime. Few people type that fast. */
const maxTries = 8

/** A new line that was sent under this number. `isSent` is false if there was no answer, or a refusal. */
export type NumberedLine = { readonly text: string; readonly seq: number; readonly isSent: boolean }

/**
 * Sends a new line. `before`: the line that was sent last. A repeat of it that was not confirmed keeps its number. Returns null if no
 * number could be found.
 */
export async function sendNewLine(key: string, text: string, before: NumberedLine | null): Promise<NumberedLine | null> {
  const isRepeat = before?.isSent === false && before.text === text
  let seq = isRepeat ? before.seq : await readNextNumber(key)
  for (let tries = 0; seq !== null && tries < maxTries; tries += 1) {
    const answer = await post({ seq, new: 'true' }, key, text)
    if (answer.ok || answer.reason !== 'conflict') return { text, seq, isSent: answer.ok }
    seq = await readNextNumber(key)
  }
  return null
}

export const correctLine = async (key: string, text: string, seq: number): Promise<boolean> => (await post({ seq }, key, text)).ok

async function readNextNumber(key: string): Promise<number | null> {
  const answer = await request('GET /api/captions/page', {}, key)
  return answer.ok ? (answer.value.lines.at(-1)?.seq ?? 0) + 1 : null
}

const post = async (query: ApiInput<'POST /api/captions'>['query'], key: string, text: string) =>
  await request('POST /api/captions', { query, body: new Blob([text], { type: 'text/plain' }) }, key)
