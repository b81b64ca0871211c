import type { Input } from '#shared/contract/operations.ts';
import type { Outcome } from '#shared/interview/state.ts';
import { call } from '../../api/call.ts';
import { useCommand } from '../use-command.ts';

type Without<O extends 'interview.arrange' | 'interview.enterRound' | 'interview.makeOffer'> = Omit<
  Input<O>,
  'operationId'
>;
export type Arranging = Without<'interview.arrange'>;
export type Round = Without<'interview.enterRound'>;
export type Offering = Without<'interview.makeOffer'>;

/** What HR does after a decision. What is asked for is the intention, so asking for the same again does it once. */
export function useHiring(interviewId: string, onDone: () => Promise<void>) {
  const params = { interviewId };
  const arranging = useCommand((wanted, operationId) =>
    call('interview.arrange', { params, input: { operationId, ...(JSON.parse(wanted) as Arranging) } }),
  );
  const callingOff = useCommand((_, operationId) => call('interview.callOff', { params, input: { operationId } }));
  const entering = useCommand((wanted, operationId) =>
    call('interview.enterRound', { params, input: { operationId, ...(JSON.parse(wanted) as Round) } }),
  );
  const offering = useCommand((wanted, operationId) =>
    call('interview.makeOffer', { params, input: { operationId, ...(JSON.parse(wanted) as Offering) } }),
  );
  /** Another decision takes the offer's place, and with it its vacancy. */
  const withdrawing = useCommand((wanted, operationId) => {
    const { outcome } = JSON.parse(wanted) as { outcome: Outcome; since: number };
    return call('interview.decide', { params, input: { operationId, outcome } });
  });
  const joining = useCommand((_, operationId) => call('interview.joined', { params, input: { operationId } }));
  const unjoining = useCommand((_, operationId) => call('interview.undoJoined', { params, input: { operationId } }));

  /** True when it was done. */
  async function done(command: Promise<{ ok: boolean }>): Promise<boolean> {
    const { ok } = await command;
    await onDone();
    return ok;
  }
  return {
    arranging: { ...arranging, run: (wanted: Arranging) => done(arranging.run(JSON.stringify(wanted))) },
    callingOff: { ...callingOff, run: (since: number) => done(callingOff.run(`call off ${since}`)) },
    entering: { ...entering, run: (wanted: Round) => done(entering.run(JSON.stringify(wanted))) },
    offering: { ...offering, run: (wanted: Offering) => done(offering.run(JSON.stringify(wanted))) },
    withdrawing: {
      ...withdrawing,
      run: (outcome: Outcome, since: number) => done(withdrawing.run(JSON.stringify({ outcome, since }))),
    },
    joining: { ...joining, run: () => done(joining.run('joined')) },
    unjoining: { ...unjoining, run: (joinedAt: string) => done(unjoining.run(`undo ${joinedAt}`)) },
  };
}
export type HiringModel = ReturnType<typeof useHiring>;
