/**
 * One text for equal values of a view. The node that decided a commit and the nodes that read it have the fields of an object in different
 * orders, and so does a node that was started again.
 */
export function toStableText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return value.some(isObject) ? `[${value.map(toStableText).join()}]` : JSON.stringify(value)
  let text = ''
  for (const name of Object.keys(value).sort()) {
    const field = (value as Readonly<Record<string, unknown>>)[name]
    if (field !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${toStableText(field)}`
  }
  return `{${text}}`
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
