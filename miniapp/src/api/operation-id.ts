/** Names one intention of a person: every retry of it carries the same id, so the server does it once. */
export function newOperationId(now = Date.now(), random: () => number = Math.random): string {
  const letters = Array.from({ length: 14 }, () => Math.floor(random() * 36).toString(36)).join('');
  return `op_${now.toString(36)}${letters}`;
}
