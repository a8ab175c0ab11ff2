/** The messages between nodes. They are numbered, so that a receiver notices when it has missed one. */
import { z } from 'zod'
import type { ClockReading } from './node-clock.ts'
import type { ShareNews } from './share.ts'

const name = z.string().min(1).max(300)
const nodeMessage = z.strictObject({
  from: name,
  number: z.int().positive(),
  clock: z.strictObject({ at: z.number().positive(), age: z.number().nonnegative() }),
  /** Asks a node for everything that it holds of a share. */
  asks: z.array(z.strictObject({ node: name, share: name })),
  news: z.array(
    z.strictObject({ share: name, whole: z.boolean(), put: z.array(z.tuple([z.string().max(300), z.unknown()])), gone: z.array(name) }),
  ),
})
export type NodeMessage = z.infer<typeof nodeMessage>
export type Ask = NodeMessage['asks'][number]
export type NamedNews = ShareNews & { readonly share: string }

/**
 * In characters: the length after which a message takes no more news, and the length of the longest message. The longest contains one share
 * of one session.
 */
const [fullAfter, longest] = [1_000_000, 16_000_000]

/** Whether a node has written this message. It is decided without reading the rest, which may be long. */
export const isFrom = (node: string, text: string): boolean => text.startsWith(writeSender(node))

const writeSender = (node: string): string => `{"from":${JSON.stringify(node)},`

/** Reads a message. Throws if it cannot be read. The error does not quote it. */
export function readNodeMessage(text: string): NodeMessage {
  if (text.length > longest) throw new Error('it is too long')
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    throw new Error('it is not JSON')
  }
  const { data, error } = nodeMessage.safeParse(message)
  if (error) throw new Error(`it is not a message of a node: ${error.issues[0]?.path.join('.')}`)
  return data
}

/** Writes as few messages as possible, but at least one. `nextNumber` is called for each. */
export function writeNodeMessages(
  { from, clock }: { readonly from: string; readonly clock: ClockReading },
  asks: readonly Ask[],
  news: readonly NamedNews[],
  nextNumber: () => number,
): readonly string[] {
  const groups: string[][] = [[]]
  let length = 0
  for (const one of news.map((each) => JSON.stringify(each))) {
    if (length > fullAfter) {
      groups.push([])
      length = 0
    }
    groups.at(-1)?.push(one)
    length += one.length
  }
  return groups.map(
    (group, index) =>
      `${writeSender(from)}"number":${nextNumber()},"clock":${JSON.stringify(clock)},"asks":${JSON.stringify(index === 0 ? asks : [])},"news":[${group.join()}]}`,
  )
}
