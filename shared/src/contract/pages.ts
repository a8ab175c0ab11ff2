/**
 * The pages of the client, each by the word of its address. From this table follow the routes, the two builds, the pages that the server
 * sends, the first files of a phone, and the pages that open without a network.
 */

/**
 * The light build is for phones: see docs/decisions/0001. `messages`: the file of messages with which the page opens. `worksOffline`:
 * whether a device keeps the page, so that it opens without a network. Pages of the whole build load all messages, and need the network.
 */
type Page =
  | { readonly build: 'whole' }
  | { readonly build: 'light'; readonly messages: 'phone' | 'asked' | 'staff'; readonly worksOffline: boolean }

/** Pages that need no link of this device. The address of some has a secret after the #. */
export const openPages = {
  home: { build: 'whole' },
  record: { build: 'whole' },
  join: { build: 'light', messages: 'asked', worksOffline: false },
  j: { build: 'light', messages: 'asked', worksOffline: false },
  enter: { build: 'light', messages: 'phone', worksOffline: false },
  overlay: { build: 'whole' },
  captioner: { build: 'whole' },
} as const satisfies Readonly<Record<string, Page>>

/** Pages of a session. `link`: the page whose link opens this one, which is its own, or that of another. */
export const sessionPages = {
  chair: { link: 'chair', build: 'whole' },
  lectern: { link: 'chair', build: 'whole' },
  secretariat: { link: 'secretariat', build: 'whole' },
  podium: { link: 'podium', build: 'whole' },
  booth: { link: 'booth', build: 'whole' },
  room: { link: 'room', build: 'light', messages: 'phone', worksOffline: true },
  remote: { link: 'remote', build: 'light', messages: 'staff', worksOffline: true },
  display: { link: 'display', build: 'whole' },
} as const satisfies Readonly<Record<string, Page & { readonly link: string }>>

type OpenPages = typeof openPages
type SessionPages = typeof sessionPages
type Build = Page['build']
export type OpenPageName = keyof OpenPages
export type SessionPageName = keyof SessionPages
/** A page that has a link of its own. */
export type Surface = SessionPages[SessionPageName]['link'] & SessionPageName

/** The pages of one build. */
export type OpenPageIn<B extends Build> = { [P in OpenPageName]: OpenPages[P]['build'] extends B ? P : never }[OpenPageName]
export type SessionPageIn<B extends Build> = { [P in SessionPageName]: SessionPages[P]['build'] extends B ? P : never }[SessionPageName]

/** In the order of the table. */
export const listOpenPages = (): readonly OpenPageName[] => Object.keys(openPages) as readonly OpenPageName[]
export const listSessionPages = (): readonly SessionPageName[] => Object.keys(sessionPages) as readonly SessionPageName[]

/** The pages that are a surface: each opens with its own link. */
export const listSurfaces = (): readonly Surface[] => listSessionPages().filter((page): page is Surface => sessionPages[page].link === page)

/** The addresses for which the server sends the page of the light build. */
export const listLightPaths = (): readonly string[] => listPaths(({ build }) => build === 'light')

/** The addresses that a device opens without a network once it has opened one of them. */
export const listOfflinePaths = (): readonly string[] => listPaths((page) => page.build === 'light' && page.worksOffline)

const listPaths = (isMeant: (page: Page) => boolean): readonly string[] =>
  Object.entries<Page>({ ...openPages, ...sessionPages }).flatMap(([name, page]) => (isMeant(page) ? [`/${name}`] : []))

/** The pages of a session that a phone opens with its first messages. Their code is among its first files. */
export const listPhonePages = (): readonly SessionPageName[] =>
  Object.entries<Page>(sessionPages).flatMap(([name, page]) =>
    page.build === 'light' && page.messages === 'phone' ? [name as SessionPageName] : [],
  )
