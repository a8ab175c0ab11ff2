/** People lists and tokens with the compiled command line, and the server that then uses them. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startCompiledServer } from '../support/compiled-server.ts'
import { getSecret } from '../support/in-process-server.ts'
import { findLink, readId, runCli } from '../support/rostrum-cli.ts'
import { makeWorkbook } from '../support/xlsx-workbook.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'rostrum-cli-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

const getEnvironment = () => ({ ROSTRUM_DATA: data })

describe('roster', () => {
  const header = 'id,organization,name,email,group,channel,language,consent'
  const list = async (...rows: readonly string[]): Promise<string> => {
    const path = join(data, 'list.csv')
    await writeFile(path, `${rows.join('\n')}\n`)
    return path
  }
  let id: string
  beforeEach(async () => {
    id = readId((await runCli(getEnvironment(), 'new', 'consultation')).output)
  })
  const commits = async (): Promise<string> => (await runCli(getEnvironment(), 'verify', id)).output

  test('[P7] a list is previewed and imported as a whole, and the server then finds its people', async () => {
    const path = await list(header, '1,Réseau,As Written,a@example.org,civil-society,room,fr,yes', '2,Federation,,,government,remote,,')
    const before = await commits()
    const looked = await runCli(getEnvironment(), 'roster', id, path, '--preview')
    expect(looked).toMatchObject({ code: 0, errors: '' })
    expect(looked.output).toContain('Read as CSV in utf-8 with commas.\n')
    expect(looked.output).toContain('entity       organization\n')
    expect(looked.output).toContain('nameInRecord consent\n')
    expect(looked.output).toContain(
      'An import would result in: 2 rows, 2 new, 0 changed, 0 unchanged, 0 revoked and left out, 0 withdrawn, refused or not yet decided and left out.',
    )
    expect(await commits()).toBe(before)
    const counted = '2 rows, 2 new, 0 changed, 0 unchanged, 0 revoked and left out, 0 withdrawn, refused or not yet decided and left out'
    expect(await runCli(getEnvironment(), 'roster', id, path)).toEqual({ code: 0, output: `Imported: ${counted}.\n`, errors: '' })
    const again = await runCli(getEnvironment(), 'roster', id, path)
    expect([again.code, again.output]).toEqual([0, `This list has already been imported (${counted}); nothing has changed.\n`])
    const links = await runCli(getEnvironment(), 'links', id)
    const compiledServer = await startCompiledServer(getEnvironment())
    const authorization = `Bearer ${getSecret(findLink(links.output, 'Organizer'))}`
    const send = async (path: string, method = 'GET', body?: string) => {
      const sent = body === undefined ? {} : { body }
      const headers = { authorization, 'content-type': 'text/csv' }
      return (await (
        await fetch(`${compiledServer.startupLinks.url}/api/sessions/${id}/${path}`, { method, headers, ...sent })
      ).json()) as object
    }
    expect(await send('people?find=as+written')).toMatchObject({
      people: [{ entity: 'Réseau', group: 'civil-society', nameInRecord: true }],
    })
    expect(await send('people?find=federation')).toMatchObject({ people: [{ channel: 'remote', nameInRecord: null }], total: 1 })
    expect(await send('people/import', 'POST', await readFile(path, 'utf8'))).toMatchObject({ repeated: true, counts: { fresh: 2 } })
    await compiledServer.end()
  })

  test('[P7] errors are reported by line and column, and nobody is imported', async () => {
    const path = await list(header, '1,Réseau,,,civil-society,room,,', '1,Chair,,x,martians,moon,,perhaps', 'too,few')
    const before = await commits()
    const result = await runCli(getEnvironment(), 'roster', id, path)
    expect([result.code, result.output]).toEqual([1, ''])
    expect(result.errors.split('\n')).toEqual([
      'Nobody was imported.',
      'line 3, organization (B3): "Chair": an official title, not a name',
      expect.stringMatching(/^line 3, group \(E3\): "martians": not a group of this session \(.*Civil society.*, none\)$/),
      'line 3, channel (F3): "moon": neither room nor remote',
      'line 3, email (D3): "x": not an email address',
      'line 3, consent (H3): "perhaps": neither yes nor no',
      'line 4: not the same number of cells as the first row',
      '',
    ])
    const looked = await runCli(getEnvironment(), 'roster', id, path, '--preview')
    expect([looked.code, looked.errors]).toEqual([1, result.errors.replace('Nobody was imported.\n', '')])
    expect(await commits()).toBe(before)
  })

  test('--column chooses the column', async () => {
    const path = await list('Represents,Organization,Group,Channel', 'A,B,government,room')
    const result = await runCli(getEnvironment(), 'roster', id, path, '--preview', '--column', 'entity=Represents')
    expect(result.output).toContain('entity       Represents\n')
    expect(result.output).toContain('not read     Organization\n')
    const none = await runCli(getEnvironment(), 'roster', id, path, '--column', 'name=Nobody')
    expect(none).toEqual({
      code: 1,
      output: '',
      errors: `${path} cannot be read: the column for name, "Nobody" is missing; name it with --column.\n`,
    })
  })

  test('[P34] a workbook is read from the chosen sheet, and a name is joined in the chosen order', async () => {
    const path = join(data, 'list.xlsx')
    const header = ['Delegation', 'Family name', 'First name', 'Group', 'Channel']
    await writeFile(path, makeWorkbook({ A: [['x'], ['y']], B: [header, ['Réseau', 'TANAKA', 'Yuki', 'government', 'room']] }))
    const result = await runCli(getEnvironment(), 'roster', id, path, '--sheet', 'B', '--name-order', 'family-first', '--preview')
    expect(result).toMatchObject({ code: 0, errors: '' })
    expect(result.output).toContain('Read as the sheet "B" of a workbook with "A", "B".\n')
    const wrong = await runCli(getEnvironment(), 'roster', id, path, '--encoding', 'klingon')
    expect([wrong.code, wrong.errors]).toEqual([1, expect.stringContaining('--encoding must be one of utf-8, ')])
  })

  test('a file that is too large is not read', async () => {
    const result = await runCli(getEnvironment(), 'roster', id, await list('x'.repeat(2 * 1024 * 1024)))
    expect([result.code, result.errors]).toEqual([1, `${join(data, 'list.csv')} has more than 2 MiB.\n`])
  })
})

describe('tokens', () => {
  test('are created, listed without the secret, accepted by the server, and revoked', async () => {
    const made = await runCli(getEnvironment(), 'new', 'blank')
    expect((await runCli(getEnvironment(), 'tokens')).output).toBe('There are no tokens.\n')
    const [token = '', row = ''] = (await runCli(getEnvironment(), 'tokens', 'new', 'Registration system')).output.split('\n')
    expect(token).toMatch(/^rostrum_[\w-]{32}$/)
    expect(row).toMatch(/^[\w-]{12} {2}\d{4}-\d\d-\d\dT\d\d:\d\dZ {2}Registration system$/)
    expect((await runCli(getEnvironment(), 'tokens')).output).toBe(`${row}\n`)
    const status = async (): Promise<number> => {
      const compiledServer = await startCompiledServer(getEnvironment())
      const answer = await fetch(`${compiledServer.startupLinks.url}/api/sessions`, { headers: { authorization: `Bearer ${token}` } })
      await compiledServer.end()
      return answer.status
    }
    expect(await status()).toBe(200)
    const [id = ''] = row.split(' ')
    expect(await runCli(getEnvironment(), 'tokens', 'revoke', id)).toEqual({ code: 0, output: `${id} has been revoked.\n`, errors: '' })
    expect(await status()).toBe(401)
    const gone = await runCli(getEnvironment(), 'tokens', 'revoke', id)
    expect([gone.code, gone.errors]).toEqual([1, `There is no token ${JSON.stringify(id)}. "rostrum tokens" lists them.\n`])
    expect(readId(made.output)).toMatch(/^blank-/)
  })
})

describe('organizers', () => {
  test('[P64] [P66] are given access, renewed and ended, and the server then knows them', { timeout: 90_000 }, async () => {
    await runCli(getEnvironment(), 'new', 'blank')
    const run = async (...args: readonly string[]) => (await runCli(getEnvironment(), 'organizers', ...args)).output.split('\n')
    const [url = '', row = ''] = await run('new', 'Conference services')
    const [id = ''] = row.split(' ')
    expect(row).toMatch(/^[\w-]{12} {2}made \d{4}-\d\d-\d\dT\d\d:\d\dZ {2}last used never +Conference services$/)
    const [renewedUrl = ''] = await run('renew', id)
    const [first = ''] = await run()
    const [renewedFirst = ''] = await run('renew', 'first')
    expect((await run())[0]).toBe(renewedFirst)
    const readStatuses = async (...links: readonly string[]) => {
      const compiledServer = await startCompiledServer(getEnvironment())
      const answers = links.map((link) =>
        fetch(`${compiledServer.startupLinks.url}/api/sessions`, { headers: { authorization: `Bearer ${getSecret(link)}` } }),
      )
      const statuses = (await Promise.all(answers)).map(({ status }) => status)
      await compiledServer.end()
      return statuses
    }
    expect(await readStatuses(url, renewedUrl, first, renewedFirst)).toEqual([401, 200, 401, 200])
    expect(await run('end', id)).toEqual([`The access of ${id} has ended, and so have the tokens created with it.`, ''])
    expect(await readStatuses(renewedUrl, renewedFirst)).toEqual([401, 200])
    const gone = await runCli(getEnvironment(), 'organizers', 'end', id)
    expect([gone.code, gone.errors]).toEqual([1, `There is no organizer ${JSON.stringify(id)}. "rostrum organizers" lists them.\n`])
    expect((await runCli(getEnvironment(), 'organizers', 'end', 'first')).errors).toContain('Renew the link instead.')
  })
})
