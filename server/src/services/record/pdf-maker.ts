/** Makes PDF files of Word documents with LibreOffice, one at a time, because each takes a processor and several hundred megabytes. */
import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** How long LibreOffice may take, in milliseconds. A report of 500 turns takes about ten seconds. */
const maxMs = 60_000
/** The most documents that wait or are converted. */
const maxQueued = 8
const programs = ['soffice', 'libreoffice'] as const
/** PDF/UA-1: tagged, so that people can listen to it. */
const filter = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'

/** `absent`: the machine has no LibreOffice. `busy`: too many documents wait. `failed`: LibreOffice made nothing, or took too long. */
export class PdfError extends Error {
  readonly kind: 'absent' | 'busy' | 'failed'
  constructor(kind: PdfError['kind'], words = '') {
    super(`no PDF was made: ${kind}${words === '' ? '' : ` (${words})`}`)
    this.kind = kind
  }
}

export class PdfMaker {
  readonly #program: string | null
  #queued = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(program: string | null) {
    this.#program = program
  }

  /** Finds LibreOffice in the folders of `PATH`. */
  static async open(path = process.env['PATH'] ?? ''): Promise<PdfMaker> {
    const folders = path.split(delimiter).filter((folder) => folder !== '')
    for (const program of folders.flatMap((folder) => programs.map((name) => join(folder, name))))
      if (await isExecutable(program)) return new PdfMaker(program)
    return new PdfMaker(null)
  }

  get isAvailable(): boolean {
    return this.#program !== null
  }

  /** Throws `PdfError`. */
  async make(document: Uint8Array): Promise<Uint8Array> {
    const program = this.#program
    if (program === null) throw new PdfError('absent')
    if (this.#queued >= maxQueued) throw new PdfError('busy')
    this.#queued += 1
    const made = this.#last.then(() => convert(program, document))
    // The next one is made whether this one succeeds or fails.
    this.#last = made.then(
      () => undefined,
      () => undefined,
    )
    return await made.finally(() => {
      this.#queued -= 1
    })
  }
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** Each run has a folder and a profile of its own, which nobody else can read, and nothing of the server's environment. */
async function convert(program: string, document: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-pdf-'))
  try {
    const [from, to] = [join(folder, 'record.docx'), join(folder, 'record.pdf')]
    await writeFile(from, document, { mode: 0o600 })
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await run(program, [profile, '--headless', '--norestore', '--convert-to', filter, '--outdir', folder, from], folder)
    return await readFile(to).catch((error: Error) => {
      throw new PdfError('failed', error.message)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** LibreOffice starts a second process, so that both are in a group that can be ended as one. */
function run(program: string, args: readonly string[], folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' }
    const child = spawn(program, args, { cwd: folder, env, detached: true, stdio: 'ignore' })
    const end = () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }
    const timer = setTimeout(end, maxMs)
    process.once('exit', end)
    const settle = (error: PdfError | null) => {
      clearTimeout(timer)
      process.off('exit', end)
      if (error === null) resolve()
      else reject(error)
    }
    child.once('error', (error) => settle(new PdfError('failed', error.message)))
    child.once('exit', (code, signal) => settle(code === 0 ? null : new PdfError('failed', `exit ${code ?? signal}`)))
  })
}
