import * as z from 'zod';
import type { Memory } from '../provider/memory.ts';
import type { Rate } from '../provider/rate.ts';
import { isRecord, textOf } from '../provider/serve.ts';
import { refusal } from './errcodes.ts';
import { memberOf, type WecomCorp } from './host.ts';

export const workbenchItem = z.object({
  key: z.string().optional(),
  data: z.string(),
  jump_url: z.string().optional(),
  pagepath: z.string().optional(),
});

export type WorkbenchItem = z.infer<typeof workbenchItem>;

/** POST /cgi-bin/agent/set_workbench_data, key data only: at most 4 items, 10 calls a minute per member and app. */
export function createWorkbench(memory: Memory<{ workbench: Record<string, WorkbenchItem[]> }>, rate: Rate) {
  return (corp: WecomCorp, body: Record<string, unknown>, ip: string): unknown => {
    if (Number(body.agentid) !== corp.agentid) return refusal(301002, ip);
    const member = memberOf(corp, textOf(body.userid));
    if (!member) return refusal(60111, ip);
    if (body.type !== 'keydata') return refusal(40058, ip, 'type invalid');
    const items = z.array(workbenchItem).safeParse(isRecord(body.keydata) ? body.keydata.items : undefined);
    if (!items.success) return refusal(40058, ip, 'keydata.items invalid');
    if (items.data.length > 4) return refusal(40058, ip, 'keydata.items exceed max length 4');
    if (!rate.admit(`${corp.corpid} ${corp.agentid} ${member.userid}`)) return refusal(45009, ip);
    memory.state.workbench[`${corp.corpid} ${member.userid.toLowerCase()}`] = items.data;
    memory.save();
    return { errcode: 0, errmsg: 'ok' };
  };
}
