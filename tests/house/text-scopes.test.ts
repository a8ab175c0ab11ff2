/** A phone downloads the messages of `phone.json`, and later those of `asked.json`. Its pages may use no others. */
import type { AskedKey, MessageKey, PhoneKey } from '@rostrum/client/text/catalogue'
import type { AskedTranslate, PhoneTranslate, Translate } from '@rostrum/client/text/messages'
import { staffPaths } from '@rostrum/client/ui/icon-paths'
import { listPhonePages } from '@rostrum/shared/contract/pages'
import { expect, test } from 'vitest'
import { findLoadedFrom, readSources, type Source } from './sources.ts'

const all = readSources().filter(({ path }) => path.startsWith('client/'))
const byPath = new Map(all.map((each) => [each.path, each]))

const loadAtOnce = (paths: readonly string[]): readonly Source[] =>
  [
    ...findLoadedFrom(
      paths.flatMap((path) => byPath.get(path) ?? []),
      all,
      true,
    ).keys(),
  ].flatMap((path) => byPath.get(path) ?? [])

/** The files that a phone loads first: the start, and the pages that come without all messages. */
const firstPages = [
  'app/boot.ts',
  'app/start.tsx',
  'surfaces/join/confirm.tsx',
  ...listPhonePages().map((page) => `surfaces/${page}/${page}.tsx`),
]
const first = loadAtOnce(firstPages.map((page) => `client/src/${page}`))
const isApp = ({ path }: Source): boolean => path.startsWith('client/src/app/')
const findAsked = (from: readonly Source[]): readonly Source[] =>
  loadAtOnce(from.filter((each) => !isApp(each)).flatMap(({ imports }) => imports.filter(({ lazy }) => lazy).map(({ target }) => target)))
/** The page that comes with the messages that a phone loads later. */
const joining = loadAtOnce(['client/src/surfaces/join/join.tsx'])
const asked = [...joining, ...findAsked(first)]

/** The files among these that ask for the text with one of the hooks. The file that has the hooks does not count. */
const listUsers = (files: readonly Source[], ...hooks: readonly string[]): readonly string[] =>
  files
    .filter(({ path, text }) => path !== 'client/src/text/use-text.tsx' && hooks.some((hook) => text.includes(` ${hook}(`)))
    .map(({ path }) => path)

test('the first page of a phone uses the messages that it has at once, and no others', () => {
  expect(firstPages.filter((page) => !byPath.has(`client/src/${page}`))).toEqual([])
  expect(listUsers(first, 'usePhoneText').length).toBeGreaterThan(50)
  expect(listUsers(first, 'useAskedText', 'useText')).toEqual([])
})

test('a page that a phone loads later uses no message of the staff', () => {
  const withAll = [...new Set([...first, ...asked, ...findAsked(asked)])]
  expect(listUsers(withAll, 'useAskedText').length).toBeGreaterThan(5)
  expect(listUsers(withAll, 'useText')).toEqual([])
})

test('no page of a participant has an icon of the staff', () => {
  const remote = loadAtOnce(['client/src/surfaces/remote/remote.tsx'])
  const pages = [...new Set([...first, ...asked, ...findAsked(asked), ...remote, ...findAsked(remote)])]
  const drawn = pages.filter(({ path }) => path !== 'client/src/ui/icon-paths.ts')
  const found = Object.keys(staffPaths).filter((name) => drawn.some(({ text }) => text.includes(`'${name}'`) || text.includes(`"${name}"`)))
  expect([Object.keys(staffPaths).length > 5, found]).toEqual([true, []])
})

// The compiler refuses the lines that are marked, and also a mark that has become idle.
test('a message of another file does not compile', () => {
  const say = (phone: PhoneTranslate, asked: AskedTranslate, staff: Translate): readonly string[] => [
    phone('me.request'),
    asked('me.request'),
    staff('me.request'),
    asked('app.close'),
    staff('session.suspend'),
    phone('time.about', { n: 2 }),
    // @ts-expect-error The words of a dialog come with the dialog.
    phone('app.close'),
    // @ts-expect-error A phone has no words of the staff.
    phone('session.suspend'),
    // @ts-expect-error Nor has what it loads later.
    asked('session.suspend'),
    // @ts-expect-error The value is missing.
    phone('time.about'),
    // @ts-expect-error The message takes no such value.
    phone('time.about', { m: 2 }),
    // @ts-expect-error There is no such message.
    staff('session.nothing'),
  ]
  const widen = (staff: Translate): PhoneTranslate => staff
  // @ts-expect-error A component that says words of the staff does not take the text of a phone.
  const narrow = (phone: PhoneTranslate): Translate => phone
  const keys: readonly MessageKey[] = ['me.request' satisfies PhoneKey, 'app.close' satisfies AskedKey]
  expect([say, widen, narrow].map((each) => typeof each)).toEqual(['function', 'function', 'function'])
  expect(keys).toHaveLength(2)
})
