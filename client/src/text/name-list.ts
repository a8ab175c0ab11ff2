/** Several names in one sentence, as the language joins them. */
import { isolate } from './isolation.ts'
import type { Language } from './text.ts'

export const namesText = ({ id, direction }: Language, names: readonly string[]): string =>
  new Intl.ListFormat(id, { type: 'conjunction' }).format(names.map((name) => isolate(name, direction)))
