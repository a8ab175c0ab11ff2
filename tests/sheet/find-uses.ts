/** Finds where a text is used: the source files that contain its key. */
import { listFiles, readSource } from '../house/sources.ts'

const quoted = /'([\w.-]+)'/g
/** In a template, the fixed parts count. A template that begins with a value matches nearly every key, so it is ignored. */
const templated = /`([\w-]+\.[\w.-]*\$\{[^`\n]*)`/g
const escapeSigns = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const makePattern = (template: string) =>
  new RegExp(
    `^${template
      .split(/\$\{[^}]*\}/)
      .map(escapeSigns)
      .join('[\\w-]+')}$`,
  )

type Said = { readonly path: string; readonly keys: ReadonlySet<string>; readonly patterns: readonly RegExp[] }

function readSaid(path: string): Said {
  const text = readSource(path)
  return {
    path,
    keys: new Set([...text.matchAll(quoted)].map(([, key = '']) => key)),
    patterns: [...text.matchAll(templated)].map(([, template = '']) => makePattern(template)),
  }
}

const readFolder = (folder: string) => listFiles(folder).filter((path) => /\.tsx?$/.test(path))
/** The pages, and the simulated people, who announce in words of the pages. */
const pages = [...readFolder('client/src'), ...readFolder('server/src/services/rehearsal')].map(readSaid)
const record = readFolder('server/src/services/record').map(readSaid)

const findIn = (files: readonly Said[], key: string): readonly string[] => {
  const exact = files.filter(({ keys }) => keys.has(key))
  return (exact.length > 0 ? exact : files.filter(({ patterns }) => patterns.some((pattern) => pattern.test(key)))).map(({ path }) => path)
}

export function findUses(key: string): readonly string[] {
  if (key.startsWith('mail/')) return ['server/src/services/mail/compose-invitation.ts']
  // Some words of the pages are also those of the record, by the table that it reads.
  if (!key.startsWith('record/')) {
    const onPages = findIn(pages, key)
    return onPages.length > 0 ? onPages : findIn(record, key.slice(0, key.lastIndexOf('.')))
  }
  // Labels and lists of codes have no key in the source text: their type describes them.
  const found = findIn(record, key.slice('record/'.length))
  return found.length > 0 ? found : ['server/src/services/record/text/report-text.ts']
}
