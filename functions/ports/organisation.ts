import type { Operation } from '#functions/ports.ts';
import type { Company, Department, Post, Requisition, Staff } from '#shared/organisation/records.ts';

export type LastImport = { at: string; by: string; from: 'wecom' | 'file' };

/** Departments as they stand together: `version` grows with every change of any of them. */
export type Tree = { version: number; departments: Department[]; lastImport: LastImport | null };

/** Everything one step changes; as many transactions as it needs, each on the version of the tree it was decided on. */
export type TreeChange = {
  before: Tree;
  put: Department[];
  remove: string[];
  posts: Post[];
  /** New ones come with the identity by which they sign in. */
  staff: { person: Staff; corpid: string | null }[];
  lastImport?: LastImport;
  operation: Operation;
};
export type Written = 'written' | 'conflict' | 'operation_exists';

/**
 * A requisition, from exactly the version that was read. `tree`: the version of the tree under which it looks for more
 * people than before, so that no two together look for more than there are vacancies.
 */
type RequisitionChange = {
  before: Requisition | undefined;
  after: Requisition;
  tree: number | null;
  operation: Operation;
};

export type Organisation = {
  tree(company: string): Promise<Tree>;
  departments(company: string): Promise<Department[]>;
  posts(company: string): Promise<Post[]>;
  post(company: string, departmentId: string, positionId: string): Promise<Post | undefined>;
  staff(company: string): Promise<Staff[]>;
  change(company: string, change: TreeChange): Promise<Written>;
  /** From exactly the version before it. */
  putPost(company: string, post: Post, operation: Operation): Promise<Written>;
  putStaff(company: string, person: Staff, operation: Operation): Promise<Written>;
  /** `fewer`: more of its seats are taken than it would have. `moved`: something else of the organisation changed meanwhile. */
  putRequisition(company: string, change: RequisitionChange): Promise<Written | 'fewer' | 'moved'>;
  /** Changes its owner where it still is `from`; nothing else of it. */
  handOver(company: string, requisitionId: string, to: { from: string; to: string }): Promise<boolean>;
  /** An operation that changed nothing but what is done already. */
  keep(company: string, operation: Operation): Promise<Written>;
  putCompany(company: string, change: { before: Company; after: Company; operation: Operation }): Promise<Written>;
};

/** WeCom's contacts as the app may see them; mobiles and addresses are not given to it. */
export type WecomDepartment = { id: number; name: string; parentid: number; order: number; leaders: string[] };
export type WecomMember = { userid: string; name: string; departments: number[]; leads: number[] };
export type Contacts = {
  /** `refused`: with WeCom's own code. */
  read(): Promise<
    | { ok: true; departments: WecomDepartment[]; members: WecomMember[] }
    | { ok: false; error: { kind: 'refused'; errcode: number } | { kind: 'unavailable' } }
  >;
};
