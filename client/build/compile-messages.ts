/**
 * Parses the catalogues when the client is built, so that a phone does not download a parser. Plain messages stay text,
 * the others become what IntlMessageFormat takes. A language file gives three modules: `?about`, the language's name and
 * direction; `?public`, the messages of the phones and the entry pages; `?staff`, the rest.
 */
import { readFile } from 'node:fs/promises'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Plugin } from 'vite'
import { transformWithOxc } from 'vite'

type LanguageFile = { readonly about: unknown; readonly messages: Readonly<Record<string, string>> }

/** Messages that no participant's phone shows. */
const staffOnlyPatterns = [
  /^(alert|balance|blank|call|close|control|display|give|go|home|keys|limits|notes|overlay|people|podium|record|remedy|remote|script|secretariat|step|undo)\./,
  /^app\.announce/,
  /^captions\.(silent|since|reading|notStarted|noTracks|add|re(new|move)|cover|show|delay|kept|turnLanguages|seconds|type|stop|line|correction|keys|send|notSent|file)/,
  /^refusal\.(no-such-track|too-many-tracks)$/,
  /^turnLanguage\.(menu|of|speaksIn|staffHelp|use|notSaid|column|byLanguage|turns)$/,
  /^statements\.secretariat\./,
  /^announce\.(?!(label|hide|say)$)/,
  /^cue\.(?!(see|conclude|one-minute|closer|slower)$)/,
  /^floor\.notReady$/,
  /^say\.outgrown$/,
  /^point\.(recognize|later|afterSpeaker)/,
  /^sense\.(compose|sentence|letters|addLanguage|removeLanguage|removeAnswer|lacking|answers$|change|another$|twoToFive|one$|person$|delegation$|present|lastWord|time$|preview|clockGoesOn|readIn|untilClose|put$|hiddenUntil|lastCall$|close$|withdraw$|alert|result|seenByYou|counting|withChair|publish|discard|takeDown|answerOn|filledShort|dashedShort|inAll|leftToAnswer|show$|open$|lost$|left$)/,
  /^refusal\.(prompt-open|result-undecided|prompt-not-closed|result-missing)$/,
  /^session\.(suspend$|suspendNote|resume|behind|ahead|onTime|pace|open|close(?!d)|clock|inRoom|remote|about)/,
  /^agenda\.(started|likely$|hardStop|stopAt|rail|next|go)/,
  /^queue\.(?!cause\.|removal\.|(title|entity|open|closed|ready|notNow|notHere|askedAt|groupAndWhy|empty|orderIs)$|order\.\w+Short$)/,
  /^questions\.(moderation\.|none(Approved|Open)|next|onScreen|show|takeOff|takeOnNotice|makeNext|notNext|more|less|supportIn$|supportedIn|toReview|oldestFirst|allReviewed|reviewOne|text|sent|approve|hold|decline[TNCA]|seeAll|published|assignedTo|answeredBy)/,
]

const isInPart = (key: string, part: string | undefined): boolean =>
  part === undefined || (part === 'staff') === staffOnlyPatterns.some((pattern) => pattern.test(key))

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
