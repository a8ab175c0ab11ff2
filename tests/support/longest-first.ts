/**
 * Runs the files that take longest first. Most of their time is waiting, which others fill. Otherwise they would be left at the end, with
 * an idle processor.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take more than a minute and a half, the longest first. */
export const longest = [
  'tests/prove/simulation/short.slow.test.ts',
  'tests/prove/short.slow.test.ts',
  'tests/house/guides.slow.test.ts',
  'tests/journeys/display-geometry.slow.test.ts',
  'tests/journeys/slips.slow.test.ts',
  'tests/journeys/chair-geometry.slow.test.ts',
  'tests/server/whole-rehearsal.slow.test.ts',
  'tests/server/cli.slow.test.ts',
  'tests/journeys/accessible-languages.slow.test.ts',
  'tests/journeys/display-last-row.slow.test.ts',
  'tests/journeys/from-home-to-report.slow.test.ts',
  'tests/journeys/secretariat-geometry.slow.test.ts',
  'tests/journeys/booth.slow.test.ts',
  'tests/journeys/phone-geometry.slow.test.ts',
  'tests/journeys/overlay-soak.slow.test.ts',
  'tests/journeys/reflow.slow.test.ts',
]

const rank = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((path) => moduleId.replaceAll('\\', '/').endsWith(`/${path}`))
  return place === -1 ? longest.length : place
}

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
