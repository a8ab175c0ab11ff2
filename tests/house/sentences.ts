/** The sentences of comments, of test titles and of documents, and what can be counted in them. */
import { parseSync } from 'vite'
import { readSource } from './sources.ts'

export type Sentence = { readonly path: string; readonly line: number; readonly text: string; readonly isFirst: boolean }

/** The comments of a source, each cut into sentences. Line comments that follow each other are one comment. */
export function listCommentSentences(path: string): readonly Sentence[] {
  const source = readSource(path)
  const blocks: { line: number; end: number; text: string }[] = []
  for (const { type, value, start } of parseSync(path, source).comments) {
    const line = source.slice(0, start).split('\n').length
    const text = value.replace(/^\s*\*+\s?/gm, '').trim()
    const before = blocks.at(-1)
    if (type === 'Line' && before?.end === line - 1) {
      before.text += ` ${text}`
      before.end = line
    } else blocks.push({ line, end: type === 'Line' ? line : -1, text })
  }
  return blocks
    .filter(({ text }) => !/^(biome-ignore|@vitest|@ts-|<reference|#__PURE__|c8 )/.test(text))
    .flatMap(({ line, text }) => cutSentences(path, line, text))
}

function cutSentences(path: string, line: number, text: string): readonly Sentence[] {
  return text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?])\s+(?=[A-Z`‘“])/)
    .map((sentence, index) => ({ path, line, text: sentence, isFirst: index === 0 }))
}

/** The titles of tests and of their groups. */
export function listTitles(path: string): readonly Sentence[] {
  const source = readSource(path)
  return [...source.matchAll(/\b(?:test|it|describe)(?:\.\w+(?:\([^()]*\))?)*\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)].map((match) => ({
    path,
    line: source.slice(0, match.index).split('\n').length,
    text: (match[2] ?? '').replace(/^(\[[A-Z]+\d+[a-z]?\]\s*)+/, ''),
    isFirst: true,
  }))
}
