/** A second server is started on the folder of a first one that is running. */
import { expect, test } from 'vitest'
import { runToEnd } from '../support/compiled-server.ts'
import { LedgerStage } from '../support/ledger/ledger-stage.ts'

test('[L100] a second server on one folder is refused with an explanation, and the first goes on unharmed', {
  timeout: 60_000,
}, async () => {
  const stage = await LedgerStage.start()
  await stage.load.waitForConfirmed(30)
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { code, errors } = await runToEnd({ ROSTRUM_DATA: stage.data })
    expect(code).toBe(1)
    expect(errors).toContain('is in use by another Rostrum. Stop it, or choose another directory with ROSTRUM_DATA.')
  }
  await stage.load.waitForConfirmed(30)
  expect(await stage.finish()).toEqual([])
  await stage.close()
})
