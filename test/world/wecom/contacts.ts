import type { Rate } from '../provider/rate.ts';
import type { ProviderCall } from '../provider/serve.ts';
import { refusal } from './errcodes.ts';
import type { WecomCorp, WecomDepartment } from './host.ts';

/** What the app may see: everything, where the company says nothing. */
const visible = ({ departments = [], visible: ids }: WecomCorp): WecomDepartment[] =>
  ids === undefined ? departments : departments.filter(({ id }) => ids.includes(id));

/**
 * GET department/list and user/list. Members are those of one department itself; a self-built app is told neither mobile nor
 * address. Calls are counted per app and minute, as WeCom does.
 */
export function createContacts(rate: Rate) {
  const tooMany = (corp: WecomCorp, what: string): boolean => !rate.admit(`${corp.corpid} ${corp.agentid} ${what}`);
  return {
    departments(corp: WecomCorp, { query, ip }: ProviderCall): unknown {
      if (corp.contacts === false) return refusal(48002, ip);
      if (tooMany(corp, 'department/list')) return refusal(45009, ip);
      const seen = visible(corp);
      const id = query.get('id');
      const from = id === null ? seen : below(seen, Number(id));
      if (id !== null && from.length === 0) return refusal(isThere(corp, Number(id)) ? 60011 : 60123, ip);
      const department = from.map(({ leaders, ...one }) => ({ ...one, name_en: '', department_leader: leaders }));
      return { errcode: 0, errmsg: 'ok', department };
    },
    members(corp: WecomCorp, { query, ip }: ProviderCall): unknown {
      if (corp.contacts === false) return refusal(48002, ip);
      const id = Number(query.get('department_id'));
      if (!Number.isInteger(id) || id <= 0) return refusal(40058, ip, 'department_id invalid');
      if (!isThere(corp, id)) return refusal(60003, ip);
      if (!visible(corp).some((one) => one.id === id)) return refusal(60011, ip);
      if (tooMany(corp, 'user/list')) return refusal(45009, ip);
      const userlist = corp.members
        .filter(({ departments = [] }) => departments.includes(id))
        .map(({ userid, name, departments = [], leads = [], position = '' }) => ({
          userid,
          name,
          department: departments,
          order: departments.map(() => 0),
          position,
          is_leader_in_dept: departments.map((one) => (leads.includes(one) ? 1 : 0)),
          direct_leader: [],
          telephone: '',
          alias: '',
          status: 1,
          main_department: departments[0],
          isleader: leads.length > 0 ? 1 : 0,
        }));
      return { errcode: 0, errmsg: 'ok', userlist };
    },
  };
}

const isThere = ({ departments = [] }: WecomCorp, id: number): boolean => departments.some((one) => one.id === id);

function below(all: WecomDepartment[], id: number): WecomDepartment[] {
  const own = all.filter((one) => one.id === id);
  return [...own, ...all.filter((one) => one.parentid === id).flatMap((one) => below(all, one.id))];
}
