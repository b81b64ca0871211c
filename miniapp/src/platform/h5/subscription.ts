/** A browser has no subscribe messages. */
export async function askSubscription<T extends string>(_templates: Record<T, string>): Promise<T[]> {
  return [];
}
