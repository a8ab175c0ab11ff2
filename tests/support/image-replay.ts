/**
 * Follows the Dockerfile step by step, as a builder of images does, but in temporary folders. Each stage has a folder that serves as its
 * root. The bases are this machine. Paths from the root, such as /data, lead into the folder of the stage.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { type Copy, makeContextFilter, parseCopy, parseDockerfile, parsePairs, parseWords, type Step } from './dockerfile.ts'

type Variables = Readonly<Record<string, string | undefined>>
/** The settings of the last stage for containers. */
export type ImageSettings = {
  readonly root: string
  readonly workdir: string
  readonly variables: Variables
  readonly command: readonly string[]
  readonly healthCheck: readonly string[]
  readonly user: string
  readonly port: number
  readonly volume: string
  readonly stopSignal: NodeJS.Signals
}
type Stage = { readonly root: string; workdir: string; readonly variables: Record<string, string>; readonly said: Map<string, string> }

/** The account `node` of the official images. Only root can become it. */
const nodeAccount = { uid: 1000, gid: 1000 }
const isRoot = process.getuid?.() === 0
export const containerAccount: { readonly uid?: number; readonly gid?: number } = isRoot ? nodeAccount : {}

export class ImageReplay {
  readonly #context: string
  readonly #folder: string
  readonly #isAdmitted: (path: string) => boolean
  readonly #stages = new Map<string, Stage>()

  private constructor(context: string, folder: string, isAdmitted: (path: string) => boolean) {
    this.#context = context
    this.#folder = folder
    this.#isAdmitted = isAdmitted
  }

  static async open(context: string): Promise<ImageReplay> {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-image-'))
    await chmod(folder, 0o755)
    return new ImageReplay(context, folder, makeContextFilter(await readFile(join(context, '.dockerignore'), 'utf8')))
  }

  /** Does every step in order. `beforeRun` gets the root of the stage before each command is run in it. */
  async build(beforeRun: (root: string) => Promise<void>): Promise<ImageSettings> {
    let stage: Stage | null = null
    for (const step of parseDockerfile(await readFile(join(this.#context, 'Dockerfile'), 'utf8'))) {
      if (stage !== null && step.word === 'RUN') await beforeRun(stage.root)
      if (step.word === 'FROM') stage = await this.#startStage(step.rest)
      else if (stage === null) throw new Error('the first step is not FROM')
      else await this.#take(step, stage)
    }
    if (stage === null) throw new Error('the Dockerfile has no steps')
    return toSettings(stage)
  }

  /** Deletes everything. */
  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #startStage(rest: string): Promise<Stage> {
    const name = / AS (\S+)$/.exec(rest)?.[1] ?? 'last'
    const stage: Stage = { root: join(this.#folder, name), workdir: '/', variables: {}, said: new Map() }
    await mkdir(stage.root)
    this.#stages.set(name, stage)
    return stage
  }

  async #take({ word, rest }: Step, stage: Stage): Promise<void> {
    switch (word) {
      case 'WORKDIR':
        stage.workdir = rest
        await mkdir(join(stage.root, rest), { recursive: true })
        return
      case 'ENV':
        for (const [name, value] of parsePairs(rest)) stage.variables[name] = value.startsWith('/') ? join(stage.root, value) : value
        return
      case 'COPY':
        return await this.#copy(parseCopy(rest), stage)
      case 'RUN':
        return await runShell(rest.replaceAll(/(?<=\s)\/(?=\w)/g, `${stage.root}/`), stage)
      case 'USER':
      case 'VOLUME':
      case 'EXPOSE':
      case 'STOPSIGNAL':
      case 'HEALTHCHECK':
      case 'ENTRYPOINT':
      case 'CMD':
        stage.said.set(word, rest)
        return
      default:
        throw new Error(`this step cannot be replayed: ${word}`)
    }
  }

  async #copy({ from, owner, sources, target }: Copy, stage: Stage): Promise<void> {
    const source = from === null ? this.#context : this.#stages.get(from)?.root
    if (source === undefined) throw new Error(`there is no stage ${from}`)
    const place = target.startsWith('/') ? join(stage.root, target) : join(stage.root, stage.workdir, target)
    for (const path of sources.map((each) => join(source, each))) {
      if (from === null && !this.#isAdmitted(relative(this.#context, path))) throw new Error(`.dockerignore leaves out ${path}`)
      const isFolder = (await stat(path)).isDirectory()
      // If the source is a folder, its content is copied, as a builder does.
      const to = isFolder || !(target.endsWith('/') || sources.length > 1) ? place : join(place, basename(path))
      const filter = (each: string) => from !== null || this.#isAdmitted(relative(this.#context, each))
      await cp(path, to, { recursive: true, verbatimSymlinks: true, filter })
      if (owner !== null && isRoot) await chown(to, nodeAccount.uid, nodeAccount.gid)
    }
  }
}

/** Returns the variables of this process without those of the tests and of npm, which a builder does not have. */
export const plainVariables = (): Variables =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_ENV|VITEST|ROSTRUM_|TEST$|DEV$|PROD$|MODE$)/i.test(name)))

async function runShell(command: string, { root, workdir, variables }: Stage): Promise<void> {
  const env = { ...plainVariables(), ...variables }
  const child = spawn('sh', ['-c', command], { cwd: join(root, workdir), env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      printed = (printed + part.toString()).slice(-10_000)
    })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`RUN ended with ${code}:\n${printed}`)
}

function toSettings({ root, workdir, variables, said }: Stage): ImageSettings {
  const read = (word: string): string => {
    const rest = said.get(word)
    if (rest === undefined) throw new Error(`the Dockerfile does not say ${word}`)
    return rest
  }
  return {
    root,
    workdir: join(root, workdir),
    variables,
    command: [...parseWords(read('ENTRYPOINT')), ...parseWords(read('CMD'))],
    healthCheck: parseWords(read('HEALTHCHECK')),
    user: read('USER'),
    port: Number(read('EXPOSE')),
    volume: join(root, read('VOLUME')),
    stopSignal: read('STOPSIGNAL') as NodeJS.Signals,
  }
}
