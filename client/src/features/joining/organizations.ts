/** Known organizations that match the letters typed so far. */
import type { KnownOrganization } from '@rostrum/shared/api/tickets'
import { foldName } from '@rostrum/shared/kernel/fold-name'

const fewestLetters = 2
const mostOffered = 6

/** Each typed word begins a word of the name, or they begin the name, however it is parted. Names that begin with the first word come first. */
export const listMatching = (known: readonly KnownOrganization[], typed: string): readonly KnownOrganization[] => {
  const words = foldName(typed).split(' ')
  if (words.join('').length < fewestLetters) return []
  const found = known.filter(({ name }) => {
    const parts = foldName(name).split(' ')
    return parts.join('').startsWith(words.join('')) || words.every((word) => parts.some((part) => part.startsWith(word)))
  })
  const begins = ({ name }: KnownOrganization) => foldName(name).startsWith(words[0] ?? '')
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, mostOffered)
}

export const findExact = (known: readonly KnownOrganization[], typed: string): KnownOrganization | undefined =>
  known.find(({ name }) => foldName(name) === foldName(typed))
