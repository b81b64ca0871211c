import type { Company, Staff } from '#shared/organisation/records.ts';

/** A made-up manufacturer; corpid, agentid, appid and telephone numbers belong to nobody. */
export const company: Company = {
  companyId: 'co_huadong',
  name: '华东制造',
  settings: {},
  wecom: { corpid: 'ww0000000000huadong', agentid: 1000002 },
  wechat: { appid: 'wx0000000000000000' },
  contact: { name: '华东制造招聘服务台', phone: '400-000-0000', hours: '工作日 9:00-18:00', responseMinutes: 30 },
};

/** One of each role; the recruiter comes first: it is her story. */
export const staff: Staff[] = [
  { userId: 'usr_wangmin', name: '王敏', role: 'recruiter', wecomUserId: 'wangmin' },
  { userId: 'usr_zhaolei', name: '赵磊', role: 'department_head', wecomUserId: 'zhaolei' },
  { userId: 'usr_linyue', name: '林悦', role: 'admin', wecomUserId: 'linyue' },
  { userId: 'usr_sunhe', name: '孙禾', role: 'auditor', wecomUserId: 'sunhe' },
];
