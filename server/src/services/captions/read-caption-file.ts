/** Reads a WebVTT or SRT file: the begin and the text of each line. Anything that only styles or places a line is left out. */
import { setImmediate as yielded } from 'node:timers/promises'
import { maxTrackLines } from './caption-line.ts'
import { decodeUtf8, readCaptionText, type TextRefusal } from './caption-text.ts'

export type FileLine = {
  /** The time from the start of the file, in milliseconds. */
  readonly from: number
  readonly text: string
  /** The row of the file; the first is 1. */
  readonly place: number
}

export type FileRefusal = TextRefusal | 'captions-not-utf8' | 'captions-unreadable' | 'caption-time-unclear' | 'too-large'
/** `place`: the row of the file that is wrong, or null for the whole file. */
export type ReadFile =
  | { readonly ok: true; readonly lines: readonly FileLine[] }
  | { readonly ok: false; readonly reason: FileRefusal; readonly place: number | null }

/** The number of lines that are read before the node does something else. */
const linesAtOnce = 500

/** Returns all lines in the order in which they begin, or why the file is refused. */
export async function readCaptionFile(bytes: Buffer): Promise<ReadFile> {
  const file = decodeUtf8(bytes)
  // UTF-16 without a mark is valid UTF-8, but every second character of it is zero.
  if (file === null || /^.?\0/s.test(file)) return refuse('captions-not-utf8')
  const isVtt = /^WEBVTT(?:[ \t\r\n]|$)/.test(file)
  const cues = findCues(file.split(/\r\n|\r|\n/), isVtt)
  if ('reason' in cues) return cues
  if (cues.length > maxTrackLines) return refuse('too-large')
  const lines: FileLine[] = []
  for (const [index, { from, place, written }] of cues.entries()) {
    if (index % linesAtOnce === linesAtOnce - 1) await yielded()
    const read = readCaptionText(readPlain(written.join(' '), isVtt))
    if (read.ok) lines.push({ from, place, text: read.text })
    // There is nothing to read: a pause, or a note of music that only styles.
    else if (read.reason !== 'text-empty') return refuse(read.reason, place)
  }
  if (lines.length === 0) return refuse('text-empty')
  return { ok: true, lines: lines.sort((one, other) => one.from - other.from) }
}

const refuse = (reason: FileRefusal, place: number | null = null) => ({ ok: false, reason, place }) as const

type Cue = { readonly from: number; readonly place: number; readonly written: string[] }

/** A row with an arrow begins a cue. In WebVTT an empty row ends it, and everything between two cues is a name, a note or a style. */
function findCues(rows: readonly string[], isVtt: boolean): readonly Cue[] | ReturnType<typeof refuse> {
  const cues: Cue[] = []
  let open: Cue | null = null
  for (const [index, row] of rows.entries()) {
    if (row.includes('-->')) {
      const from = readBegin(row)
      if (from === null) return refuse('caption-time-unclear', index + 1)
      open = { from, place: index + 1, written: [] }
      cues.push(open)
    } else if (row.trim() === '') {
      if (isVtt) open = null
    } else if (isVtt) open?.written.push(row)
    else if (isNumberOfCue(rows, index)) open = null
    else if (open === null) return refuse('captions-unreadable', index + 1)
    else open.written.push(row)
  }
  return cues
}

/**
 * In SRT a cue begins with its number, and the time follows. An empty row does not end its text, because some programs write one inside it.
 */
const isNumberOfCue = (rows: readonly string[], index: number): boolean => {
  if (!/^\s*\d+\s*$/.test(rows[index] ?? '')) return false
  const [next = '', afterNext = ''] = rows.slice(index + 1, index + 3)
  return next.includes('-->') || (next.trim() === '' && afterNext.includes('-->') && (rows[index - 1] ?? '').trim() === '')
}

const written = String.raw`(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)(?:[.,](\d{1,3}))?`
const times = new RegExp(String.raw`^\s*${written}\s*-->\s*${written}(?:\s|$)`)

/** Returns the begin in milliseconds. The end is not used, but a row without one was cut off. */
function readBegin(row: string): number | null {
  const found = times.exec(row)
  if (found === null) return null
  const [, hours = '0', minutes, seconds, rest = ''] = found
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest.padEnd(3, '0'))
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '\u200e',
  rlm: '\u200f',
}

const readEntity = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
  const letter = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return letter > 0x10ffff ? whole : String.fromCodePoint(letter)
}

/** WebVTT writes `<`, `>` and `&` in text as entities, so every `<` begins a mark. In SRT only a few marks of style are usual. */
const readPlain = (text: string, isVtt: boolean): string =>
  isVtt
    ? text.replace(/<[^>]*>?/g, '').replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,4});/gi, readEntity)
    : text.replace(/<\/?(?:[bius]|font(?:\s[^<>]*)?)>/gi, '').replace(/\{\\an?\d\d?\}/g, '')
