/** Checks a plan file before it is parsed. A malicious file would make the parser take half a minute, or all the memory. */
import { CST, Lexer } from 'yaml'

/** The limit is above the largest plan that the schema allows. */
const maxTokens = 80_000
/** A plan has five levels. */
const maxDepth = 8
const maxIndent = 64
/** The most lines such as `title: A: B`. The parser reports each as a fault, and goes down one level for it. */
const maxDoubleKeys = 50

const opening: ReadonlySet<string | null> = new Set(['flow-map-start', 'flow-seq-start'])
const closing: ReadonlySet<string | null> = new Set(['flow-map-end', 'flow-seq-end'])
const nesting: ReadonlySet<string | null> = new Set(['seq-item-ind', 'explicit-key-ind'])
const refused: Readonly<Record<string, string>> = {
  anchor: 'anchors are not allowed',
  alias: 'aliases are not allowed',
  tag: 'tags are not allowed',
}

/** Returns the first fault and its line, or null. */
export function findExcess(text: string): string | null {
  let [count, line, isLineBegin, inFlow, inLine, keysInLine, doubleKeys, isText] = [0, 1, true, 0, 0, 0, 0, false]
  for (const token of new Lexer().lex(text)) {
    count += 1
    const type = isText ? 'text' : CST.tokenType(token)
    isText = type === 'scalar'
    const fault = type === null ? undefined : refused[type]
    if (fault !== undefined) return `${fault}, line ${line}`
    if (count > maxTokens) return `the file has too many parts, line ${line}`
    if (opening.has(type)) inFlow += 1
    if (closing.has(type)) inFlow -= 1
    if (nesting.has(type)) inLine += 1
    if (type === 'map-value-ind' && inFlow === 0) {
      keysInLine += 1
      if (keysInLine === 2) doubleKeys += 1
    }
    const isIndented = isLineBegin && type === 'space' && token.length > maxIndent
    if (inFlow > maxDepth || inLine > maxDepth || keysInLine > maxDepth || doubleKeys > maxDoubleKeys || isIndented)
      return `the file is nested too deep, line ${line}`
    isLineBegin = type === 'newline'
    if (isLineBegin) [inLine, keysInLine] = [0, 0]
    line += token.split('\n').length - 1
  }
  return null
}
