/** The calls that the server makes to the disk for one file, in order. They are read from strace, which sees every call of every thread. */
import { readFileSync } from 'node:fs'

/**
 * Returns a command to put before the server's. That process becomes the server, and a second one writes its calls for `path` to `trace`.
 */
export const traceWrites = (strace: string, path: string, trace: string): readonly string[] => [
  strace,
  ...['-D', '-f', '-qq', '-ttt', '-xx', '--seccomp-bpf', '-s', String(2 ** 24), '-P', path, '-o', trace],
  ...['-e', 'trace=openat,close,lseek,write,writev,pwrite64,pwritev,ftruncate,fdatasync,fsync'],
]

/** `at`: milliseconds since 1970. `began` and `done`: positions in the order of all calls. */
export type DiskCall = { readonly at: number; readonly began: number; readonly done: number } & (
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Buffer; readonly isSynced: boolean }
  | { readonly kind: 'flush' }
)

type OpenFile = { readonly isSynced: boolean; readonly isAppended: boolean; position: number }
type Call = {
  readonly name: string
  readonly args: string
  readonly result: number
  readonly at: number
  readonly began: number
  readonly done: number
}

const line = /^(\d+) +(\d+\.\d+) (.*)$/
const whole = /^(\w+)\((.*)\) += (-?\d+|\?)/
const unfinished = /^(\w+)\((.*?),? *<unfinished \.\.\.>$/
const resumed = /^<\.\.\. (\w+) resumed>.*\) += (-?\d+|\?)/

export function readDiskCalls(trace: string): readonly DiskCall[] {
  const files = new Map<number, OpenFile>()
  let length = 0
  return readCalls(trace).flatMap((call): readonly DiskCall[] => {
    const { name, args, result, at, began, done } = call
    const fd = Number.parseInt(args, 10)
    const file = files.get(fd)
    if (name === 'openat' && result >= 0)
      files.set(result, { isSynced: /O_D?SYNC/.test(args), isAppended: args.includes('O_APPEND'), position: 0 })
    if (name === 'close') files.delete(fd)
    if (file === undefined || result < 0) return []
    if (name === 'lseek') file.position = result
    if (name === 'fdatasync' || name === 'fsync') return [{ kind: 'flush', at, began, done }]
    if (!name.includes('write')) return []
    const bytes = readBytes(args).subarray(0, result)
    const hasOffset = name.startsWith('p')
    const offset = hasOffset ? Number(/(\d+)$/.exec(args)?.[1]) : file.isAppended ? length : file.position
    if (!hasOffset) file.position = offset + bytes.length
    length = Math.max(length, offset + bytes.length)
    return [{ kind: 'write', offset, bytes, isSynced: file.isSynced, at, began, done }]
  })
}

/** Reads the calls. A call that others interrupt has two lines: where it began, and where it was done. */
function readCalls(trace: string): readonly Call[] {
  const open = new Map<string, Omit<Call, 'result' | 'done'>>()
  const calls: Call[] = []
  for (const [index, text] of readFileSync(trace, 'latin1').split('\n').entries()) {
    const [, thread = '', time = '', rest = ''] = line.exec(text) ?? []
    const at = Number(time) * 1000
    const [, name = '', args = '', result = ''] = whole.exec(rest) ?? []
    const [, halfName = '', halfArgs = ''] = unfinished.exec(rest) ?? []
    const [, , lateResult = ''] = resumed.exec(rest) ?? []
    const started = open.get(thread)
    if (name !== '') calls.push({ name, args, result: Number(result), at, began: index, done: index })
    else if (halfName !== '') open.set(thread, { name: halfName, args: halfArgs, at, began: index })
    else if (lateResult !== '' && started !== undefined) {
      open.delete(thread)
      calls.push({ ...started, result: Number(lateResult), done: index })
    }
  }
  return calls.sort((a, b) => a.began - b.began)
}

/** Returns the bytes of all strings in the arguments, one after the other. */
const readBytes = (args: string): Buffer =>
  Buffer.concat([...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text = '']) => Buffer.from(text.replaceAll('\\x', ''), 'hex')))
