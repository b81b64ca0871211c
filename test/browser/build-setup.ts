import { buildMiniapp } from '../world/miniapp-build.ts';

/** Before the journeys: both builds of the mini-program, which take nothing where the sources have not changed. */
export default async function setup() {
  await buildMiniapp({ targets: ['weapp', 'h5'], onProgress: (line) => process.stderr.write(`${line}\n`) });
}
