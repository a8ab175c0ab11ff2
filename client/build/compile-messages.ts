/**
 * Parses the catalogues when the client is built, so that a phone does not download a parser. Plain messages stay text,
 * the others become what IntlMessageFormat takes. A language file gives four modules: `?about`, the language's name and
 * direction; `?public`, the messages of the first page of a phone and of the entry pages; `?asked`, those of what a phone loads when it is
 * needed; `?staff`, the rest.
 */
import { readFile } from 'node:fs/promises'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Plugin } from 'vite'
import { transformWithOxc } from 'vite'

type LanguageFile = { readonly about: unknown; readonly messages: Readonly<Record<string, string>> }

/** Messages that no participant's phone shows. */
const staffOnlyPatterns = [
  /^(alert|balance|blank|booth|call|captioner|close|control|display|give|go|duty|home|keys|limits|notes|office|officers|open|overlay|people|podium|record|remedy|remote|script|secretariat|step|undo)\./,
  /^app\.(announce|moreFor$|menu$|signOut$|copy$|copied$)/,
  /^captions\.(silent|since|reading|notStarted|noTracks|add|re(new|move)|cover|show|delay|kept|turnLanguages|seconds|type|stop|line|correction|keys|send|notSent|file)/,
  /^refusal\.(no-such-(announcement|note|person|segment|tag|track)|too-many-tracks|session-started|not-its-day|group-in-use)$/,
  /^refusal\.(cannot-preside|floor-taken|point-of-order-first|not-running|author-(unknown|hidden))$/,
  /^turnLanguage\.(menu|of|speaksIn|staffHelp|use|notSaid|column|byLanguage|turns)$/,
  /^statements\.secretariat\./,
  /^announce\.(?!(label|hide|say)$)/,
  /^cue\.(?!(see|conclude|one-minute|closer|slower)$)/,
  /^floor\.(notReady|overBy|then)$/,
  /^say\.(outgrown|requests|list(Closed|Open))$/,
  /^(number\.percent|time\.minutesLeft|session\.rehearsalShort|agenda\.(topic|current)|pair\.aside|app\.(panels|skip)|me\.position)$/,
  /^point\.(recognize|later|afterSpeaker)/,
  /^sense\.(compose|sentence|letters|addLanguage|removeLanguage|removeAnswer|lacking|answers$|change|another$|twoToFive|one$|person$|delegation$|present|lastWord|time$|preview|clockGoesOn|readIn|untilClose|put$|hiddenUntil|lastCall$|close$|withdraw$|alert|result|seenByYou|counting|withChair|publish|discard|takeDown|answerOn|filledShort|dashedShort|inAll|leftToAnswer|show$|open$|lost$|left$)/,
  /^refusal\.(prompt-open|result-undecided|prompt-not-closed|result-missing)$/,
  /^session\.(suspend$|suspendNote|resume|behind|ahead|onTime|pace|open|close(?!d)|clock|inRoom|remote|about)/,
  /^agenda\.(started|likely$|hardStop|stopAt|rail|next|go)/,
  /^queue\.(?!cause\.|removal\.|(title|ready|groupAndWhy|empty)$|order\.\w+Short$)/,
  /^questions\.(moderation\.|none(Approved|Open)|next|onScreen|show|takeOff|takeOnNotice|makeNext|notNext|more|less|supportIn$|supportedIn|toReview|oldestFirst|allReviewed|reviewOne|text|sent|approve|hold|decline[TNCA]|seeAll|published|assignedTo|answeredBy)/,
]

/** Messages of what a phone loads when it is needed: captions, the sense of the room, choosing a language, one's own name, handing in a text. */
const askedPatterns = [
  /^captions\./,
  /^(handIn|textMark)\./,
  /^me\.text(Help|Words|Remove)$/,
  /^sense\.(?!(asks|answer)$)/,
  /^turnLanguage\.(title|help|another|which|noInterpretation|done)$/,
  /^questions\.received(\.|$)/,
  /^me\.(named(Help|NoKept|YesKept|Ask|Unsaid|Save)|channelHelp|nameOffice|toRemote|toRoom)$/,
]

const findPart = (key: string): 'staff' | 'asked' | 'public' => {
  if (staffOnlyPatterns.some((pattern) => pattern.test(key))) return 'staff'
  return askedPatterns.some((pattern) => pattern.test(key)) ? 'asked' : 'public'
}

const isInPart = (key: string, part: string | undefined): boolean => part === undefined || findPart(key) === part

const languageFile = /\/text\/languages\/[\w-]+\.ts$/

const readLanguage = async (file: string): Promise<LanguageFile> => {
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file, { sourcemap: false })
  return import(`data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`)
}

/** A message without arguments is its own text. */
const compileMessage = (message: string): unknown => {
  const parsed = new IntlMessageFormat(message, 'en').getAst()
  const [first, ...more] = parsed
  if (first === undefined) return ''
  return more.length === 0 && first.type === 0 ? first.value : parsed
}

export const compileMessages = (): Plugin => ({
  name: 'rostrum-compile-messages',
  enforce: 'pre',
  config: () => ({
    resolve: { alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: '@formatjs/icu-messageformat-parser/no-parser.js' }] },
    optimizeDeps: { exclude: ['intl-messageformat'] },
  }),
  async load(id) {
    const [file = '', query] = id.split('?')
    if (!languageFile.test(file)) return null
    this.addWatchFile(file)
    const { about, messages } = await readLanguage(file)
    if (query === 'about') return `export const about = ${JSON.stringify(about)}\n`
    const chosen = Object.entries(messages).filter(([key]) => isInPart(key, query))
    const compiled = Object.fromEntries(chosen.map(([key, message]) => [key, compileMessage(message)]))
    return `export const messages = ${JSON.stringify(compiled)}\n`
  },
})
