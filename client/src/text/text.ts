/** The language of the page: which there are, which is in use, and what it says. */
import type { About, Given, Key } from './catalogue.ts'
import type { Compiled, Speak } from './messages.ts'
import { Messages } from './messages.ts'

const publicParts = import.meta.glob<Partial<Compiled>>('./languages/*.ts', { query: '?public', import: 'messages' })
const staffParts = import.meta.glob<Partial<Compiled>>('./languages/*.ts', { query: '?staff', import: 'messages' })
const abouts = import.meta.glob<About>('./languages/*.ts', { query: '?about', import: 'about', eager: true })

/** The order of the United Nations; others after these. */
const order = ['ar', 'zh', 'en', 'fr', 'ru', 'es']
const place = 'rostrum.language'

export type Language = About & { readonly id: string }

const idOf = (path: string): string => /([\w-]+)\.ts(?:\?.*)?$/.exec(path)?.[1] ?? path
const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)

export const languages: readonly Language[] = Object.entries(abouts)
  .map(([path, about]) => ({ id: idOf(path), ...about }))
  .sort((a, b) => rank(a.id) - rank(b.id) || a.id.localeCompare(b.id))

export type Text = { readonly language: Language; readonly messages: Messages; readonly t: Speak }

/** public: what a participant's phone and the door say. all: every message. */
export type Extent = 'public' | 'all'

let current: Text | null = null
let extent: Extent = 'public'
const listeners = new Set<() => void>()

export const followText = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Null until the first language has been loaded. */
export const textNow = (): Text | null => current

const partOf = async (parts: Record<string, () => Promise<Partial<Compiled>>>, id: string): Promise<Partial<Compiled>> => {
  const loader = Object.entries(parts).find(([path]) => idOf(path) === id)?.[1]
  if (!loader) throw new Error(`There is no language ${id}.`)
  return loader()
}

/**
 * Loads a language and makes it the page's own, direction included. The one in use stays until then.
 * A page that has once asked for all messages keeps getting all of them.
 */
export const load = async (id: string, wanted: Extent = extent): Promise<void> => {
  const language = languages.find((one) => one.id === id)
  if (!language) throw new Error(`There is no language ${id}.`)
  if (wanted === 'all') extent = 'all'
  const parts = await Promise.all([partOf(publicParts, id), extent === 'all' ? partOf(staffParts, id) : {}])
  const messages = new Messages(id, Object.assign({}, ...parts), language.direction)
  const t: Speak = <K extends Key>(key: K, ...given: Given<K>) => messages.text(key, given[0])
  current = { language, messages, t }
  document.documentElement.lang = id
  document.documentElement.dir = language.direction
  for (const listener of listeners) listener()
}

const remembered = (): string | null => {
  try {
    return localStorage.getItem(place)
  } catch (error) {
    console.warn('This browser keeps no settings; the language follows the browser.', error)
    return null
  }
}

/** What the person chose on this device, else the first of the browser's languages that there is, else English. */
export const preferredLanguage = (): string => {
  const wishes = [remembered(), ...navigator.languages.map((tag) => tag.split('-')[0])]
  return wishes.find((wish) => languages.some(({ id }) => id === wish)) ?? 'en'
}

/** Loads a language because somebody asked for it, and remembers it on this device. */
export const chooseLanguage = async (id: string): Promise<void> => {
  await load(id)
  try {
    localStorage.setItem(place, id)
  } catch (error) {
    console.warn('This browser keeps no settings; the language holds until the page closes.', error)
  }
}
