/** The captions of one language as a file for a recording: WebVTT or SRT. Time runs from the opening of the session. */
import type { CaptionFormat } from '@rostrum/shared/contract/caption-files'
import type { CaptionedTurn } from '@rostrum/shared/protocol/captions'

export type SpokenCaption = { readonly spokenAt: number; readonly text: string; readonly turn: CaptionedTurn | null }

/** In milliseconds: the longest time that a line is shown if no other follows, and the shortest. */
const [shownMs, leastMs] = [6_000, 500]

/** Writes the file. A recording has no time before the opening. Lines that the delay puts there are moved to its beginning. */
export function writeCaptionFile(format: CaptionFormat, lines: readonly SpokenCaption[], openedAt: number): string {
  const spoken = lines.map((line) => ({ ...line, spokenAt: Math.max(line.spokenAt, openedAt) }))
  const cues = spoken.map(({ spokenAt, text, turn }, index) => {
    const next = spoken[index + 1]?.spokenAt ?? Number.POSITIVE_INFINITY
    const until = Math.max(spokenAt + leastMs, Math.min(spokenAt + shownMs, next))
    const time = `${formatTime(spokenAt - openedAt, format)} --> ${formatTime(until - openedAt, format)}`
    return `${format === 'srt' ? `${index + 1}\n` : ''}${time}\n${format === 'vtt' ? writeVoice(text, turn) : escapeArrow(text)}\n`
  })
  return `${format === 'vtt' ? 'WEBVTT\n\n' : ''}${cues.join('\n')}`
}

/** A file has no place for the mark of a name that is to be confirmed, so that such a name is left out. */
const writeVoice = (text: string, turn: CaptionedTurn | null): string =>
  turn?.who && turn.toConfirm !== true ? `<v ${escapeMarkup(turn.who)}>${escapeMarkup(text)}` : escapeMarkup(text)

/** Escapes what people said: it is text, whatever it looks like. */
const escapeMarkup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const escapeArrow = (text: string): string => text.replaceAll('-->', '->')

const formatTime = (ms: number, format: CaptionFormat): string => {
  const pad = (value: number, width = 2) => String(Math.floor(value)).padStart(width, '0')
  const rest = `${pad((ms / 1000) % 60)}${format === 'vtt' ? '.' : ','}${pad(ms % 1000, 3)}`
  return `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${rest}`
}
