const two = (value: number) => String(value).padStart(2, '0');

/** 2026-03-10 14:03 in the device's zone: on paper nothing is today. */
export function paperDate(iso: string): string {
  const at = new Date(iso);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
